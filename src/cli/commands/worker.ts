/** `themewire worker`: only work; as many of these as there are machines. */
import type { Command } from 'commander'
import { ThemewireError } from '../../errors.ts'
import { configOf } from '../options.ts'
import { count, print } from '../terminal.ts'

export function declareWorker(program: Command): void {
  const command = program
    .command('worker')
    .description('only work: fetch, analyse, poll feeds, build digests')
    .option('--drain', 'poll the feeds that are due, end when nothing waits any more, and say what was done')
    .option('--json', 'with --drain: say it as JSON')
  command.action(async ({ drain, json }: { drain?: boolean; json?: boolean }) => {
    if (json && !drain) {
      throw new ThemewireError('usage', '--json goes with --drain', { hint: 'a worker that stays only writes its log' })
    }
    const { config } = configOf(command)
    const { openContext } = await import('../../queue/context.ts')
    const { startWork } = await import('../../queue/work.ts')
    const { makeLog } = await import('../log.ts')
    const { untilStopped } = await import('../until-stopped.ts')
    const { endWhenGone } = await import('../folder-gone.ts')
    const context = await openContext(config, makeLog(config))
    try {
      const work = await startWork(context)
      if (config.databaseUrl === undefined) endWhenGone(config.folder)
      if (!drain) return await untilStopped().finally(() => work.stop())
      const { drainQueues } = await import('../../queue/drain.ts')
      const drained = drainQueues(context, work)
      await Promise.race([untilStopped(), drained.done])
      await work.stop()
      const did = await drained.soFar()
      if (json) return await print(`${JSON.stringify(did)}\n`)
      const failed = did.failed > 0 ? `${did.failed} failed (see \`themewire queue --failed\`)` : 'none failed'
      const parts = [
        count(did.feeds, 'feed', 'feeds') + ' polled',
        `${did.fetched} fetched`,
        `${did.analyzed} analysed`,
      ]
      process.stderr.write(`${[...parts, failed].join(' · ')} · ${context.store.where}\n`)
    } finally {
      await context.close()
    }
  })
}
