/** Opens the store: an embedded PostgreSQL in a folder, or a PostgreSQL server. The one place where they differ. */
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { migrate } from './migrate.ts'
import type { Database } from './schema.ts'
import type { SqlPool } from './sql-pool.ts'

export type { SqlClient, SqlPool } from './sql-pool.ts'

export interface Store {
  readonly db: Kysely<Database>
  /** Its sessions see the schemas `themewire`, `bullmq` and `public`, in UTC. */
  readonly pool: SqlPool
  readonly kind: 'embedded' | 'postgres'
  /** The folder, or the server without its password: for people. */
  readonly where: string
  /** Tells other processes where the owner of an embedded store answers, and what opens it to them; nothing on a server. */
  setAddress(url: string, key: string): void
  close(): Promise<void>
}

export interface StoreOptions {
  /** `postgres://…`; without it the store is embedded in `folder`. */
  readonly databaseUrl?: string | undefined
  readonly folder: string
  /** Connections to a server, at most; 10 unless told. */
  readonly connections?: number
  /** Hears of connections lost while idle; the next query opens another. */
  readonly onError?: (error: Error) => void
}

/**
 * Opens the store and brings its schema up to date. Throws `store-locked` when another process has the folder,
 * `store-unreachable` when there is no server or no usable folder, `store-version` when it is from a later Themewire.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const open = options.databaseUrl
    ? await (await import('./open-postgres.ts')).openPostgres(options.databaseUrl, options.connections ?? 10)
    : await (await import('./open-embedded.ts')).openEmbedded(options.folder)
  const { pool, kind, where } = open
  pool.on('error', (error: Error) => options.onError?.(error))
  try {
    await migrate(pool)
  } catch (error) {
    await pool.end().catch(() => undefined)
    open.release()
    throw error
  }
  open.ready()
  // Kysely asks no more of a pool than SqlPool gives.
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: pool as unknown as PostgresPool }) })
  let closing: Promise<void> | undefined
  return {
    db,
    pool,
    kind,
    where,
    setAddress: (url, key) => open.setAddress(url, key),
    close: () => (closing ??= pool.end().finally(() => open.release())),
  }
}
