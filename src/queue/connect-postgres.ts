/** BullMQ on PostgreSQL: its own pool on a server, the store's own pool when the database is embedded. */
import { EventEmitter } from 'node:events'
import { createPostgresBackend, runMigrations, type BackendFactory, type IQueueBackend, type PgPool } from 'bullmq'
import { ThemewireError, asThemewireError } from '../errors.ts'
import { maxStalledCount, sharedLocks, type QueueConnection } from './connection.ts'

const factory = createPostgresBackend as unknown as BackendFactory<IQueueBackend, object>

/** The queues of one process over the embedded database. `pool` has `bullmq` on its search path. */
export async function connectEmbedded(pool: PgPool): Promise<QueueConnection> {
  // Every queue and worker listens for its errors.
  if (pool instanceof EventEmitter) pool.setMaxListeners(0)
  await migrate(pool)
  return {
    kind: 'embedded',
    connection: pool,
    factory,
    // One process owns the folder, so no lock can be anybody else's: none is renewed, none runs out.
    locks: { lockDuration: 3_600_000, skipStalledCheck: true, skipLockRenewal: true, maxStalledCount },
    returnOrphans: () => returnActiveJobs(pool),
    close: () => Promise.resolve(),
  }
}

/** The queues on a PostgreSQL server, any number of processes. Throws `queue-unreachable`. */
export async function connectPostgres(databaseUrl: string, onError: (error: Error) => void): Promise<QueueConnection> {
  const { Pool } = (await import('pg')).default
  const pool = new Pool({
    connectionString: databaseUrl,
    // Each worker keeps one connection to listen on; the others run its queries.
    max: 16,
    keepAlive: true,
    application_name: 'themewire-queue',
    // Set here and not in the connection's options, which DATABASE_URL may hold itself.
    // pg waits for the promise, though its types do not say so.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    onConnect: async (client) => void (await client.query('SET search_path TO bullmq')),
  })
  pool.setMaxListeners(0)
  pool.on('error', onError)
  try {
    await migrate(pool)
  } catch (error) {
    await pool.end()
    throw new ThemewireError('queue-unreachable', `the queues' database: ${asThemewireError(error).message}`, {
      hint: 'start PostgreSQL, or mend DATABASE_URL; its user must be allowed to create a schema',
      cause: error,
    })
  }
  return {
    kind: 'postgres',
    connection: pool,
    factory,
    locks: sharedLocks,
    returnOrphans: () => Promise.resolve(0),
    close: () => pool.end(),
  }
}

async function migrate(pool: PgPool): Promise<void> {
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
}

/**
 * BullMQ notices a dead worker when the lock runs out; the owner of a folder knows at once that whoever held one is dead.
 * A job keeps its place in the line, and its count of lost workers goes up as BullMQ's own check would have it.
 */
async function returnActiveJobs(pool: PgPool): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `UPDATE bullmq.job
        SET state = 'waiting', lock_token = NULL, locked_until_ms = NULL, stalled_marked = false,
            stalled_count = stalled_count + 1,
            deferred_failure = CASE WHEN stalled_count + 1 > $1 AND scheduler_id IS NULL
              THEN 'job stalled more than allowable limit' ELSE deferred_failure END
      WHERE state = 'active'
      RETURNING id`,
    [maxStalledCount],
  )
  return rows.length
}
