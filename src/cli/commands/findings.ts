/** `themewire findings`: every fact with its evidence, by kind, ticker, theme, time. */
import type { Command } from 'commander'
import type { FindingRow } from '../../query.ts'
import { describe } from '../describe-finding.ts'
import { withFilters } from '../filters.ts'
import { columnsFor } from '../finding-columns.ts'
import { printPages, withPages, type Column, type PageFlags } from '../output.ts'
import { withSession } from '../session.ts'

export function declareFindings(program: Command): void {
  const command = program.command('findings').description('facts with their evidence')
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
  withPages(withFilters(command, 'sentiment-from', 'sentiment-to', 'sort'))
  command.action(async (flags: PageFlags) =>
    withSession(command, ({ client }) => printPages((query) => client.findings(query), findingColumns, flags)),
  )
}

export const findingColumns: Column<FindingRow>[] = [
  { in: 'table', head: 'published', cell: (row) => row.source.publishedAt?.slice(0, 10) },
  { in: 'table', head: 'kind', cell: (row) => row.kind },
  { in: 'table', head: 'finding', cell: describe },
  { in: 'table', head: 'evidence', cell: (row) => row.evidence[0]?.quote },
  { in: 'table', head: 'article', cell: (row) => row.source.articleId },
  ...columnsFor(),
]
