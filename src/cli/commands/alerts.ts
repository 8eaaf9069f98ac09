/** `themewire alerts`: what the rules of the pipeline file noticed, and who was told; `alerts test NAME` tries it out. */
import type { Command } from 'commander'
import { ThemewireError } from '../../errors.ts'
import type { AlertRow } from '../../query.ts'
import { queryOf, withFilters } from '../filters.ts'
import { printPage, printRows, withFormat, type Column, type Format } from '../output.ts'
import { withSession } from '../session.ts'

export function declareAlerts(program: Command): void {
  const command = withFormat(
    withFilters(
      program.command('alerts').description('what the alert rules noticed, and who was told'),
      'limit',
      'cursor',
    ),
  )
  command
    .option('--rule <name>', 'only of this rule')
    .action(async (flags: { format: Format; rule?: string } & Record<string, unknown>) =>
      withSession(command, async ({ client }) => {
        const query = { ...queryOf(flags), ...(flags.rule === undefined ? {} : { rule: flags.rule }) }
        return printPage(await client.alerts(query), columns, flags.format)
      }),
    )
  const test = withFormat(
    command
      .command('test')
      .description('send a test alert to the webhooks of a rule')
      .argument('<name>', 'name of the rule, as the pipeline file has it'),
  )
  test.action(async (name: string, { format }: { format: Format }) =>
    withSession(test, async ({ client }) => {
      const alert = await client.testAlert(name)
      await printRows([alert], columns, format, alert)
      const failed = alert.deliveries.filter(({ state }) => state !== 'delivered')
      if (failed.length === 0) return
      throw new ThemewireError('http-error', failed.map(reasonOf).join('; '), {
        hint: 'mend the webhook in the pipeline file, or what answers there',
      })
    }),
  )
}

type Delivery = AlertRow['deliveries'][number]
const reasonOf = ({ webhook, state, reason }: Delivery): string =>
  `${webhook}: ${reason === null ? state : reason.message}`

const stateOf = (delivery: Delivery): string => {
  const { webhook, state, attempts, reason } = delivery
  if (state === 'delivered') return `${webhook} told${attempts > 1 ? ` (${attempts} tries)` : ''}`
  if (attempts === 0) return `${webhook} waits`
  const tries = `${attempts} ${attempts === 1 ? 'try' : 'tries'}`
  return `${webhook} ${state === 'failed' ? 'failed' : 'is tried again'} (${tries}; ${reason?.message ?? ''})`
}

const columns: Column<AlertRow>[] = [
  { head: 'raised', cell: (row) => row.raisedAt.slice(0, 16), exact: (row) => row.raisedAt },
  { head: 'rule', cell: (row) => row.rule },
  { head: 'alert', cell: (row) => row.title },
  { head: 'webhooks', cell: (row) => row.deliveries.map(stateOf).join(', ') },
]
