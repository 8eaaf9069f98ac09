/** `themewire worker`: only work; as many of these as there are machines. */
import type { Command } from 'commander'
import { configOf } from '../options.ts'

export function declareWorker(program: Command): void {
  const command = program
    .command('worker')
    .description('only work: fetch, analyse, poll feeds, build digests')
    .option('--drain', 'end when nothing waits any more')
  command.action(async (flags: { drain?: boolean }) => {
    const { config } = configOf(command)
    const { openContext } = await import('../../queue/context.ts')
    const { startWork } = await import('../../queue/work.ts')
    const { makeLog } = await import('../log.ts')
    const { untilStopped } = await import('../until-stopped.ts')
    const context = await openContext(config, makeLog(config))
    try {
      const work = await startWork(context)
      await Promise.race([untilStopped(), ...(flags.drain ? [work.idle()] : [])])
      await work.stop()
    } finally {
      await context.close()
    }
  })
}
