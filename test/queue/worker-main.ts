/** The process of `startWorker`: real workers over the configuration given; one line of JSON per job done. */
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import type { Config } from '../../src/config.ts'
import { openContext } from '../../src/queue/context.ts'
import { startWork } from '../../src/queue/work.ts'
import { readingPool } from './reading-pool.ts'

const config = JSON.parse(process.argv[2]!) as Config
const context = await openContext(config, pino({ level: process.env['THEMEWIRE_TEST_LOG'] ?? 'silent' }))
const work = await startWork(context, { pool: readingPool() })
work.on('progress', (progress) => console.log(JSON.stringify(progress)))
console.log('ready')

async function leave(): Promise<void> {
  await work.stop()
  await context.close()
  process.exit(0)
}
process.once('SIGTERM', () => void leave())
createInterface({ input: process.stdin }).on('line', () => void work.idle().then(leave))
