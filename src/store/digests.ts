/** Digests that were made. A digest is derived and can be built again; kept are the editions readers were given. */
import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'
import { storableJson } from './sql-types.ts'

export interface DigestEdition {
  /** YYYY-MM-DD in `timezone`. */
  readonly date: string
  readonly timezone: string
  /** 1 for the first; a later one holds what came late. */
  readonly edition: number
  readonly madeAt: string
}

export interface NewDigest {
  readonly date: string
  readonly timezone: string
  /** ISO 8601. */
  readonly from: string
  readonly to: string
  /** The digest as JSON. */
  readonly content: unknown
  readonly now: string
}

/** Keeps a digest; the same content again is the same edition. */
export async function saveDigest(db: Kysely<Database>, digest: NewDigest): Promise<DigestEdition> {
  const content = storableJson(digest.content)
  const hash = hashOf(content)
  return db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`digest ${digest.date} ${digest.timezone}`}))`.execute(tx)
    const last = await tx
      .selectFrom('digest')
      .select(['edition', 'hash', 'made_at'])
      .where('date', '=', digest.date)
      .where('timezone', '=', digest.timezone)
      .orderBy('edition', 'desc')
      .limit(1)
      .executeTakeFirst()
    const { date, timezone } = digest
    if (last?.hash === hash) return { date, timezone, edition: last.edition, madeAt: last.made_at }
    const edition = (last?.edition ?? 0) + 1
    await tx
      .insertInto('digest')
      .values({
        date,
        timezone,
        edition,
        made_at: digest.now,
        window_from: digest.from,
        window_to: digest.to,
        hash,
        content,
      })
      .execute()
    return { date, timezone, edition, madeAt: digest.now }
  })
}

/** The latest edition, or the one asked for; null when there is none. `content` is what was saved. */
export async function getDigest(
  db: Kysely<Database>,
  { date, timezone, edition }: { readonly date: string; readonly timezone: string; readonly edition?: number },
): Promise<(DigestEdition & { readonly content: unknown }) | null> {
  const row = await db
    .selectFrom('digest')
    .select(['date', 'timezone', 'edition', 'made_at as madeAt', 'content'])
    .where('date', '=', date)
    .where('timezone', '=', timezone)
    .$if(edition !== undefined, (query) => query.where('edition', '=', edition!))
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Which edition of a day readers had at a moment (ISO 8601); null when there was none yet. */
export async function editionAsOf(
  db: Kysely<Database>,
  { date, timezone, as_of }: { readonly date: string; readonly timezone: string; readonly as_of: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('digest')
    .select('edition')
    .where('date', '=', date)
    .where('timezone', '=', timezone)
    .where('made_at', '<=', as_of)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.edition ?? null
}

/** Takes out of every edition what it says by articles that were removed since; answers the editions that changed. */
export async function redactEditions(
  db: Kysely<Database>,
  redact: (content: unknown, gone: ReadonlySet<string>) => unknown,
): Promise<{ date: string; timezone: string; edition: number }[]> {
  const { rows } = await sql<{ date: string; timezone: string; edition: number; gone: string[] }>`
    SELECT date, timezone, edition, gone FROM (
      SELECT date, timezone, edition, ARRAY(
        SELECT a.id FROM article a WHERE a.removed_at IS NOT NULL AND a.id IN (
          SELECT named #>> '{}' FROM jsonb_path_query(content, '$.**.articleId') AS named)) AS gone
      FROM digest) AS quoting
    WHERE cardinality(gone) > 0 ORDER BY date, timezone, edition`.execute(db)
  for (const { date, timezone, edition, gone } of rows) {
    const stored = await getDigest(db, { date, timezone, edition })
    const content = storableJson(redact(stored?.content, new Set(gone)))
    await db
      .updateTable('digest')
      .set({ content, hash: hashOf(content) })
      .where('date', '=', date)
      .where('timezone', '=', timezone)
      .where('edition', '=', edition)
      .execute()
  }
  return rows.map(({ date, timezone, edition }) => ({ date, timezone, edition }))
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex')

/** The latest edition of each day, latest day first. */
export async function listDigests(db: Kysely<Database>, limit = 400): Promise<DigestEdition[]> {
  return db
    .selectFrom('digest')
    .select(['date', 'timezone', 'edition', 'made_at as madeAt'])
    .distinctOn(['date', 'timezone'])
    .orderBy('date', 'desc')
    .orderBy('timezone')
    .orderBy('edition', 'desc')
    .limit(limit)
    .execute()
}
