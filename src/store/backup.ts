/** A store as a stream of lines, independent of the engine: moves it between folder and server, and across versions. */
import { createGunzip, createGzip } from 'node:zlib'
import { createInterface } from 'node:readline'
import { PassThrough, Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql, type Kysely } from 'kysely'
import { ThemewireError } from '../errors.ts'
import { latestVersion } from './migrate.ts'
import type { Database } from './schema.ts'
import { schemaName } from './sql-pool.ts'

/** Parents before children; the key each is read in order of. What is derived or passing (`search`, `reservation`) is left out, and who may call (`token`). */
const tables = [
  ['article', ['id']],
  ['alias', ['key']],
  ['page', ['article_id']],
  ['revision', ['article_id', 'revision']],
  ['analysis', ['article_id', 'revision', 'analyzed_at']],
  ['finding', ['article_id', 'revision', 'ordinal']],
  ['story', ['id']],
  ['mark', ['article_id', 'finding_id']],
  ['feed', ['id']],
  ['digest', ['date', 'timezone', 'edition']],
  ['blocked_source', ['host']],
  ['alert', ['id']],
  ['delivery', ['alert_id', 'webhook']],
] as const
type Table = (typeof tables)[number][0]

/** What is made from these. */
const derived = ['month_summed', 'month_change', 'month_story', 'month_hour', 'month_told', 'month_role']

const format = 'themewire-backup'
/** Rows read and written at once; pages can be large. */
const batch = 200
const batchBytes = 4_000_000

interface Header {
  readonly format: string
  /** Of the schema it was taken from. */
  readonly schema: number
  readonly madeAt: string
  readonly columns: Record<string, string[]>
}

/** Writes all of a store, gzipped, as it is at one moment; answers how many rows of each table. */
export async function writeBackup(
  db: Kysely<Database>,
  output: Writable,
  { now }: { readonly now: string },
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const lines = async function* (): AsyncGenerator<string> {
    const read = openSnapshot(db)
    try {
      const tx = await read.transaction
      const columns: Header['columns'] = {}
      for (const [table] of tables) columns[table] = await columnsOf(tx, table)
      yield line({ format, schema: latestVersion(), madeAt: now, columns } satisfies Header)
      for (const [table, key] of tables) {
        counts[table] = 0
        for await (const rows of rowsOf(tx, table, key)) {
          counts[table] += rows.length
          yield rows.map((row) => `{"t":"${table}","r":${row}}\n`).join('')
        }
      }
      yield line({ end: counts })
    } finally {
      await read.close()
    }
  }
  await pipeline(Readable.from(lines()), createGzip({ level: 6 }), output)
  return counts
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** A read-only transaction that sees one moment, held open while lines are asked for. */
function openSnapshot(db: Kysely<Database>): { transaction: Promise<Kysely<Database>>; close: () => Promise<void> } {
  let end = (): void => undefined
  let done: Promise<unknown> = Promise.resolve()
  const transaction = new Promise<Kysely<Database>>((resolve, reject) => {
    done = db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        await new Promise<void>((over) => {
          end = over
          resolve(tx)
        })
      })
      .catch(reject)
  })
  return {
    transaction,
    async close() {
      end()
      await done
    },
  }
}

async function* rowsOf(tx: Kysely<Database>, table: Table, key: readonly string[]): AsyncGenerator<string[]> {
  const order = sql.join(key.map((name) => sql.ref(name)))
  const columns = sql.join((await columnsOf(tx, table)).map((name) => sql.ref(name)))
  let last: string | null = null
  for (;;) {
    // The key of the row before, as the engine itself writes it, so that no precision is lost on the way.
    const after: ReturnType<typeof sql> =
      last === null
        ? sql`true`
        : sql`(${order}) > (SELECT ${order} FROM jsonb_populate_record(null::${sql.table(table)}, ${last}::jsonb))`
    const size = table === 'page' ? 20 : batch
    const { rows }: { rows: { row: string; key: string }[] } = await sql<{ row: string; key: string }>`
      SELECT to_jsonb(kept)::text AS row, jsonb_build_object(${keyObject(key)})::text AS key
      FROM (SELECT ${columns} FROM ${sql.table(table)} WHERE ${after} ORDER BY ${order} LIMIT ${size}) AS kept`.execute(
      tx,
    )
    if (rows.length > 0) yield rows.map(({ row }) => row)
    if (rows.length < size) return
    last = rows.at(-1)!.key
  }
}

const keyObject = (key: readonly string[]) => sql.join(key.flatMap((name) => [sql.lit(name), sql.ref(`kept.${name}`)]))

/** Columns that are stored, not computed. */
async function columnsOf(db: Kysely<Database>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_schema = ${schemaName} AND table_name = ${table} AND is_generated = 'NEVER'
    ORDER BY ordinal_position`.execute(db)
  return rows.map(({ name }) => name)
}

/**
 * Fills an empty store from a backup, all or nothing; answers how many rows of each table. Throws `conflict` when the store
 * holds articles, unless `replace`; `bad-backup` for a file that is none or is cut short; `store-version` for a later one.
 */
export async function restoreBackup(
  db: Kysely<Database>,
  input: Readable,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<Record<string, number>> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ full: boolean }>`SELECT EXISTS (SELECT FROM article) AS full`.execute(tx)
    if (rows[0]?.full && !replace) {
      throw new ThemewireError('conflict', 'the store is not empty', {
        hint: 'restore into a new folder or database, or say --replace to give up what it holds',
      })
    }
    const all = [...tables.map(([table]) => table), ...derived]
    await sql`TRUNCATE ${sql.join(all.map((table) => sql.table(table)))}`.execute(tx)
    const counts: Record<string, number> = {}
    const writer = new BatchWriter(tx)
    let ended = false
    for await (const text of linesOf(input)) {
      const record = parse(text)
      if ('format' in record) await writer.begin(record as unknown as Header)
      else if ('end' in record) {
        ended = sameCounts(record['end'] as Record<string, number>, counts)
      } else {
        const table = String(record['t'])
        await writer.add(table, record['r'], text.length)
        counts[table] = (counts[table] ?? 0) + 1
      }
    }
    await writer.flush()
    if (!ended) throw badBackup('it is cut short')
    return counts
  })
}

const sameCounts = (said: Record<string, number>, read: Record<string, number>): boolean =>
  Object.entries(said).every(([table, count]) => count === (read[table] ?? 0))

class BatchWriter {
  #tx: Kysely<Database>
  #columns: Record<string, string[]> | null = null
  #table = ''
  #rows: unknown[] = []
  #bytes = 0

  constructor(tx: Kysely<Database>) {
    this.#tx = tx
  }

  async begin(header: Header): Promise<void> {
    if (header.format !== format || typeof header.columns !== 'object') throw badBackup('it is no backup of Themewire')
    if (header.schema > latestVersion()) {
      throw new ThemewireError(
        'store-version',
        `the backup has version ${header.schema}, this program knows ${latestVersion()}`,
        {
          hint: 'update themewire and restore again',
        },
      )
    }
    const columns: Record<string, string[]> = {}
    // What an older version did not have takes its default.
    for (const [table] of tables) {
      const known = new Set(await columnsOf(this.#tx, table))
      columns[table] = (header.columns[table] ?? []).filter((name) => known.has(name))
    }
    this.#columns = columns
  }

  async add(table: string, row: unknown, bytes: number): Promise<void> {
    if (!this.#columns?.[table])
      throw badBackup(this.#columns ? `it has a table "${table}"` : 'it does not say what it is')
    if (table !== this.#table || this.#rows.length >= batch || this.#bytes > batchBytes) await this.flush()
    this.#table = table
    this.#rows.push(row)
    this.#bytes += bytes
  }

  async flush(): Promise<void> {
    const [table, rows] = [this.#table, this.#rows]
    this.#rows = []
    this.#bytes = 0
    if (rows.length === 0) return
    const columns = sql.join(this.#columns![table]!.map((name) => sql.ref(name)))
    await sql`INSERT INTO ${sql.table(table)} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      this.#tx,
    )
  }
}

async function* linesOf(input: Readable): AsyncGenerator<string> {
  const plain = new PassThrough()
  const unpacked = pipeline(input, createGunzip(), plain)
  // Reported below, once the lines there are have been read.
  unpacked.catch(() => undefined)
  try {
    for await (const text of createInterface({ input: plain, crlfDelay: Infinity })) if (text !== '') yield text
    await unpacked
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code?.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
      throw badBackup('it is damaged or no gzip file')
    throw error
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw badBackup('a line of it is no JSON')
}

const badBackup = (why: string): ThemewireError =>
  new ThemewireError('bad-backup', `the backup cannot be read: ${why}`, {
    hint: 'use a file written by `themewire backup`; nothing has been changed',
  })
