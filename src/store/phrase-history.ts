/** When phrases were told, and by how many stories of each day: full-text search counts what stems alike as the same. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface PhraseHistory {
  /** ISO 8601, UTC; of the time looked at. */
  readonly firstSeen: string
  readonly lastSeen: string
  /** Tells it last. */
  readonly articleId: string
  /** Stories since `recent`. */
  readonly recent: number
  /** Stories by day, the latest first. */
  readonly told: readonly number[]
}

export interface PhraseHistories {
  /** By key; phrases that no story tells are left out. */
  readonly phrases: ReadonlyMap<string, PhraseHistory>
  /** All stories by day, the latest first. */
  readonly all: readonly number[]
}

interface Row {
  /** Null of all stories. */
  readonly key: string | null
  /** From 1, the earliest; null of all days. */
  readonly day: number | null
  readonly firstSeen: string
  readonly lastSeen: string
  readonly articleId: string
  readonly recent: number
  readonly stories: number
}

/**
 * `wordings`: key → the phrases that it stands for, a story counting once whichever it has. `edges`: ISO 8601, rising; the days lie
 * between them. The words of each article are read once for all phrases: most phrases are of words that many articles have, which
 * an index of words cannot tell from their phrase.
 */
export async function phraseHistories(
  db: Kysely<Database>,
  wordings: ReadonlyMap<string, readonly string[]>,
  { edges, recent }: { readonly edges: readonly string[]; readonly recent: string },
): Promise<PhraseHistories> {
  const asked = [...wordings].flatMap(([key, phrases]) => phrases.map((phrase) => ({ key, phrase })))
  if (asked.length === 0) return { phrases: new Map(), all: [] }
  const [keys, phrases] = [asked.map(({ key }) => key), asked.map(({ phrase }) => phrase)]
  const { rows } = await sql<Row>`
    WITH asked AS MATERIALIZED (
      SELECT key, phraseto_tsquery('english', phrase) AS wanted
      FROM unnest(${keys}::text[], ${phrases}::text[]) AS given (key, phrase)
    ), told AS MATERIALIZED (
      -- Joined to nothing, the words are unpacked once and not for every phrase.
      SELECT article_id, story_id, published_at, width_bucket(published_at, ${[...edges]}::timestamptz[]) AS day,
        search || ''::tsvector AS search FROM revision
      WHERE published_at >= ${edges[0]}::timestamptz AND published_at < ${edges.at(-1)}::timestamptz
        AND superseded_at IS NULL
    ), found AS (
      SELECT key, article_id, story_id, published_at, day FROM asked JOIN told ON search @@ wanted
      UNION ALL SELECT NULL, article_id, story_id, published_at, day FROM told
    )
    SELECT key, day, min(published_at) AS "firstSeen", max(published_at) AS "lastSeen",
      (array_agg(article_id ORDER BY published_at DESC, article_id COLLATE "C") FILTER (WHERE key IS NOT NULL))[1]
        AS "articleId",
      (count(DISTINCT story_id) FILTER (WHERE published_at >= ${recent}::timestamptz))::int AS recent,
      count(DISTINCT story_id)::int AS stories
    FROM found GROUP BY GROUPING SETS ((key), (key, day)) ORDER BY key COLLATE "C", day`.execute(db)
  const days = edges.length - 1
  const courses = new Map<string | null, number[]>()
  for (const { key, day, stories } of rows) {
    const course = courses.get(key) ?? Array<number>(days).fill(0)
    if (day !== null) course[days - day] = stories
    courses.set(key, course)
  }
  return {
    all: courses.get(null) ?? [],
    phrases: new Map(
      rows.flatMap(({ key, day, firstSeen, lastSeen, articleId, recent }) =>
        key === null || day !== null
          ? []
          : [[key, { firstSeen, lastSeen, articleId, recent, told: courses.get(key) ?? [] }] as const],
      ),
    ),
  }
}
