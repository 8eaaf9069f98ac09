/** What a queue back end gives: a connection BullMQ can use, and how its workers keep their locks. */
import type { BackendFactory, IQueueBackend, WorkerOptions } from 'bullmq'

export interface QueueConnection {
  readonly kind: 'embedded' | 'postgres' | 'redis'
  readonly connection: object
  readonly factory: BackendFactory<IQueueBackend, object>
  /** How a worker's death is noticed. */
  readonly locks: Pick<
    WorkerOptions,
    'lockDuration' | 'stalledInterval' | 'maxStalledCount' | 'skipStalledCheck' | 'skipLockRenewal'
  >
  /** Gives back what a killed process had in hand, where nobody else can be working; answers how many jobs that were. */
  returnOrphans(): Promise<number>
  close(): Promise<void>
}

/** How often a job may lose its worker before it is held to be the cause. */
export const maxStalledCount = 10

/** Several processes share the queue: a job whose worker died is taken back when its lock runs out, in 5 to 15 s. */
export const sharedLocks: QueueConnection['locks'] = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount }
