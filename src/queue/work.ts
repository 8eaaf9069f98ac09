/** The workers of one process: they take jobs, say how it goes, sweep up what was left lying, and stop without losing anything. */
import { EventEmitter } from 'node:events'
import { DelayedError, UnrecoverableError, WaitingError, type Job } from 'bullmq'
import type { AnalysisPool } from '../analysis-pool.ts'
import { asThemewireError, ThemewireError } from '../errors.ts'
import type { RobotsCache } from '../fetch/robots.ts'
import { listingsFileIn } from '../listings-file.ts'
import { queueNames, type QueueName } from '../query.ts'
import { giveUpDelivery } from '../store/alerts.ts'
import { failArticle } from '../store/articles.ts'
import { analyzeArticle } from './analyze-article.ts'
import type { QueueWorker } from './backend.ts'
import type { Context } from './context.ts'
import { fetchArticle } from './fetch-article.ts'
import { HostBusy } from './host-turn.ts'
import { deliverAlert } from './deliver-alert.ts'
import { articleOf, reasonText, type AnyJobData, type JobData } from './jobs.ts'
import { makeDigest } from './make-digest.ts'
import { pollFeed } from './poll-feed.ts'
import { retain } from './retain.ts'
import { assertAlerts, queueAlerts, raiseAlerts } from './raise-alerts.ts'
import { scheduleAll } from './schedules.ts'
import { sumMonthsWhile, sweep } from './sweep.ts'

/** What a job needs besides the context. */
export interface WorkContext extends Context {
  readonly pool: Pick<AnalysisPool, 'analyze' | 'close'>
  readonly robots: RobotsCache
}

/** One file per job; its name is the job's name. */
const jobs: { [N in QueueName]: (context: WorkContext, data: JobData[N], signal: AbortSignal) => Promise<unknown> } = {
  fetch: fetchArticle,
  analyze: async (context, data, signal) => {
    await analyzeArticle(context, data, signal)
    if (!signal.aborted) await queueAlerts(context, data.articleId)
  },
  'poll-feed': pollFeed,
  digest: makeDigest,
  retain,
  alert: raiseAlerts,
  deliver: deliverAlert,
}

export interface Progress {
  readonly queue: QueueName
  /** `later`: it is the host's turn to rest, or a failure that may pass; `returned`: we are stopping. */
  readonly outcome: 'done' | 'later' | 'failed' | 'returned'
  readonly articleId: string | null
  readonly error?: { readonly code: string; readonly message: string }
}

export interface WorkOptions {
  /** Default: worker threads as the configuration says. */
  readonly pool?: Pick<AnalysisPool, 'analyze' | 'close'>
  readonly queues?: readonly QueueName[]
  /** Milliseconds between two sweeps for articles that no job stands for. */
  readonly sweepMs?: number
  /** Milliseconds that `stop` leaves running jobs to finish before it returns them. */
  readonly graceMs?: number
}

export interface Work {
  /** Resolves when nothing is waiting, delayed or being worked on in any queue, or when the work is stopped. */
  idle(): Promise<void>
  /** Takes no more jobs, finishes what is in hand within the grace time and returns the rest to their queue. */
  stop(): Promise<void>
  on(event: 'progress', listener: (progress: Progress) => void): void
  off(event: 'progress', listener: (progress: Progress) => void): void
}

export async function startWork(context: Context, options: WorkOptions = {}): Promise<Work> {
  const { config, queues, log } = context
  const names = options.queues ?? queueNames
  await assertAlerts(context)
  const work: WorkContext = {
    ...context,
    pool: options.pool ?? (await analysisPool(context)),
    robots: new Map() as RobotsCache,
  }
  const concurrency: Record<QueueName, number> = {
    fetch: config.fetches,
    // One more than there are threads, so that saving one article overlaps with reading the next.
    analyze: config.threads + 1,
    'poll-feed': 2,
    digest: 1,
    retain: 1,
    alert: 1,
    deliver: 4,
  }
  const events = new EventEmitter()
  events.setMaxListeners(0)
  let inHand = 0
  let stopped: Promise<void> | undefined

  const tidy = async (): Promise<void> => {
    try {
      await sweep(context)
    } catch (error) {
      log.warn({ err: error }, 'the sweep for unqueued articles failed; the next one tries again')
    }
  }
  let summing: Promise<void> | undefined
  const sum = (): void => {
    summing ??= sumMonthsWhile(context, () => inHand === 0 && stopped === undefined)
      .catch((error: unknown) => log.warn({ err: error }, 'summing a month failed; the next sweep tries again'))
      .finally(() => (summing = undefined))
  }
  await scheduleAll(context)
  // From here on nothing is awaited, so that whoever called can listen before the first job is done.
  const workers = names.map((name) => {
    const worker = queues.work(
      name,
      async (job, token, signal) => {
        inHand++
        try {
          return await runJob(work, name, job, token!, signal!, (progress) => events.emit('progress', progress))
        } finally {
          inHand--
        }
      },
      concurrency[name],
    )
    worker.on('failed', (job, error) => void failUnseen(work, job, error))
    worker.on('stalled', (id) => log.warn({ queue: name, job: id }, 'a job lost its worker and is waiting again'))
    for (const event of ['completed', 'failed', 'drained'] as const) worker.on(event, () => events.emit('turn'))
    return worker
  })

  let swept = tidy()
  sum()
  const sweeping = setInterval(() => {
    swept = tidy()
    sum()
  }, options.sweepMs ?? 60_000)
  sweeping.unref()

  async function isIdle(): Promise<boolean> {
    if (inHand > 0) return false
    const states = await queues.state()
    return states.every(({ queue, waiting, active, delayed }) => {
      // What comes back by the clock is not waited for, nor a webhook that is away for hours.
      const scheduled = queue === 'poll-feed' || queue === 'digest' || queue === 'retain' || queue === 'deliver'
      return waiting + active + (scheduled ? 0 : delayed) === 0
    })
  }

  return {
    async idle() {
      await swept
      for (;;) {
        // Listening begins before looking, so that no last job can slip in between.
        const turn = nextTurn(events, queues.kind === 'embedded' ? undefined : 1_000)
        if (stopped || (await isIdle())) return turn.cancel()
        await turn.happened
      }
    },
    stop: () => (stopped ??= stop()),
    on: (event, listener) => void events.on(event, listener),
    off: (event, listener) => void events.off(event, listener),
  }

  async function stop(): Promise<void> {
    clearInterval(sweeping)
    await swept
    const patience = setTimeout(() => {
      for (const worker of workers) worker.cancelAllJobs('stopping')
    }, options.graceMs ?? 10_000)
    await Promise.all(workers.map((worker) => worker.close()))
    clearTimeout(patience)
    // Only now: while it is waited for, no worker may take up another job.
    await summing
    await work.pool.close()
    events.emit('turn')
  }
}

/** The next time something may have changed; `checkMs` is for what other processes do unseen. */
function nextTurn(events: EventEmitter, checkMs: number | undefined): { happened: Promise<void>; cancel(): void } {
  let cancel = (): void => {}
  const happened = new Promise<void>((resolve) => {
    const timer = checkMs === undefined ? undefined : setTimeout(done, checkMs)
    function done(): void {
      clearTimeout(timer)
      events.off('turn', done)
      resolve()
    }
    events.on('turn', done)
    cancel = done
  })
  return { happened, cancel }
}

async function analysisPool({ config }: Context): Promise<AnalysisPool> {
  const { createAnalysisPool } = await import('../analysis-pool.ts')
  const { threads, analysisLimitMs, pipelineFile, modelsFolder } = config
  const listingsFile = listingsFileIn(config.folder)
  const pool = createAnalysisPool({ threads, limitMs: analysisLimitMs, pipelineFile, modelsFolder, listingsFile })
  try {
    await pool.load()
  } catch (error) {
    await pool.close()
    throw error
  }
  return pool
}

/** An error on its way to BullMQ: the reason as text, and how long the other side asked us to wait. */
class JobError extends Error {
  readonly retryAfterMs: number | undefined
  constructor(reason: ThemewireError) {
    super(reasonText(reason), { cause: reason })
    this.retryAfterMs = (reason.details as { retryAfterMs?: number } | undefined)?.retryAfterMs
  }
}

async function runJob(
  work: WorkContext,
  queue: QueueName,
  job: Job<AnyJobData>,
  token: string,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<unknown> {
  const articleId = articleOf(job.data)
  const run = jobs[queue] as (context: WorkContext, data: AnyJobData, signal: AbortSignal) => Promise<unknown>
  try {
    const result = await untilAborted(run(work, job.data, signal), signal)
    tell({ queue, outcome: 'done', articleId })
    return result
  } catch (error) {
    if (signal.aborted) {
      await job.moveToWait(token)
      tell({ queue, outcome: 'returned', articleId })
      throw new WaitingError()
    }
    if (error instanceof HostBusy) {
      await job.moveToDelayed(Date.now() + error.waitMs, token)
      tell({ queue, outcome: 'later', articleId })
      throw new DelayedError()
    }
    const reason = asThemewireError(error)
    const { code, message } = reason
    const last = !reason.retryable || job.attemptsMade + 1 >= (job.opts.attempts ?? 1)
    if (reason.code === 'internal') work.log.error({ err: error, queue, job: job.id }, 'a job failed unexpectedly')
    if (last && articleId) await failArticle(work.store.db, articleId, { code, message }, work.clock())
    if (last && 'alertId' in job.data) await giveUpDelivery(work.store.db, job.data)
    tell({ queue, outcome: last ? 'failed' : 'later', articleId, error: { code, message } })
    throw last ? new UnrecoverableError(reasonText(reason)) : new JobError(reason)
  }
}

async function untilAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  // What is still running when we leave must not end as an unhandled rejection.
  result.catch(() => {})
  let leave = (): void => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    leave = () => reject(new Error('stopping'))
    signal.addEventListener('abort', leave, { once: true })
  })
  try {
    return await Promise.race([result, aborted])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}

/** A job that BullMQ gives up on without running it: its worker died too often while it was at it. */
async function failUnseen(work: WorkContext, job: Job<AnyJobData> | undefined, error: Error): Promise<void> {
  const articleId = job ? articleOf(job.data) : null
  if (!articleId || !error.message.startsWith('job stalled')) return
  const reason = { code: 'analysis-failed', message: 'the process died each time it worked on this article' }
  await failArticle(work.store.db, articleId, reason, work.clock()).catch((failure: unknown) =>
    work.log.error({ err: failure, articleId }, 'could not mark an article as failed'),
  )
}

export type { QueueWorker }
