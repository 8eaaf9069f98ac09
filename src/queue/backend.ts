/** The queues: BullMQ on Redis, on a PostgreSQL server, or on the embedded database; one code over all three. */
import {
  Queue,
  Worker,
  type BulkJobOptions,
  type IQueueBackend,
  type Job,
  type JobProgress,
  type PgPool,
  type Processor,
} from 'bullmq'
import { queueNames, type FailedJob, type QueueName, type QueueState } from '../query.ts'
import { connectEmbedded, connectPostgres } from './connect-postgres.ts'
import { connectRedis } from './connect-redis.ts'
import type { QueueConnection } from './connection.ts'
import { articleOf, jobIdOf, readReason, type AnyJobData, type JobData } from './jobs.ts'

/** What the queues ask of the store about their articles. */
export interface ArticleRecords {
  urlsOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>
  /** They failed, and are to be tried again. */
  reopen(articleIds: readonly string[]): Promise<void>
}

export interface QueueOptions {
  readonly store: { readonly kind: 'embedded' | 'postgres'; readonly pool: unknown }
  readonly databaseUrl?: string | undefined
  readonly redisUrl?: string | undefined
  readonly articles?: ArticleRecords
  /** Failures of a connection after it was opened. */
  readonly onError: (error: Error) => void
  /** Tries of a job that may succeed later, and milliseconds before the second; each further wait is twice the one before. */
  readonly retries?: { readonly attempts: number; readonly delayMs: number; readonly deliveries?: number }
}

export interface Schedule {
  readonly id: string
  /** Milliseconds between two runs, or a cron pattern with its time zone. */
  readonly when: { readonly every: number } | { readonly pattern: string; readonly tz: string }
  readonly data: AnyJobData
}

export interface Queues {
  readonly kind: QueueConnection['kind']
  add<N extends QueueName>(name: N, data: JobData[N]): Promise<void>
  addMany<N extends QueueName>(name: N, data: readonly JobData[N][]): Promise<void>
  state(): Promise<QueueState[]>
  /** Failed jobs of all queues, latest first. */
  failed(limit?: number): Promise<FailedJob[]>
  /** Sets failed jobs going again: all, or the one of this job or article; answers them. */
  retry(which?: { id?: string | undefined }): Promise<{ queue: QueueName; id: string; articleId: string | null }[]>
  /** Makes the schedules of a queue be these and no others. A new one runs at once and then at its times. */
  schedule(name: 'poll-feed' | 'digest' | 'retain', schedules: readonly Schedule[]): Promise<void>
  work(name: QueueName, processor: Processor<AnyJobData>, concurrency: number): QueueWorker
  /** For the one process that owns an embedded database: what its killed predecessor had in hand is waiting again. */
  returnOrphans(): Promise<number>
  close(): Promise<void>
}
export type QueueWorker = Worker<AnyJobData, unknown, string, IQueueBackend, JobProgress, object>
type QueueOf = Queue<AnyJobData, unknown, string, AnyJobData, unknown, string, IQueueBackend, object>

const downstream = [
  'poll-feed',
  'fetch',
  'analyze',
  'alert',
  'deliver',
  'digest',
  'retain',
] as const satisfies readonly QueueName[]
const prefix = 'themewire'
const keepFailedSeconds = 30 * 86_400
const bulk = 500
/** Tries of a delivery: with the usual delays, some 18 hours. */
const deliveries = 16
const everyFailed = 100_000

/** Throws `queue-unreachable`. */
export async function openQueues(options: QueueOptions): Promise<Queues> {
  const connected = await connect(options)
  const { connection, factory, locks } = connected
  const retries = options.retries ?? { attempts: 5, delayMs: 2_000 }
  const open = (name: QueueName): QueueOf => {
    const queue: QueueOf = new Queue(
      name,
      {
        connection,
        prefix,
        // What passes is seen by the workers themselves; nobody reads the event log back.
        streams: { events: { maxLen: 1_000 } },
        defaultJobOptions: {
          attempts:
            name === 'poll-feed' ? 1 : name === 'deliver' ? (retries.deliveries ?? deliveries) : retries.attempts,
          backoff: { type: 'growing', delay: retries.delayMs },
          // A finished job's id is free again: whether an article is known is for the store to say.
          removeOnComplete: true,
          removeOnFail: { age: keepFailedSeconds },
          stackTraceLimit: 0,
        },
      },
      factory,
    )
    queue.on('error', options.onError)
    return queue
  }
  const queues = Object.fromEntries(queueNames.map((name) => [name, open(name)])) as Record<QueueName, QueueOf>
  await Promise.all(Object.values(queues).map((queue) => queue.waitUntilReady()))

  const optionsOf = (name: QueueName, data: AnyJobData): BulkJobOptions => ({
    jobId: jobIdOf(data),
    // A schedule asks again by itself; its failure is the feed's to tell, and must not stand in the way of the next run.
    ...(name === 'poll-feed' ? { removeOnFail: true } : {}),
  })
  const failedJobs = async (limit: number): Promise<{ name: QueueName; job: Job<AnyJobData> }[]> => {
    const lists = await Promise.all(
      queueNames.map(async (name) => {
        const jobs = await queues[name].getFailed(0, limit - 1)
        return jobs.filter(Boolean).map((job) => ({ name, job: job as Job<AnyJobData> }))
      }),
    )
    return lists
      .flat()
      .sort((a, b) => (b.job.finishedOn ?? 0) - (a.job.finishedOn ?? 0))
      .slice(0, limit)
  }

  return {
    kind: connected.kind,
    async add(name, data) {
      await queues[name].add(name, data, optionsOf(name, data))
      await revive(queues[name], new Set([jobIdOf(data)]))
    },
    async addMany(name, data) {
      for (let from = 0; from < data.length; from += bulk) {
        const jobs = data.slice(from, from + bulk).map((one) => ({ name, data: one, opts: optionsOf(name, one) }))
        await queues[name].addBulk(jobs)
      }
      await revive(queues[name], new Set(data.map(jobIdOf)))
    },
    async state() {
      const states = new Map<QueueName, QueueState>()
      // In the order that work flows, one after the other: what has left one queue is then seen in the next.
      for (const name of downstream) states.set(name, await stateOf(name, queues[name]))
      return queueNames.map((name) => states.get(name)!)
    },
    async failed(limit = 100) {
      const jobs = await failedJobs(limit)
      const ids = jobs.map(({ job }) => articleOf(job.data)).filter((id) => id !== null)
      const urls = await options.articles?.urlsOf(ids)
      return jobs.map(({ name, job }) => describe(name, job, urls))
    },
    async retry({ id } = {}) {
      const jobs = await failedJobs(everyFailed)
      const chosen = jobs.filter(({ job }) => id === undefined || job.id === id || articleOf(job.data) === id)
      await options.articles?.reopen(chosen.map(({ job }) => articleOf(job.data)).filter((id) => id !== null))
      for (const { job } of chosen) await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
      return chosen.map(({ name, job }) => ({ queue: name, id: job.id ?? '', articleId: articleOf(job.data) }))
    },
    async schedule(name, schedules) {
      const queue = queues[name]
      const kept = new Map((await queue.getJobSchedulers(0, -1)).map((kept) => [kept.key, kept]))
      for (const { id, when, data } of schedules) {
        const had = kept.get(id)
        kept.delete(id)
        const same =
          'every' in when ? Number(had?.every) === when.every : had?.pattern === when.pattern && had.tz === when.tz
        if (had && same) continue
        await queue.upsertJobScheduler(id, when, { name, data, opts: { removeOnFail: true, removeOnComplete: true } })
      }
      for (const id of kept.keys()) await queue.removeJobScheduler(id)
    },
    work(name, processor, concurrency) {
      const worker: QueueWorker = new Worker(
        name,
        processor,
        {
          connection,
          prefix,
          concurrency,
          ...locks,
          metrics: { maxDataPoints: 60 },
          runRetryDelay: 1_000,
          settings: { backoffStrategy: (attempts, _type, error) => backoff(retries.delayMs, attempts, error) },
        },
        factory,
      )
      worker.on('error', options.onError)
      return worker
    },
    returnOrphans: () => connected.returnOrphans(),
    async close() {
      await Promise.all(Object.values(queues).map((queue) => queue.close()))
      await connected.close()
    },
  }
}

/** Twice as long each time, spread by up to a quarter so that many do not come back at once, and never before the other side asked. */
function backoff(delayMs: number, attempts: number, error: Error | undefined): number {
  const wait = delayMs * 2 ** (attempts - 1) * (1 + Math.random() / 4)
  return Math.round(Math.max(wait, (error as { retryAfterMs?: number } | undefined)?.retryAfterMs ?? 0))
}

/** Which back end: one line each. */
function connect({ store, databaseUrl, redisUrl, onError }: QueueOptions): Promise<QueueConnection> {
  if (redisUrl) return connectRedis(redisUrl, onError)
  if (store.kind === 'postgres' && databaseUrl) return connectPostgres(databaseUrl, onError)
  return connectEmbedded(store.pool as PgPool)
}

/** A failed job keeps its id, so that adding it anew does nothing: what is asked for again is tried again. */
async function revive(queue: QueueOf, ids: ReadonlySet<string>): Promise<void> {
  if ((await queue.getFailedCount()) === 0) return
  for (const job of await queue.getFailed()) {
    if (job?.id && ids.has(job.id)) await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
  }
}

async function stateOf(name: QueueName, queue: QueueOf): Promise<QueueState> {
  const [counts, finished] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    queue.getMetrics('completed', 0, 0),
  ])
  return {
    queue: name,
    waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0),
    active: counts['active'] ?? 0,
    delayed: counts['delayed'] ?? 0,
    failed: counts['failed'] ?? 0,
    completed: finished.meta.count,
  }
}

function describe(
  queue: QueueName,
  job: Job<AnyJobData>,
  urls: ReadonlyMap<string, string | null> | undefined,
): FailedJob {
  const articleId = articleOf(job.data)
  return {
    queue,
    id: job.id ?? '',
    articleId,
    url: (articleId !== null && urls?.get(articleId)) || null,
    ...readReason(job.failedReason),
    attempts: job.attemptsMade,
    failedAt: job.finishedOn ? new Date(job.finishedOn).toISOString() : null,
  }
}
