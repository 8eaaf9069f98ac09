/** `themewire findings`: every fact with its evidence, by kind, ticker, theme, time; those marked wrong; mark, unmark. */
import { userInfo } from 'node:os'
import type { Command } from 'commander'
import type { FindingRow, MarkRow } from '../../query.ts'
import { describe } from '../describe-finding.ts'
import { withFilters } from '../filters.ts'
import { columnsFor } from '../finding-columns.ts'
import { followFindings } from '../follow-findings.ts'
import { printNotes } from '../notes.ts'
import { printPages, withPages, type Column, type PageFlags } from '../output.ts'
import { withSession } from '../session.ts'
import { plain, print } from '../terminal.ts'
import { kinds } from '../../types.ts'

export function declareFindings(program: Command): void {
  const command = program.command('findings').description('facts with their evidence').addHelpText('after', columnsNote)
  withFilters(
    command,
    'kinds',
    'tickers',
    'tickers-all',
    'themes',
    'themes-all',
    'article',
    'from',
    'to',
    'as-of',
    'min-relevance',
  )
  withPages(withFilters(command, 'sentiment-from', 'sentiment-to', 'sort')).option(
    '--marked',
    'those that a person has marked wrong, and why; takes --kinds and --article',
  )
  command.option('--watch', 'new findings as they come, until Ctrl-C')
  command.action(async ({ marked, watch, ...flags }: PageFlags & { marked?: boolean; watch?: true }) =>
    withSession(command, ({ client }) =>
      watch
        ? followFindings(client, flags)
        : marked
          ? printPages((query) => client.marks(query), [...markColumns, ...fileColumns(flags)], flags)
          : printPages((query) => client.findings(query), [...findingColumns, ...fileColumns(flags)], flags, client),
    ),
  )
  const mark = command
    .command('mark')
    .description('mark a finding wrong: it leaves every answer and stays in the record')
    .argument('<id>', 'id of the finding')
    .requiredOption('--reason <text>', 'what is wrong with it')
    .option('--by <name>', 'who says so', userInfo().username)
  mark.action(async (id: string, { reason, by }: { reason: string; by: string }) =>
    withSession(mark, async ({ client }) => {
      const { notes, ...row } = await client.markFinding(id, { reason, by })
      await print(`marked wrong: ${plain(describe(row))}\n`)
      await printNotes({ notes })
    }),
  )
  const unmark = command
    .command('unmark')
    .description('take a mark back: the finding counts again')
    .argument('<id>', 'id of the finding')
  unmark.action(async (id: string) =>
    withSession(unmark, async ({ client }) => {
      await print(`counts again: ${plain(describe(await client.unmarkFinding(id)))}\n`)
    }),
  )
}

const columnsNote = `
CSV and Parquet have a column for every field of the --kinds; without --kinds, for every field that a row fills.`

const markColumns: Column<MarkRow>[] = [
  { head: 'marked', cell: (row) => row.mark.markedAt.slice(0, 10), exact: (row) => row.mark.markedAt },
  { head: 'by', cell: (row) => row.mark.by },
  { head: 'reason', cell: (row) => row.mark.reason },
  { head: 'still found', cell: (row) => (row.mark.found ? 'yes' : 'no') },
  { in: 'table', head: 'kind', cell: (row) => row.kind },
  { in: 'table', head: 'finding', cell: describe },
  { in: 'table', head: 'evidence', cell: (row) => row.evidence[0]?.quote },
  { in: 'table', head: 'rule', cell: (row) => row.rule },
  { in: 'table', head: 'id', cell: (row) => row.id },
]

export const findingColumns: Column<FindingRow>[] = [
  { in: 'table', head: 'published', cell: (row) => row.source.publishedAt?.slice(0, 10) },
  { in: 'table', head: 'kind', cell: (row) => row.kind },
  { in: 'table', head: 'finding', cell: describe },
  { in: 'table', head: 'evidence', cell: (row) => row.evidence[0]?.quote },
  { in: 'table', head: 'article', cell: (row) => row.source.articleId },
]

const fileColumns = ({ kinds: asked }: PageFlags): Column<FindingRow>[] =>
  columnsFor(...kinds.filter((kind) => typeof asked === 'string' && asked.split(',').includes(kind)))
