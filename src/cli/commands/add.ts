/** `themewire add`: queues articles from URLs, files, feeds or standard input. */
import type { Command } from 'commander'
import { ThemewireError } from '../../errors.ts'
import type { Added, NewArticle } from '../../query.ts'
import type { Session } from '../session.ts'
import { withAnyStore } from '../session.ts'
import { plain, print } from '../terminal.ts'

interface Flags {
  backfill?: boolean
  title?: string
  published?: string
  jsonl?: boolean
}

/** So many go into one request; the rest follow in the next. */
const batch = 500

export function declareAdd(program: Command): void {
  const command = program
    .command('add')
    .description('queue articles; `themewire up` or `themewire worker` works them off')
    .argument('<sources...>', 'URLs, files (HTML, text, feeds, .jsonl), or - for standard input')
    .option('--backfill', 'history: counts as known since it was published')
    .option('--title <title>', 'the headline, for one text file')
    .option('--published <time>', 'when it was published (ISO 8601), for one text file')
    .option('--jsonl', 'standard input or files hold {"url"|"html"|"text", "title"?, "publishedAt"?} lines')
  command.action(async (sources: string[], flags: Flags) =>
    withAnyStore(command, async (session) => {
      const { asNewArticles } = await import('../new-articles.ts')
      const counts = { queued: 0, known: 0, refused: 0 }
      let pending: NewArticle[] = []
      const send = async (): Promise<void> => {
        const items = pending
        pending = []
        if (items.length === 0) return
        for (const added of await sendBatch(session, items, flags)) {
          counts[added.outcome]++
          await print(`${line(added)}\n`)
        }
      }
      try {
        for (const source of sources) {
          for await (const item of asNewArticles(source, flags)) {
            pending.push(item)
            if (pending.length >= batch) await send()
          }
        }
      } finally {
        // What stands before a bad line is added.
        await send()
      }
      process.stderr.write(
        `${counts.queued} queued, ${counts.known} already known, ${counts.refused} refused · ${session.where}\n`,
      )
      if (counts.refused > 0 && counts.queued + counts.known === 0)
        throw new ThemewireError('bad-request', 'nothing was added', { hint: 'see the reasons above' })
    }),
  )
}

async function sendBatch({ client }: Session, items: NewArticle[], flags: Flags): Promise<Added[]> {
  return client.add({ items, backfill: flags.backfill ?? false })
}

const line = (added: Added): string =>
  plain(
    [
      added.outcome.padEnd(7),
      added.id ?? '',
      added.url ?? '',
      added.error ? `${added.error.code}: ${added.error.message}` : '',
    ]
      .filter(Boolean)
      .join('  '),
  )
