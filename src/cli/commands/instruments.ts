/** `themewire instruments`: which instruments the news is about; with a symbol, one with its themes and facts. */
import type { Command } from 'commander'
import type { InstrumentSummary } from '../../query.ts'
import { printTimeline } from '../course.ts'
import { groupBy, isSeries, needsOne, queryOf, withFilters } from '../filters.ts'
import { printPages, printRows, withPages, type Column, type PageFlags } from '../output.ts'
import { printRelated } from '../related.ts'
import { withSession } from '../session.ts'
import { bold, count, plain, print, score } from '../terminal.ts'
import { findingColumns } from './findings.ts'

export function declareInstruments(program: Command): void {
  const command = program
    .command('instruments')
    .description('instruments by number of stories; with a symbol, one with its themes and facts')
    .argument('[symbol]', 'a symbol, such as NVDA')
    .option('--timeline', 'the instrument as a time series')
    .option('--related', 'what shares its stories: themes and instruments, with counts, lift and mutual information')
    .addOption(groupBy('theme', 'kind', 'source', 'sentiment'))
  withFilters(command, 'themes', 'type', 'min-relevance', 'from', 'to', 'as-of', 'interval', 'timezone', 'groups')
  withPages(withFilters(command, 'min-stories', 'sort'))
  command.action(
    async (symbol: string | undefined, flags: PageFlags & { timeline?: true; related?: true; groupBy?: string }) => {
      const series = isSeries(flags)
      if ((series || flags.related) && symbol === undefined)
        throw needsOne(
          '--timeline, --related, --group-by, --interval, --timezone and --groups are about one instrument',
          'themewire instruments NVDA --timeline',
        )
      return withSession(command, async ({ client }) => {
        if (symbol === undefined) return printPages((query) => client.instruments(query), columns, flags, client)
        const query = queryOf(flags)
        if (series) return printTimeline(await client.instrumentTimeline(symbol, query), flags.format)
        if (flags.related) return printRelated(await client.relatedToInstrument(symbol, query), flags.format)
        const detail = await client.instrument(symbol, query)
        if (flags.format !== 'table') return printRows([detail], columns, flags.format, detail)
        const themes = detail.themes.map((theme) => `${theme.theme} (${theme.stories})`).join(', ')
        await print(
          `${bold(plain(`${detail.symbol} ${detail.name}`))}\n${count(detail.stories, 'story', 'stories')}, ${count(detail.mentions, 'mention', 'mentions')}, sentiment ${score(detail.sentiment)}\n` +
            `${themes ? `themes: ${plain(themes)}\n` : ''}\n`,
        )
        return printRows(detail.findings, findingColumns, 'table')
      })
    },
  )
}

const columns: Column<InstrumentSummary>[] = [
  { head: 'symbol', cell: (row) => row.symbol },
  { head: 'exchange', cell: (row) => row.exchange },
  { head: 'name', cell: (row) => row.name },
  { head: 'type', cell: (row) => row.type },
  { head: 'stories', cell: (row) => row.stories, align: 'right' },
  { head: 'mentions', cell: (row) => row.mentions, align: 'right' },
  { head: 'sentiment', cell: (row) => row.sentiment.toFixed(2), exact: (row) => row.sentiment, align: 'right' },
]
