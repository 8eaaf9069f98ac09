/** Analysis in worker threads with a time limit: a hopeless page costs its own time and one thread, never the process. */
import { Piscina } from 'piscina'
import type { Outcome } from './analysis-worker.ts'
import type { EngineFiles } from './analyze.ts'
import { asThemewireError, ThemewireError, type errorBody } from './errors.ts'
import { errorAnswer, parseJson, type LineAnswer, type LineVerb } from './line-verbs.ts'
import type { Analysis, AnalysisInput } from './types.ts'

export interface AnalysisPool {
  readonly threads: number
  /** Loads pipeline and models in a first thread; throws `bad-pipeline` or `bad-models`, before any article fails for it. */
  load(): Promise<void>
  /** Throws ThemewireError: the reader's own, `analysis-timeout` or `analysis-failed`. */
  analyze(input: AnalysisInput): Promise<Analysis>
  /** Answers of one verb for some lines, in order; never throws for a line. */
  lines(verb: LineVerb, lines: string[]): Promise<LineAnswer[]>
  close(): Promise<void>
}

export interface PoolOptions extends EngineFiles {
  readonly threads: number
  /** Milliseconds one article may take, from when a thread takes it up. */
  readonly limitMs: number
}

const fromSource = import.meta.url.endsWith('.ts')
/** Old-generation heap of one thread: many times what the largest article needs. */
const heapMb = 1024

export function createAnalysisPool({ threads, limitMs, ...files }: PoolOptions): AnalysisPool {
  const pool = new Piscina({
    filename: new URL(fromSource ? './analysis-worker.ts' : './analysis-worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    workerData: files,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    ...(fromSource ? { execArgv: ['--import', tsxForThread()] } : {}),
  })
  // A thread that dies fails its own task; without a listener it would take the process along.
  pool.on('error', () => {})
  // No more tasks are handed over than there are threads, so that a task's time starts when it is taken up, not when it queues.
  const turn = turnstile(threads)

  async function run<T>(name: string, task: unknown, timeLimit: number): Promise<T> {
    await turn.enter()
    const signal = AbortSignal.timeout(timeLimit)
    try {
      return (await pool.run(task, { name, signal })) as T
    } catch (error) {
      throw signal.aborted
        ? new ThemewireError(
            'analysis-timeout',
            `the analysis took longer than ${timeLimit / 1000} s and was stopped`,
            {
              hint: 'the page is unusual in size or shape; raise THEMEWIRE_ANALYSIS_LIMIT_MS if it matters',
            },
          )
        : new ThemewireError('analysis-failed', `the analysis failed: ${asThemewireError(error).message}`, {
            cause: error,
          })
    } finally {
      turn.leave()
    }
  }

  return {
    threads,
    async load() {
      const error = await run<ErrorBody | null>('load', undefined, limitMs)
      if (error) throw revived(error)
    },
    async analyze(input) {
      const outcome = await run<Outcome>('analysis', input, limitMs)
      if ('analysis' in outcome) return outcome.analysis
      throw revived(outcome.error)
    },
    async lines(verb, lines) {
      try {
        return await run<LineAnswer[]>('lines', { verb, lines }, limitMs)
      } catch (error) {
        if (lines.length > 1) return (await Promise.all(lines.map((line) => this.lines(verb, [line])))).flat()
        return lines.map((line) =>
          errorAnswer(
            safely(() => parseJson(line)),
            error,
          ),
        )
      }
    },
    close: () => pool.destroy(),
  }
}

type ErrorBody = ReturnType<typeof errorBody>

/** An error that came from another thread as data, as an error again. */
const revived = ({ code, message, hint, details }: ErrorBody): ThemewireError =>
  new ThemewireError(code, message, { ...(hint === undefined ? {} : { hint }), details })

/** `--import tsx` registers itself in main threads only on Node 20, so a thread is told to. */
const tsxForThread = (): string =>
  `data:text/javascript,import{register}from${JSON.stringify(import.meta.resolve('tsx/esm/api'))};register()`

function turnstile(places: number): { enter(): Promise<void>; leave(): void } {
  const waiting: (() => void)[] = []
  let free = places
  return {
    async enter() {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    leave() {
      const next = waiting.shift()
      if (next) next()
      else free++
    },
  }
}

function safely<T>(get: () => T): T | undefined {
  try {
    return get()
  } catch {
    return undefined
  }
}
