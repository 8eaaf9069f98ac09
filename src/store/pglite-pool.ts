/**
 * PGlite in the shape of `pg.Pool`. PGlite is one session: it belongs to a client from BEGIN to COMMIT or ROLLBACK while
 * the others wait in line, and each client hears only the channels it listens to.
 */
import { EventEmitter } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { protocol, type PGlite } from '@electric-sql/pglite'
import { readReply } from './pglite-reply.ts'
import type { SqlClient, SqlQuery, SqlResult } from './sql-pool.ts'
import { parameterOf } from './sql-types.ts'

/** Milliseconds a client may sit inside a transaction, doing nothing, while others wait for the session. */
const idleLimitMs = 30_000
/** Milliseconds of queries in a row before timers and sockets get their turn. */
const turnMs = 12

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  readonly done: (result: SqlResult) => void
  readonly failed: (error: unknown) => void
}

export class PGlitePool extends EventEmitter {
  /** What BullMQ looks at: there is no socket that could drop, and waiting clients cost nothing. */
  readonly options = { max: 1000, keepAlive: true }
  #engine: PGlite
  #clients = new Set<PGliteClient>()
  /** Clients with something to do, in order of arrival. */
  #line: PGliteClient[] = []
  #owner: PGliteClient | null = null
  #working = false
  #ending: Promise<void> | null = null
  #idle: (() => void)[] = []
  #idleTimer: NodeJS.Timeout | undefined

  constructor(engine: PGlite) {
    super()
    this.#engine = engine
  }

  get totalCount(): number {
    return this.#clients.size
  }
  get idleCount(): number {
    return 0
  }
  get waitingCount(): number {
    return this.#line.length
  }

  connect(): Promise<PGliteClient> {
    if (this.#ending) return Promise.reject(ended())
    const client = new PGliteClient(
      (target) => this.#enter(target),
      (target) => this.#leave(target),
    )
    this.#clients.add(client)
    this.emit('connect', client)
    return Promise.resolve(client)
  }

  async query(text: string | SqlQuery, values?: readonly unknown[]): Promise<SqlResult> {
    const client = await this.connect()
    try {
      return await client.query(text, values)
    } finally {
      client.release()
    }
  }

  /** Finishes what has been asked, then closes the database. */
  end(): Promise<void> {
    this.#ending ??= (async () => {
      if (this.#working || this.#line.length > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
      clearTimeout(this.#idleTimer)
      await this.#engine.close()
    })()
    return this.#ending
  }

  #enter(client: PGliteClient): void {
    if (!this.#line.includes(client)) this.#line.push(client)
    if (!this.#working) void this.#work()
    else this.#watchOwner()
  }

  #leave(client: PGliteClient): void {
    this.#clients.delete(client)
    if (this.#owner === client) {
      // What a client leaves open when it is given back is undone, as its connection would be.
      client.abandon('the client was released inside a transaction')
      client.rollback()
      this.#enter(client)
    }
    const orphaned = [...client.channels].filter(
      (channel) => ![...this.#clients].some((other) => other.channels.has(channel)),
    )
    client.channels.clear()
    for (const channel of orphaned) {
      if (!this.#ending) void this.query(`UNLISTEN "${channel.replaceAll('"', '""')}"`).catch(() => undefined)
    }
  }

  async #work(): Promise<void> {
    this.#working = true
    let since = performance.now()
    for (let client = this.#next(); client; client = this.#next()) {
      const statement = client.take()
      if (!statement) continue
      clearTimeout(this.#idleTimer)
      await this.#run(client, statement)
      if (performance.now() - since > turnMs) {
        await nextTurn()
        since = performance.now()
      }
    }
    this.#working = false
    this.#watchOwner()
    if (this.#line.length === 0) for (const resolve of this.#idle.splice(0)) resolve()
  }

  /** Whose turn it is: the one inside a transaction, and nobody else until it ends. */
  #next(): PGliteClient | undefined {
    const index = this.#owner ? this.#line.indexOf(this.#owner) : 0
    return index < 0 ? undefined : this.#line.splice(index, 1)[0]
  }

  async #run(client: PGliteClient, statement: Statement): Promise<void> {
    try {
      const reply = await this.#engine.execProtocolStream(messageOf(statement), {
        syncToFs: false,
        throwOnError: false,
      })
      const { results, error, status, notifications } = readReply(reply)
      this.#owner = status === 'I' ? null : client
      if (!error) this.#subscribe(client, statement.text)
      for (const note of notifications) {
        for (const other of this.#clients) if (other.channels.has(note.channel)) other.emit('notification', note)
      }
      if (client.waiting) this.#line.push(client)
      if (error) statement.failed(error)
      else statement.done(results.length === 1 ? results[0]! : (results as unknown as SqlResult))
    } catch (error) {
      // The engine itself failed: nothing more can be asked of it.
      this.#owner = null
      if (client.waiting) this.#line.push(client)
      statement.failed(error)
      if (this.listenerCount('error') > 0) this.emit('error', error)
    }
  }

  #subscribe(client: PGliteClient, text: string): void {
    if (!/listen/i.test(text)) return
    for (const [, off, quoted, plain, all] of text.matchAll(/\b(un)?listen\s+(?:"((?:[^"]|"")+)"|(\w+)|(\*))/gi)) {
      const channel = quoted?.replaceAll('""', '"') ?? plain?.toLowerCase()
      if (all) client.channels.clear()
      else if (!off) client.channels.add(channel!)
      else client.channels.delete(channel!)
    }
  }

  /** A transaction left idle while others wait would stop the whole process; it is undone, and its client is told. */
  #watchOwner(): void {
    clearTimeout(this.#idleTimer)
    const owner = this.#owner
    if (!owner || owner.waiting || this.#line.length === 0) return
    this.#idleTimer = setTimeout(() => {
      if (this.#owner !== owner || owner.waiting) return
      owner.abandon(`the transaction did nothing for ${idleLimitMs / 1000} s while others waited and was rolled back`)
      owner.rollback()
      this.#enter(owner)
    }, idleLimitMs)
    this.#idleTimer.unref()
  }
}

/** What `connect()` gives: queries run in order; the session is held from BEGIN to COMMIT or ROLLBACK. */
export class PGliteClient extends EventEmitter implements SqlClient {
  readonly channels = new Set<string>()
  #statements: Statement[] = []
  #enter: (client: PGliteClient) => void
  #leave: (client: PGliteClient) => void
  #released = false
  #abandoned: Error | null = null

  constructor(enter: (client: PGliteClient) => void, leave: (client: PGliteClient) => void) {
    super()
    this.setMaxListeners(0)
    this.#enter = enter
    this.#leave = leave
  }

  get waiting(): boolean {
    return this.#statements.length > 0
  }

  query(query: string | SqlQuery, values?: readonly unknown[]): Promise<SqlResult> {
    if (this.#released) return Promise.reject(new Error('the client has been released'))
    if (this.#abandoned) {
      const error = this.#abandoned
      this.#abandoned = null
      return Promise.reject(error)
    }
    const text = typeof query === 'string' ? query : query.text
    const bound = values ?? (typeof query === 'string' ? [] : (query.values ?? []))
    return new Promise((done, failed) => {
      this.#statements.push({ text, values: bound, done, failed })
      this.#enter(this)
    })
  }

  release(_destroy?: boolean | Error): void {
    if (this.#released) return
    this.#released = true
    this.#leave(this)
  }

  take(): Statement | undefined {
    return this.#statements.shift()
  }

  /** Fails what is still to be asked, for it would run outside the transaction it was meant for. */
  abandon(reason: string): void {
    const error = Object.assign(new Error(reason), { code: '25P03' })
    for (const statement of this.#statements.splice(0)) statement.failed(error)
    this.#abandoned = error
  }

  rollback(): void {
    this.#statements.push({ text: 'ROLLBACK', values: [], done: () => undefined, failed: () => undefined })
  }
}

/** One round trip: a simple query without parameters may hold several statements, as with node-postgres. */
function messageOf({ text, values }: Statement): Uint8Array {
  const { parse, bind, describe, execute, sync, query } = protocol.serialize
  if (values.length === 0) return query(text)
  return Buffer.concat([
    parse({ text }),
    bind({ values: values.map(parameterOf) }),
    describe({ type: 'P' }),
    execute({}),
    sync(),
  ])
}

const ended = (): Error => new Error('Cannot use a pool after calling end on the pool')
