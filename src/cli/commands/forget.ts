/** `themewire forget`: takes down an article, or all of a source. */
import type { Command } from 'commander'
import { ThemewireError } from '../../errors.ts'
import { withSession } from '../session.ts'
import { plain, print } from '../terminal.ts'

export function declareForget(program: Command): void {
  const forget = program
    .command('forget')
    .description('take down an article or a source: text, page and findings go')
    .argument('[article-id]', 'id of the article')
    .option('--source <host>', 'everything from this host and its subdomains')
    .option('--reason <text>', 'why; kept with what remains')
    .option('--dry-run', 'only count what --source would take down')
  forget.action(
    async (
      id: string | undefined,
      { source, reason, dryRun = false }: { source?: string; reason?: string; dryRun?: boolean },
    ) => {
      if ((id === undefined) === (source === undefined) || (id !== undefined && dryRun)) {
        throw new ThemewireError('usage', 'name one article, or a source with --source', {
          hint: '`themewire articles` lists them with their ids; --dry-run goes with --source',
        })
      }
      await withSession(forget, async ({ client }) => {
        const { articles } =
          source === undefined
            ? await client.removeArticle(id!, reason === undefined ? {} : { reason })
            : await client.removeArticles({ source, dryRun, ...(reason === undefined ? {} : { reason }) })
        await print(
          `${articles} ${articles === 1 ? 'article' : 'articles'} ${dryRun ? 'would be taken down' : 'taken down'}${source ? `: ${plain(source)}` : ''}\n`,
        )
      })
    },
  )
}
