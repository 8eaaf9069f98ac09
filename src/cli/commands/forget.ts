/** `themewire forget`: takes down an article, or all of a source, which then stays away until that is lifted. */
import type { Command } from 'commander'
import type { BlockedSource } from '../../client/client.ts'
import { ThemewireError } from '../../errors.ts'
import { printRows, type Column } from '../output.ts'
import { withSession } from '../session.ts'
import { count, plain, print } from '../terminal.ts'

interface Flags {
  source?: string
  lift?: boolean
  blocked?: boolean
  reason?: string
  dryRun?: boolean
}

export function declareForget(program: Command): void {
  const forget = program
    .command('forget')
    .description('take down an article or a source: text, page and findings go, also from saved digests')
    .argument('[article-id]', 'id of the article')
    .option('--source <host>', 'everything from this host and its subdomains; nothing of it is taken in any more')
    .option('--lift', 'take in what comes from --source again; what was removed stays removed')
    .option('--blocked', 'list the sources that were taken down')
    .option('--reason <text>', 'why; kept with what remains')
    .option('--dry-run', 'only count what would be taken down')
  forget.action(async (id: string | undefined, { source, lift, blocked, reason, dryRun }: Flags) => {
    const named = [id, source, blocked].filter((one) => one !== undefined).length
    if (named !== 1 || (source === undefined && lift) || (blocked && dryRun) || (lift && dryRun)) {
      throw new ThemewireError('usage', 'name one article, or a source with --source', {
        hint: '`themewire articles` lists them with their ids; --lift goes with --source',
      })
    }
    await withSession(forget, async ({ client }) => {
      if (blocked) return printRows(await client.blockedSources(), columns, 'table')
      if (source !== undefined && lift) {
        const { host } = await client.liftSource(source)
        return print(`taken in again: ${plain(host)}; what was removed stays removed\n`)
      }
      const why = reason === undefined ? {} : { reason }
      const removed =
        source !== undefined
          ? client.removeArticles({ source, dryRun: dryRun ?? false, ...why })
          : dryRun
            ? client.article(id!).then(() => ({ articles: 1 }))
            : client.removeArticle(id!, why)
      const { articles } = await removed
      const what = `${count(articles, 'article', 'articles')} ${dryRun ? 'would be taken down' : 'taken down'}`
      const stays = source && !dryRun ? '; nothing of it is taken in until --lift' : ''
      await print(`${what}${source ? `: ${plain(source)}` : ''}${stays}\n`)
    })
  })
}

const columns: Column<BlockedSource>[] = [
  { head: 'source', cell: (row) => row.host },
  { head: 'since', cell: (row) => row.blockedAt },
  { head: 'reason', cell: (row) => row.reason },
]
