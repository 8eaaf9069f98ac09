/** `themewire rates`: policy rates, yields, inflation and the like, as stated. */
import type { Command } from 'commander'
import type { FindingRow } from '../../query.ts'
import { levelOf } from '../../digest/words.ts'
import { withFilters } from '../filters.ts'
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
  { head: 'published', cell: (row) => row.source.publishedAt?.slice(0, 10) },
  { head: 'of', cell: (row) => rate(row)?.issuer ?? rate(row)?.subject },
  { head: 'type', cell: (row) => rate(row)?.type },
  {
    head: 'level',
    cell: (row) => levelOf(rate(row) ?? { low: null, high: null, unit: 'percent' }),
    align: 'right',
  },
  { head: 'action', cell: (row) => rate(row)?.action },
  { head: 'change bp', cell: (row) => rate(row)?.changeBps, align: 'right' },
  { head: 'basis', cell: (row) => rate(row)?.basis },
  { head: 'evidence', cell: (row) => row.evidence[0]?.quote },
]
