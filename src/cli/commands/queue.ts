/** `themewire queue`: how much waits, what failed and why; retry. */
import type { Command } from 'commander'
import type { FailedJob, QueueState } from '../../query.ts'
import { printRows, withFormat, type Column, type Format } from '../output.ts'
import { withSession } from '../session.ts'
import { print } from '../terminal.ts'
import { watched, withWatch } from '../watch.ts'

const everySeconds = 2

export function declareQueue(program: Command): void {
  const command = withFormat(program.command('queue').description('counts, failed jobs with their reason, retry'))
  withWatch(command, everySeconds).option('--failed', 'only the failed jobs')
  command.action(async (flags: { format: Format; failed?: boolean; watch?: string | true }) =>
    withSession(command, ({ client }) =>
      watched(flags.watch, everySeconds, async () => {
        const failed = await client.failed()
        if (flags.failed) return printRows(failed.data, failedColumns, flags.format)
        const state = await client.queue()
        if (flags.format !== 'table')
          return printRows(state, stateColumns, flags.format, { queues: state, failed: failed.data })
        await printRows(state, stateColumns, 'table')
        if (failed.data.length === 0) return
        await print('\nfailed:\n')
        await printRows(failed.data, failedColumns, 'table')
        await print('\nthemewire queue retry [ID]  tries them again\n')
      }),
    ),
  )
  const retry = command
    .command('retry')
    .description('try failed jobs again: one by its id, or all')
    .argument('[id]', 'id of a failed job')
  retry.action(async (id: string | undefined) =>
    withSession(retry, async ({ client }) => {
      const retried = await client.retry(id === undefined ? {} : { id })
      await print(`${retried} ${retried === 1 ? 'job waits' : 'jobs wait'} again\n`)
    }),
  )
}

const stateColumns: Column<QueueState>[] = [
  { head: 'queue', cell: (row) => row.queue },
  { head: 'waiting', cell: (row) => row.waiting, align: 'right' },
  { head: 'active', cell: (row) => row.active, align: 'right' },
  { head: 'delayed', cell: (row) => row.delayed, align: 'right' },
  { head: 'failed', cell: (row) => row.failed, align: 'right' },
  { head: 'completed', cell: (row) => row.completed, align: 'right' },
]

const failedColumns: Column<FailedJob>[] = [
  { head: 'queue', cell: (row) => row.queue },
  { head: 'id', cell: (row) => row.id },
  { head: 'reason', cell: (row) => `${row.code}: ${row.message}` },
  { head: 'tries', cell: (row) => row.attempts, align: 'right' },
  { head: 'url', cell: (row) => row.url },
]
