/**
 * The many-machines shape as processes on one machine, where there is no container engine: one API, N workers.
 * `DATABASE_URL=… REDIS_URL=… npx tsx src/dev/cluster.ts [--workers 2] [--port 8321]`; ends them all on Ctrl-C, or when one ends.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { workers: { type: 'string', default: '2' }, port: { type: 'string', default: '8321' } },
})
const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))

if (!process.env['DATABASE_URL']) {
  console.error(
    'cluster: set DATABASE_URL, and REDIS_URL for queues on Redis: several processes cannot share an embedded database',
  )
  process.exit(2)
}

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', main, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })

const children = [
  start('up', '--no-work', '--port', values.port),
  ...Array.from({ length: Number(values.workers) }, () => start('worker')),
]
let stopping = false
function stop(): void {
  // Told once: a second signal would end them without finishing what is in hand.
  if (!stopping) children.forEach((child) => child.kill('SIGTERM'))
  stopping = true
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
const codes = await Promise.all(
  children.map(
    (child) => new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)).once('exit', stop)),
  ),
)
process.exitCode = Math.max(...codes)
