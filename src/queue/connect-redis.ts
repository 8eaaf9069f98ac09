/** BullMQ on Redis, through ioredis: any number of machines. */
import { createRedisBackend, type BackendFactory, type IQueueBackend } from 'bullmq'
import { Redis } from 'ioredis'
import { ThemewireError } from '../errors.ts'
import { sharedLocks, type QueueConnection } from './connection.ts'

const connectLimitMs = 5_000

/** Throws `queue-unreachable` when Redis does not answer within five seconds. */
export async function connectRedis(url: string, onError: (error: Error) => void): Promise<QueueConnection> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, connectTimeout: connectLimitMs })
  let first: Error | undefined
  const remember = (error: Error): void => void (first ??= error)
  redis.on('error', remember)
  const giveUp = setTimeout(() => redis.disconnect(), connectLimitMs)
  try {
    await redis.connect()
    await redis.ping()
  } catch (error) {
    redis.disconnect()
    const { host, port } = redis.options
    throw new ThemewireError(
      'queue-unreachable',
      `Redis at ${host}:${port} does not answer: ${(first ?? (error as Error)).message}`,
      { hint: 'start Redis, or mend REDIS_URL; unset it to keep the queues in PostgreSQL', cause: error },
    )
  } finally {
    clearTimeout(giveUp)
  }
  redis.off('error', remember)
  redis.on('error', onError)
  return {
    kind: 'redis',
    connection: redis,
    factory: createRedisBackend as unknown as BackendFactory<IQueueBackend, object>,
    locks: sharedLocks,
    returnOrphans: () => Promise.resolve(0),
    async close() {
      await redis.quit().catch(() => redis.disconnect())
    },
  }
}
