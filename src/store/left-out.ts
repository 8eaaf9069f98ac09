/** What a window's digest does not count, and why. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface LeftOut {
  readonly duplicates: { articleId: string; title: string | null; siteName: string | null; storyId: string }[]
  readonly articles: {
    articleId: string
    title: string | null
    url: string | null
    reason: { code: string; message: string }
  }[]
  readonly undated: number
}

/**
 * Followers of stories; articles that failed or were skipped (by publication, else by when they were fetched or added);
 * and how many analysed articles of any time belong to no day.
 */
export async function leftOutOf(db: Kysely<Database>, window: { from: string; to: string }): Promise<LeftOut> {
  const within = (time: ReturnType<typeof sql>) =>
    sql`${time} >= ${window.from}::timestamptz AND ${time} < ${window.to}::timestamptz`
  const duplicates = await sql<LeftOut['duplicates'][number]>`
    SELECT article.id AS "articleId", article.title, article.site_name AS "siteName", story_id AS "storyId"
    FROM article JOIN story ON story.id = article.story_id
    WHERE ${within(sql`article.published_at`)} AND article.status = 'analyzed' AND article.id <> story.leader
    ORDER BY article.sort_at, article.id`.execute(db)
  const articles = await sql<{
    articleId: string
    title: string | null
    url: string | null
    code: string
    message: string
  }>`
    SELECT id AS "articleId", title, url, coalesce(reason_code, status) AS code, coalesce(reason_message, status) AS message
    FROM article
    WHERE status IN ('failed', 'skipped') AND removed_at IS NULL
      AND ${within(sql`coalesce(published_at, fetched_at, added_at)`)}
    ORDER BY sort_at, id`.execute(db)
  const undated = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM article
    WHERE status = 'analyzed' AND published_at IS NULL AND removed_at IS NULL`.execute(db)
  return {
    duplicates: duplicates.rows,
    articles: articles.rows.map(({ code, message, ...rest }) => ({ ...rest, reason: { code, message } })),
    undated: undated.rows[0]?.count ?? 0,
  }
}
