/** The back ends the contract is run over, and a fresh, empty place in each with the configuration that leads there. */
import { pino } from 'pino'
import { readConfig, type Config } from '../../src/config.ts'
import { openContext, type Context, type ContextOptions } from '../../src/queue/context.ts'
import type { Backend } from '../servers.ts'

export interface QueuePlace {
  config(overrides?: Partial<Config>): Config
  open(options?: Partial<Config> & ContextOptions): Promise<Context>
  dispose(): Promise<void>
}

const log = pino({ level: process.env['THEMEWIRE_TEST_LOG'] ?? 'silent' })

export async function freshPlace(backend: Backend): Promise<QueuePlace> {
  const place = await backend.fresh()
  const { folder, databaseUrl, redisUrl } = place
  const config = (overrides: Partial<Config> = {}): Config =>
    readConfig({ threads: 2, fetches: 4, hostDelayMs: 0, folder, databaseUrl, redisUrl, ...overrides }, {})
  return {
    config,
    open: ({ clock, retries, ...overrides } = {}) =>
      openContext(config(overrides), log, {
        ...(clock === undefined ? {} : { clock }),
        ...(retries === undefined ? {} : { retries }),
      }),
    dispose: () => place.dispose(),
  }
}
