/** How the stories of some days began: what was much told stands in the opening of those that told it. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface Opening {
  readonly articleId: string
  /** From 1, the earliest. */
  readonly day: number
  /** Characters that end with a word. */
  readonly text: string
}

const characters = 300
/** A day's stories beyond these stand for the same; by article id, which knows no hour and no publisher. */
const mostOfDay = 100

/** Of each story's first article, by day. `edges`: ISO 8601, rising; the days lie between them. */
export async function openingsOf(db: Kysely<Database>, edges: readonly string[]): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    WITH first AS (
      SELECT DISTINCT ON (story_id) article_id, revision, published_at FROM revision
      WHERE published_at >= ${edges[0]}::timestamptz AND published_at < ${edges.at(-1)}::timestamptz
        AND superseded_at IS NULL AND story_id IS NOT NULL
      ORDER BY story_id, published_at, article_id COLLATE "C"
    ), dated AS (
      SELECT article_id, revision, width_bucket(published_at, ${[...edges]}::timestamptz[]) AS day FROM first
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY day ORDER BY article_id COLLATE "C") AS place FROM dated
    )
    SELECT article_id AS "articleId", day, left(text, ${characters}::int) AS text
    FROM placed JOIN revision USING (article_id, revision)
    WHERE place <= ${mostOfDay} ORDER BY day, article_id COLLATE "C"`.execute(db)
  return rows.map((row) => ({
    ...row,
    text: row.text.length < characters ? row.text : row.text.slice(0, Math.max(row.text.lastIndexOf(' '), 1)),
  }))
}
