/** `themewire policy`: decisions, laws, tariffs and other acts of authorities, with their status. */
import type { Command } from 'commander'
import { headingOf } from '../../digest/fact-words.ts'
import type { FindingRow } from '../../query.ts'
import { withFilters } from '../filters.ts'
import { whenOf } from '../describe-finding.ts'
import { columnsFor } from '../finding-columns.ts'
import { printPages, withPages, type Column, type PageFlags } from '../output.ts'
import { withSession } from '../session.ts'

export function declarePolicy(program: Command): void {
  const command = program.command('policy').description('policy events: decisions, laws, tariffs, appointments')
  withPages(withFilters(command, 'actor', 'type', 'status', 'from', 'to', 'as-of', 'sort'))
  command.action(async (flags: PageFlags) =>
    withSession(command, ({ client }) => printPages((query) => client.policyEvents(query), columns, flags)),
  )
}

const event = (row: FindingRow) => (row.kind === 'policy_event' ? row.value : undefined)
const columns: Column<FindingRow>[] = [
  { in: 'table', head: 'date', cell: (row) => whenOf(event(row)?.date) },
  { in: 'table', head: 'status', cell: (row) => event(row)?.status },
  { in: 'table', head: 'type', cell: (row) => event(row)?.type.replaceAll('_', ' ') },
  { in: 'table', head: 'event', cell: headingOf },
  { in: 'table', head: 'told', cell: (row) => row.source.publishedAt?.slice(0, 10) },
  { in: 'table', head: 'evidence', cell: (row) => row.evidence[0]?.quote },
  ...columnsFor('policy_event'),
]
