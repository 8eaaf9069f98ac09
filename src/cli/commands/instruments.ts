/** `themewire instruments`: which instruments the news is about; with a symbol, one with its themes and facts. */
import type { Command } from 'commander'
import type { InstrumentSummary } from '../../query.ts'
import { queryOf, withFilters } from '../filters.ts'
import { printPage, printRows, withFormat, type Column, type Format } from '../output.ts'
import { withSession } from '../session.ts'
import { bold, count, plain, print, score } from '../terminal.ts'
import { findingColumns } from './findings.ts'

export function declareInstruments(program: Command): void {
  const command = program
    .command('instruments')
    .description('instruments by number of stories; with a symbol, one with its themes and facts')
    .argument('[symbol]', 'a symbol, such as NVDA')
  withFormat(withFilters(command, 'themes', 'type', 'min-relevance', 'from', 'to', 'as-of', 'limit'))
  command.action(async (symbol: string | undefined, flags: { format: Format } & Record<string, unknown>) =>
    withSession(command, async ({ client }) => {
      if (symbol === undefined) return printPage(await client.instruments(queryOf(flags)), columns, flags.format)
      const detail = await client.instrument(symbol, queryOf(flags))
      if (flags.format !== 'table') return printRows([detail], columns, flags.format, detail)
      const themes = detail.themes.map((theme) => `${theme.theme} (${theme.stories})`).join(', ')
      await print(
        `${bold(plain(`${detail.symbol} ${detail.name}`))}\n${count(detail.stories, 'story', 'stories')}, ${count(detail.mentions, 'mention', 'mentions')}, sentiment ${score(detail.sentiment)}\n` +
          `${themes ? `themes: ${plain(themes)}\n` : ''}\n`,
      )
      return printRows(detail.findings, findingColumns, 'table')
    }),
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
