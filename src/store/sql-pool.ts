/** What `pg.Pool` and the embedded engine have in common; BullMQ's PostgreSQL back end takes it too. */
import type { EventEmitter } from 'node:events'

export interface SqlField {
  readonly name: string
  readonly dataTypeID: number
}
export interface SqlResult {
  command: string
  rowCount: number | null
  // Rows are whatever the statement selects; Kysely types them where it matters.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  rows: any[]
  fields: SqlField[]
  oid: number
}
export interface SqlNotification {
  readonly channel: string
  readonly payload: string
  readonly processId: number
}
export interface SqlQuery {
  readonly text: string
  readonly values?: readonly unknown[]
}
export interface SqlClient extends EventEmitter {
  query(text: string | SqlQuery, values?: readonly unknown[]): Promise<SqlResult>
  release(destroy?: boolean | Error): void
}
export interface SqlPool {
  connect(): Promise<SqlClient>
  query(text: string | SqlQuery, values?: readonly unknown[]): Promise<SqlResult>
  end(): Promise<void>
  on(event: string, listener: (...values: never[]) => void): this
  removeAllListeners(event?: string): this
}

/** What the two kinds of store hand to `openStore`. */
export interface OpenedStore {
  readonly pool: SqlPool
  readonly kind: 'embedded' | 'postgres'
  readonly where: string
  setAddress(url: string, key: string): void
  /** Called once the schema stands. */
  ready(): void
  release(): void
}

export const schemaName = 'themewire'
/** The schemas a session sees. BullMQ finds its own by it; our names never collide with its names. */
export const searchPath = `${schemaName}, bullmq, public`
