/** Workers in a process of their own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Config } from '../../src/config.ts'
import type { Progress } from '../../src/queue/work.ts'

export interface WorkerProcess {
  /** Milliseconds from the start of the process to its workers running. */
  readonly ready: Promise<number>
  readonly seen: Progress[]
  onProgress(listener: (progress: Progress) => void): void
  /** SIGKILL; resolves when it is dead. */
  kill(): Promise<void>
  /** Stops when all queues are empty; answers what it did. */
  stopWhenIdle(): Promise<Progress[]>
  stop(): Promise<void>
}

export function startWorker(config: Config, env: Record<string, string> = {}): WorkerProcess {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', new URL('./worker-main.ts', import.meta.url).pathname, JSON.stringify(config)],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } },
  )
  const gone = once(child, 'exit')
  const seen: Progress[] = []
  const listeners: ((progress: Progress) => void)[] = []
  const ready = new Promise<number>((resolve, reject) => {
    void gone.then(([code]) => reject(new Error(`the worker process ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') return resolve(performance.now() - started)
      const progress = JSON.parse(line) as Progress
      seen.push(progress)
      for (const listener of listeners) listener(progress)
    })
  })
  ready.catch(() => {})
  return {
    ready,
    seen,
    onProgress: (listener) => void listeners.push(listener),
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async stopWhenIdle() {
      child.stdin.end('idle\n')
      await gone
      return seen
    },
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}
