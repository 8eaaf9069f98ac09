/** `themewire findings --watch`: new findings as they come, a line each, until Ctrl-C. */
import type { Client } from '../client/client.ts'
import { ThemewireError } from '../errors.ts'
import { describe } from './describe-finding.ts'
import { queryOf } from './filters.ts'
import type { PageFlags } from './output.ts'
import { dim, plain, print } from './terminal.ts'
import { stopSignal } from './watch.ts'

const followed = ['kinds', 'tickers', 'themes', 'min_relevance', 'sentiment_gte', 'sentiment_lte']

export async function followFindings(client: Client, { format, all, ...flags }: PageFlags): Promise<void> {
  const query = queryOf(flags)
  const other = Object.keys(query).find((name) => !followed.includes(name))
  if (other !== undefined || all || (format !== 'table' && format !== 'jsonl')) {
    throw new ThemewireError('usage', 'what comes in is followed as a table or jsonl, and has no pages and no window', {
      hint: 'with --watch go --kinds, --tickers, --themes, --min-relevance, --sentiment-from and --sentiment-to',
    })
  }
  process.stderr.write(dim('waiting for new findings; Ctrl-C ends\n'))
  for await (const { event, data } of client.events({ ...query, signal: stopSignal() })) {
    if (event !== 'finding') continue
    const quote = plain(data.evidence[0]?.quote ?? '')
    await print(format === 'jsonl' ? `${JSON.stringify(data)}\n` : `${describe(data)}\n  ${dim(`“${quote}”`)}\n`)
  }
}
