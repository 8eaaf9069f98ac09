/**
 * Findings a person has marked wrong: they leave queries and digests and stay in the record, for whoever mends the rules. A mark
 * corrects how an article was read, not what was known of it: it holds as of every moment, as a better analysis does.
 */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import { ThemewireError } from '../errors.ts'
import type { MarkQuery, MarkRow, Page } from '../query.ts'
import type { Finding } from '../types.ts'
import { cursorOf, placeOf } from './cursor.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'
import { all } from './windows.ts'

export interface Mark {
  readonly articleId: string
  readonly findingId: string
  readonly reason: string
  readonly by: string | null
  /** ISO 8601. */
  readonly markedAt: string
}

/** The fields of a value that say how much and how well, not what: they change from model to model. */
const measures = 'relevance sentiment mentions score from to winners losers imposer target goods'.split(' ')
const claim = (value: string): RawBuilder<unknown> => sql`(${sql.raw(value)} - ${measures}::text[])`

/** A finding `f` is the one that `m` marks: by its id, or because it says the same in the same words, wherever they stand by now. */
const marks = sql<SqlBool>`(f.id = m.finding_id OR (f.kind = m.finding->>'kind'
  AND ${claim('f.value')} = ${claim(`(m.finding->'value')`)}
  AND f.evidence->0->'quote' = m.finding->'evidence'->0->'quote'
  AND f.evidence->0->'field' IS NOT DISTINCT FROM m.finding->'evidence'->0->'field'))`

const whole = sql<Finding>`jsonb_build_object('id', f.id, 'kind', f.kind, 'value', f.value, 'evidence', f.evidence,
  'rule', f.rule, 'confidence', f.confidence)`

/** Throws `not-found` when the article has no such finding. Marked twice, the last reason holds. */
export async function markFinding(
  db: Kysely<Database>,
  { articleId, findingId, reason, by, markedAt }: Mark,
): Promise<MarkRow> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT FROM article WHERE id = ${articleId} FOR UPDATE`.execute(tx)
    const { rows } = await sql`
      INSERT INTO mark (article_id, finding_id, reason, marked_by, marked_at, finding)
      SELECT f.article_id, f.id, ${storable(reason)}, ${by === null ? null : storable(by)}, ${markedAt}::timestamptz, ${whole}
      FROM finding f WHERE f.article_id = ${articleId} AND f.id = ${findingId} ORDER BY f.revision DESC LIMIT 1
      ON CONFLICT (article_id, finding_id) DO UPDATE
      SET reason = excluded.reason, marked_by = excluded.marked_by, marked_at = excluded.marked_at
      RETURNING finding_id`.execute(tx)
    if (rows.length === 0) throw noFinding(findingId)
    await applyMarks(tx, articleId)
    return (await markOf(tx, articleId, findingId))!
  })
}

/** Answers the mark that was taken back; null when there was none. The finding may be called by the id it has today. */
export async function unmarkFinding(
  db: Kysely<Database>,
  articleId: string,
  findingId: string,
): Promise<MarkRow | null> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT FROM article WHERE id = ${articleId} FOR UPDATE`.execute(tx)
    const mark = await markOf(tx, articleId, findingId)
    if (mark === null) return null
    await sql`DELETE FROM mark m WHERE ${meant(articleId, findingId)}`.execute(tx)
    await sql`UPDATE finding f SET marked_at = NULL WHERE f.article_id = ${articleId} AND f.marked_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM mark m WHERE m.article_id = f.article_id AND ${marks})`.execute(tx)
    await settle(tx, articleId)
    return mark
  })
}

const meant = (articleId: string, findingId: string): RawBuilder<SqlBool> => sql`m.article_id = ${articleId}
  AND (m.finding_id = ${findingId} OR EXISTS (
    SELECT FROM finding f WHERE f.article_id = m.article_id AND f.id = ${findingId} AND ${marks}))`

/** Marks what a person has marked in this article before, in a reading just saved; nearly always there is nothing to do. */
export async function applyMarks(tx: Kysely<Database>, articleId: string): Promise<void> {
  const { numAffectedRows } = await sql`UPDATE finding f SET marked_at = m.marked_at FROM mark m
    WHERE m.article_id = ${articleId} AND f.article_id = m.article_id AND ${marks}`.execute(tx)
  if ((numAffectedRows ?? 0n) > 0n) await settle(tx, articleId)
}

/** Which instruments and themes an article, its readings and their findings are listed under: those of what is not marked. */
async function settle(tx: Kysely<Database>, articleId: string): Promise<void> {
  const named = (kind: string, column: string) => sql`ARRAY(
    SELECT ${sql.ref(`f.${column}`)} FROM finding f
    WHERE f.article_id = r.article_id AND f.revision = r.revision AND f.kind = ${kind} AND f.marked_at IS NULL
    GROUP BY 1 ORDER BY min(f.ordinal))`
  await sql`
    WITH about AS (
      SELECT r.article_id, r.revision, ${named('instrument', 'symbol')} AS symbols, ${named('theme', 'theme')} AS themes
      FROM revision r WHERE r.article_id = ${articleId}
    ), reading AS (
      UPDATE revision r SET symbols = about.symbols, themes = about.themes FROM about
      WHERE r.article_id = about.article_id AND r.revision = about.revision
    ), current AS (
      UPDATE article a SET symbols = about.symbols, themes = about.themes FROM about
      WHERE a.id = about.article_id AND a.revision = about.revision
    )
    UPDATE finding f SET symbols = CASE WHEN f.symbol IS NULL THEN about.symbols ELSE f.symbols END,
      themes = CASE WHEN f.theme IS NULL THEN about.themes ELSE f.themes END
    FROM about WHERE f.article_id = about.article_id AND f.revision = about.revision AND f.kind <> 'table'`.execute(tx)
}

/** The article that a finding is of; throws `not-found`. */
export async function articleOfFinding(db: Kysely<Database>, findingId: string): Promise<string> {
  const { rows } = await sql<{ article: string }>`
    SELECT article_id AS article FROM finding WHERE id = ${findingId}
    UNION ALL SELECT article_id FROM mark WHERE finding_id = ${findingId} LIMIT 1`.execute(db)
  const [row] = rows
  if (!row) throw noFinding(findingId)
  return row.article
}

interface Row {
  readonly article: string
  readonly findingId: string
  readonly finding: Finding
  readonly reason: string
  readonly by: string | null
  readonly markedAt: string
  readonly found: boolean
  readonly source: MarkRow['source']
}

/** Where the article of a restored mark has no finding any more, nothing is left to show. */
const columns = sql`
  m.article_id AS article, m.finding_id AS "findingId", m.reason, m.marked_by AS by, m.marked_at AS "markedAt",
  coalesce(m.finding, (SELECT ${whole} FROM finding f WHERE f.article_id = m.article_id AND f.id = m.finding_id
    ORDER BY f.revision DESC LIMIT 1)) AS finding,
  EXISTS (SELECT FROM finding f WHERE f.article_id = m.article_id AND f.superseded_at IS NULL AND ${marks}) AS found,
  jsonb_build_object('articleId', a.id, 'storyId', a.story_id, 'title', a.title, 'url', coalesce(a.canonical_url, a.url),
    'siteName', a.site_name, 'publishedAt', a.published_text, 'publishedPrecision', a.published_precision,
    'knownAt', to_char(a.known_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS source`

const markRow = ({ finding, source, reason, by, markedAt, found }: Row): MarkRow => ({
  ...finding,
  source,
  mark: { reason, by, markedAt, found },
})

/** The mark of a finding, called by whichever of its ids; null where there is none. */
export async function markOf(db: Kysely<Database>, articleId: string, findingId: string): Promise<MarkRow | null> {
  const { rows } = await sql<Row>`SELECT ${columns} FROM mark m JOIN article a ON a.id = m.article_id
    WHERE ${meant(articleId, findingId)} ORDER BY m.marked_at DESC LIMIT 1`.execute(db)
  return rows[0] ? markRow(rows[0]) : null
}

/** Latest first. */
export async function listMarks(db: Kysely<Database>, query: MarkQuery): Promise<Page<MarkRow>> {
  const place = placeOf('marks', query.cursor, ['time', 'id', 'id'])
  const where = all([
    ...(query.article === undefined ? [] : [sql<SqlBool>`m.article_id = ${query.article}`]),
    ...(query.kinds === undefined ? [] : [sql<SqlBool>`m.finding->>'kind' = ANY(${query.kinds}::text[])`]),
    ...(query.rule === undefined ? [] : [sql<SqlBool>`m.finding->>'rule' = ${query.rule}`]),
  ])
  const after = place
    ? sql`(m.marked_at, m.article_id, m.finding_id) < (${place[0]}::timestamptz, ${place[1]}, ${place[2]})`
    : sql`true`
  const [{ rows }, found] = await Promise.all([
    sql<Row>`SELECT ${columns} FROM mark m JOIN article a ON a.id = m.article_id WHERE ${where} AND ${after}
      ORDER BY m.marked_at DESC, m.article_id DESC, m.finding_id DESC LIMIT ${query.limit + 1}`.execute(db),
    sql<{ found: number }>`SELECT count(*)::int AS found FROM mark m WHERE ${where}`.execute(db),
  ])
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const next =
    rows.length > page.length && last ? cursorOf('marks', [last.markedAt, last.article, last.findingId]) : null
  return { data: page.map(markRow), meta: { found: found.rows[0]?.found ?? 0, returned: page.length, next } }
}

const noFinding = (id: string): ThemewireError =>
  new ThemewireError('not-found', `there is no finding "${id}"`, { hint: 'GET /v1/findings lists them' })
