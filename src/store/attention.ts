/** How much each theme was talked about, window by window: what digests compare a day with. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface AttentionRow {
  /** Index into the windows asked for. */
  readonly window: number
  /** null: all themes and none, the count of all stories. */
  readonly theme: string | null
  readonly stories: number
  /** Mean score over stories, weighted by relevance; null for all stories. */
  readonly sentiment: number | null
}

/** Distinct dated stories in each window, in all and by theme; a story's tone is that of its most relevant article. */
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
      SELECT DISTINCT ON (window_index, theme, story_id) window_index, theme, story_id, relevance, score
      FROM span JOIN finding ON kind = 'theme' AND published_at >= window_from AND published_at < window_to
      WHERE superseded_at IS NULL AND marked_at IS NULL
      ORDER BY window_index, theme, story_id, relevance DESC, article_id
    )
    SELECT window_index AS "window", theme, count(*)::int AS stories,
      (sum(relevance * score) / nullif(sum(relevance), 0))::float8 AS sentiment
    FROM told GROUP BY window_index, theme
    UNION ALL
    SELECT window_index, NULL, count(DISTINCT story_id)::int, NULL
    FROM span JOIN revision ON published_at >= window_from AND published_at < window_to
    WHERE superseded_at IS NULL
    GROUP BY window_index
    ORDER BY 1, 2 NULLS FIRST`.execute(db)
  return rows
}
