/** How much each theme was talked about, window by window: what digests compare a day with. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface AttentionRow {
  /** Index into the windows asked for. */
  readonly window: number
  /** null: all themes and none, the count of all stories. */
  readonly theme: string | null
  /** As its latest finding in the windows has it; null for all stories. */
  readonly label: string | null
  readonly stories: number
  /** Mean score over stories, weighted by relevance; null for all stories. */
  readonly sentiment: number | null
}

/**
 * Distinct dated stories in each window, in all and by theme; a story's tone is that of its most relevant article. Windows and
 * themes without stories have no row. Sums run in one order, so that every engine rounds alike.
 */
export async function attentionByWindow(
  db: Kysely<Database>,
  windows: readonly { readonly from: string; readonly to: string }[],
): Promise<AttentionRow[]> {
  if (windows.length === 0) return []
  const bounds = sql.join(
    windows.map((window, index) => sql`(${index}::int, ${window.from}::timestamptz, ${window.to}::timestamptz)`),
  )
  const { rows } = await sql<AttentionRow>`
    WITH span (window_index, window_from, window_to) AS (VALUES ${bounds}),
    told AS (
      SELECT DISTINCT ON (window_index, theme, story_id)
        window_index, theme, story_id, relevance, score, value->>'label' AS label, published_at
      FROM span JOIN finding ON kind = 'theme' AND sort_at >= window_from AND sort_at < window_to
      WHERE published_at IS NOT NULL AND superseded_at IS NULL AND marked_at IS NULL
      ORDER BY window_index, theme, story_id, relevance DESC, article_id
    )
    SELECT window_index AS "window", theme, (array_agg(label ORDER BY published_at DESC, story_id))[1] AS label,
      count(*)::int AS stories,
      (sum(relevance * score ORDER BY story_id) / nullif(sum(relevance ORDER BY story_id), 0))::float8 AS sentiment
    FROM told GROUP BY window_index, theme
    UNION ALL
    SELECT window_index, NULL, NULL, count(DISTINCT story_id)::int, NULL
    FROM span JOIN revision ON published_at >= window_from AND published_at < window_to
    WHERE superseded_at IS NULL
    GROUP BY window_index
    ORDER BY 1, 2 NULLS FIRST`.execute(db)
  return rows
}

/**
 * Distinct dated stories on each of some days, in all and by theme: counts alone, so that an index answers. `days` follow each
 * other, latest first; `window` of a row is an index into them.
 */
export async function attentionByDay(
  db: Kysely<Database>,
  days: readonly { readonly from: string; readonly to: string }[],
): Promise<Pick<AttentionRow, 'window' | 'theme' | 'stories'>[]> {
  const [latest, oldest] = [days[0], days.at(-1)]
  if (!latest || !oldest) return []
  const within = sql`published_at >= ${oldest.from}::timestamptz AND published_at < ${latest.to}::timestamptz AND superseded_at IS NULL`
  const day = sql`${days.length} - width_bucket(published_at, ${days.map(({ from }) => from).reverse()}::timestamptz[])`
  const { rows } = await sql<Pick<AttentionRow, 'window' | 'theme' | 'stories'>>`
    WITH told AS (
      SELECT DISTINCT ${day} AS day, theme, story_id FROM finding
      WHERE kind = 'theme' AND marked_at IS NULL AND ${within}
      UNION ALL
      SELECT DISTINCT ${day}, NULL, story_id FROM revision WHERE ${within}
    )
    SELECT day AS "window", theme, count(*)::int AS stories FROM told GROUP BY day, theme ORDER BY 1, 2 NULLS FIRST`.execute(
    db,
  )
  return rows
}

/** What themes are called in their latest finding before a moment; those nobody told before it are left out. */
export async function labelsOf(
  db: Kysely<Database>,
  themes: readonly string[],
  before: string,
): Promise<Map<string, string>> {
  if (themes.length === 0) return new Map()
  const { rows } = await sql<{ theme: string; label: string | null }>`
    SELECT theme, (SELECT value->>'label' FROM finding f WHERE f.kind = 'theme' AND f.theme = asked.theme
      AND f.sort_at < ${before}::timestamptz AND f.superseded_at IS NULL ORDER BY f.sort_at DESC LIMIT 1) AS label
    FROM unnest(${[...themes]}::text[]) AS asked (theme)`.execute(db)
  return new Map(rows.flatMap(({ theme, label }) => (label === null ? [] : [[theme, label] as const])))
}

/** What was read in a window: how many articles, from whom, when the newest was published; and which of its stories are older. */
export async function readIn(
  db: Kysely<Database>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{
  articles: number
  /** ISO 8601, UTC; null without articles. */
  latest: string | null
  /** By site name, else by host; most articles first. */
  sources: { name: string; articles: number }[]
  /** Stories that began before the window. */
  older: Set<string>
}> {
  const within = sql`r.published_at >= ${from}::timestamptz AND r.published_at < ${to}::timestamptz AND r.superseded_at IS NULL`
  const { rows: sources } = await sql<{ name: string; articles: number; latest: string }>`
    SELECT name, count(*)::int AS articles, max(published_at) AS latest
    FROM (SELECT r.published_at,
        coalesce(r.site_name, (SELECT host FROM article a WHERE a.id = r.article_id), '(unnamed)') AS name
      FROM revision r WHERE ${within}) AS told
    GROUP BY name ORDER BY articles DESC, name COLLATE "C"`.execute(db)
  const { rows: older } = await sql<{ id: string }>`
    SELECT DISTINCT r.story_id AS id FROM revision r JOIN story s ON s.id = r.story_id
    WHERE ${within} AND s.published_at < ${from}::timestamptz`.execute(db)
  return {
    articles: sources.reduce((sum, source) => sum + source.articles, 0),
    latest: sources.map((source) => source.latest).reduce<string | null>((a, b) => (a === null || b > a ? b : a), null),
    sources: sources.map(({ name, articles }) => ({ name, articles })),
    older: new Set(older.map(({ id }) => id)),
  }
}

/** When the newest story dated before a moment was published, ISO 8601; null when there is none. */
export async function newestStoryBefore(db: Kysely<Database>, moment: string): Promise<string | null> {
  const { rows } = await sql<{ newest: string | null }>`
    SELECT max(published_at) AS newest FROM revision
    WHERE published_at < ${moment}::timestamptz AND superseded_at IS NULL`.execute(db)
  return rows[0]?.newest ?? null
}
