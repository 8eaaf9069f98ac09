/** `themewire rates`: policy rates, yields, inflation and the like, as stated. */
import type { Command } from 'commander'
import type { FindingRow } from '../../query.ts'
import { levelOf } from '../../digest/words.ts'
import { withFilters } from '../filters.ts'
import { columnsFor } from '../finding-columns.ts'
import { printPages, withPages, type Column, type PageFlags } from '../output.ts'
import { withSession } from '../session.ts'

export function declareRates(program: Command): void {
  const command = program
    .command('rates')
    .description('interest rates, yields, inflation, unemployment, growth as stated')
  withPages(withFilters(command, 'issuer', 'subject', 'type', 'basis', 'from', 'to', 'as-of', 'sort'))
  command.action(async (flags: PageFlags) =>
    withSession(command, ({ client }) => printPages((query) => client.rates(query), columns, flags)),
  )
}

const rate = (row: FindingRow) => (row.kind === 'rate' ? row.value : undefined)
const columns: Column<FindingRow>[] = [
  { in: 'table', head: 'published', cell: (row) => row.source.publishedAt?.slice(0, 10) },
  { in: 'table', head: 'of', cell: (row) => rate(row)?.issuer ?? rate(row)?.subject },
  { in: 'table', head: 'type', cell: (row) => rate(row)?.type },
  {
    in: 'table',
    head: 'level',
    cell: (row) => levelOf(rate(row) ?? { low: null, high: null, unit: 'percent' }),
    align: 'right',
  },
  { in: 'table', head: 'action', cell: (row) => rate(row)?.action },
  { in: 'table', head: 'change bp', cell: (row) => rate(row)?.changeBps, align: 'right' },
  { in: 'table', head: 'basis', cell: (row) => rate(row)?.basis },
  { in: 'table', head: 'evidence', cell: (row) => row.evidence[0]?.quote },
  ...columnsFor('rate'),
]
