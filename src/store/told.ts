/** What a window tells, narrow enough to read whole: values without their evidence; whole findings only for what is quoted. */
import { sql, type Kysely } from 'kysely'
import type { FindingRow } from '../query.ts'
import type { Kind, Value } from '../types.ts'
import { findingRow, type StoredFinding } from './finding-row.ts'
import type { Database } from './schema.ts'

export interface Span {
  /** ISO 8601; `from` is in it, `to` is not. */
  readonly from: string
  readonly to: string
}

/** Where a finding stands: in the current reading of its article. */
export interface Place {
  readonly articleId: string
  readonly ordinal: number
}

export interface Told<K extends Kind = Kind> extends Place {
  readonly kind: K
  readonly value: Value<K>
  readonly confidence: number
  readonly story: string
}

/** Dated findings of a kind, in the order they were published. `subjects`: moves of these alone. */
export async function toldIn<K extends Kind>(
  db: Kysely<Database>,
  kind: K,
  { from, to }: Span,
  subjects?: readonly string[],
): Promise<Told<K>[]> {
  const { rows } = await sql<Told<K>>`
    SELECT kind, article_id AS "articleId", ordinal, value, confidence, coalesce(story_id, article_id) AS story
    FROM finding
    WHERE kind = ${kind} AND sort_at >= ${from}::timestamptz AND sort_at < ${to}::timestamptz
      AND published_at IS NOT NULL AND superseded_at IS NULL AND marked_at IS NULL
      AND ${subjects === undefined ? sql`true` : sql`subject = ANY(${[...subjects]}::text[])`}
    ORDER BY sort_at, article_id, ordinal`.execute(db)
  return rows
}

/** An event ahead, by its clearest statement: one with a level first, then the most confident, then the first. */
export interface Announced {
  readonly told: Place
  /** YYYY-MM-DD or YYYY-MM */
  readonly date: string
  readonly stories: number
  /** One of them was told before `known`. */
  readonly update: boolean
}

/** Policy events told in a window as scheduled or expected for later than a date (YYYY-MM-DD), or than its month; soonest first, then most told. */
export async function announcedIn(
  db: Kysely<Database>,
  { from, to }: Span,
  { after, known }: { readonly after: string; readonly known: string },
): Promise<Announced[]> {
  const { rows } = await sql<{ date: string; stories: number; update: boolean; best: string }>`
    WITH ahead AS (
      SELECT type, issuer, value->>'jurisdiction' AS jurisdiction, value->'date'->>'from' AS date, value ? 'rate' AS level,
        confidence, article_id, ordinal, coalesce(story_id, article_id) AS story, sort_at
      FROM finding
      WHERE kind = 'policy_event' AND status IN ('scheduled', 'expected')
        AND sort_at >= ${from}::timestamptz AND sort_at < ${to}::timestamptz
        AND published_at IS NOT NULL AND superseded_at IS NULL AND marked_at IS NULL
    )
    SELECT date, count(DISTINCT story)::int AS stories, bool_or(sort_at < ${known}::timestamptz) AS update,
      (array_agg(ordinal || '/' || article_id ORDER BY level DESC, confidence DESC, sort_at, article_id, ordinal))[1] AS best
    FROM ahead WHERE date COLLATE "C" > left(${after}, length(date))
    GROUP BY type, issuer, jurisdiction, date
    ORDER BY date COLLATE "C", stories DESC, max(confidence) DESC, best`.execute(db)
  return rows.map(({ best, ...row }) => ({ ...row, told: placeOf(best) }))
}

/** From `ordinal/article`, which is how SQL hands a place on. */
export function placeOf(text: string): Place {
  const slash = text.indexOf('/')
  return { articleId: text.slice(slash + 1), ordinal: Number(text.slice(0, slash)) }
}

export const keyOf = ({ articleId, ordinal }: Place): string => `${articleId}/${ordinal}`

/** The findings at some places, by `keyOf`. */
export async function findingsAt(db: Kysely<Database>, places: readonly Place[]): Promise<Map<string, FindingRow>> {
  if (places.length === 0) return new Map()
  const { rows } = await sql<StoredFinding>`
    SELECT f.*, 0 AS rank, r.title, r.url, r.canonical_url, r.site_name, r.published_text, r.published_precision
    FROM (SELECT DISTINCT * FROM unnest(${places.map(({ articleId }) => articleId)}::text[],
      ${places.map(({ ordinal }) => ordinal)}::int[]) AS place (article_id, ordinal)) AS place
    JOIN finding f ON f.article_id = place.article_id AND f.ordinal = place.ordinal AND f.superseded_at IS NULL
    JOIN revision r ON r.article_id = f.article_id AND r.revision = f.revision`.execute(db)
  return new Map(
    rows.map((row) => [keyOf({ articleId: row.article_id, ordinal: row.ordinal }), findingRow(row)] as const),
  )
}

/** The words by which instruments were found in some articles, and the labels and parties of a window's themes, in small letters. */
export async function namedIn(
  db: Kysely<Database>,
  articles: readonly string[],
  { from, to }: Span,
): Promise<Set<string>> {
  const themes = sql`kind = 'theme' AND sort_at >= ${from}::timestamptz AND sort_at < ${to}::timestamptz
    AND published_at IS NOT NULL AND superseded_at IS NULL AND marked_at IS NULL`
  // Each kind has an index by article; asked for both at once, all findings of both kinds would be looked through.
  const quoted = (kind: string) => sql`
    SELECT DISTINCT lower(span->>'quote') AS name FROM finding, jsonb_array_elements(evidence) AS span
    WHERE article_id = ANY(${[...articles]}::text[]) AND kind = ${sql.lit(kind)} AND superseded_at IS NULL AND marked_at IS NULL`
  const { rows } = await sql<{ name: string }>`
    ${quoted('instrument')} UNION ${quoted('theme')}
    UNION SELECT DISTINCT lower(value->>'label') FROM finding WHERE ${themes}
    UNION SELECT DISTINCT lower(role->>'name') FROM finding,
      jsonb_array_elements(value->'from' || (value->'to') || (value->'winners') || (value->'losers')) AS role
    WHERE ${themes}`.execute(db)
  return new Set(rows.map(({ name }) => name))
}
