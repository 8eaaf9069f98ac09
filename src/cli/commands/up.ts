/** `themewire up`: one process with API, pages, workers, schedules and the embedded database. */
import type { Command } from 'commander'
import { configOf } from '../options.ts'

export function declareUp(program: Command): void {
  const command = program
    .command('up')
    .description('run everything in one process: API, pages, workers, schedules, embedded database')
    .option('--host <address>', 'address to listen on (default: $THEMEWIRE_HOST or 127.0.0.1)')
    .option('--port <number>', 'port to listen on (default: $THEMEWIRE_PORT or 8321; 0: any free one)')
    .option('--no-work', 'only serve; workers run elsewhere (needs DATABASE_URL)')
  command.action(async (flags: { host?: string; port?: string; work: boolean }) => {
    const { wholeNumber } = await import('../whole-number.ts')
    const { config } = configOf(command, {
      ...(flags.host === undefined ? {} : { host: flags.host }),
      ...(flags.port === undefined ? {} : { port: wholeNumber('--port', flags.port, 0, 65_535) }),
    })
    const { serve } = await import('../serve.ts')
    const { untilStopped } = await import('../until-stopped.ts')
    const { endWhenGone } = await import('../folder-gone.ts')
    const server = await serve(config, { work: flags.work })
    process.stdout.write(
      `themewire listens on ${server.address} · data: ${server.where} · stop with Ctrl-C\n` +
        `  pages  ${server.here}/\n  API    ${server.here}/openapi.json\n  add    npx themewire add URL\n`,
    )
    if (config.databaseUrl === undefined) endWhenGone(config.folder)
    await untilStopped()
    process.stdout.write('stopping: what is in hand is finished or returned\n')
    await server.stop()
  })
}
