/** What a window's digest does not count, and why. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface LeftOutArticle {
  readonly articleId: string
  readonly title: string | null
  readonly url: string | null
}

export interface LeftOutRows {
  /** How many by reason, most first. */
  readonly reasons: { code: string; articles: number }[]
  readonly duplicates: Listed<
    LeftOutArticle & {
      siteName: string | null
      sameAs: 'story' | 'article'
      of: { articleId: string; title: string | null }
    }
  >
  readonly dropped: Listed<LeftOutArticle & { reason: { code: string; message: string } }>
  readonly undated: Listed<LeftOutArticle>
}
/** How many there are, and the first of them. */
interface Listed<T> {
  readonly count: number
  readonly articles: T[]
}

/** Of a list; how many there are besides is counted. */
const most = 20

/**
 * Followers of stories and other addresses of an article; articles that failed or were skipped (by publication, else by when
 * they were fetched or added) or in which nothing was found; and the analysed articles of any time that belong to no day.
 */
export async function leftOutOf(
  db: Kysely<Database>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<LeftOutRows> {
  const within = (time: ReturnType<typeof sql>) => sql`${time} >= ${from}::timestamptz AND ${time} < ${to}::timestamptz`
  const duplicates = await sql<LeftOutArticle & DuplicateColumns>`
    SELECT id AS "articleId", title, url, site_name AS "siteName", same AS "sameAs", of_id AS "ofId", of_title AS "ofTitle"
    FROM (
      SELECT a.id, a.title, a.url, a.site_name, 'story' AS same, leader.id AS of_id, leader.title AS of_title, a.sort_at
      FROM article a JOIN story ON story.id = a.story_id JOIN article leader ON leader.id = story.leader
      WHERE a.published_at IS NOT NULL AND ${within(sql`a.sort_at`)} AND a.status = 'analyzed' AND a.id <> story.leader
        AND a.removed_at IS NULL
      UNION ALL
      SELECT a.id, coalesce(a.title, a.given_title, original.title), a.url, coalesce(a.site_name, original.site_name), 'article',
        original.id, original.title, original.sort_at
      FROM article a JOIN article original ON original.id = a.reason_message
      WHERE original.published_at IS NOT NULL AND ${within(sql`original.sort_at`)} AND a.status = 'duplicate'
        AND a.removed_at IS NULL
    ) AS told ORDER BY sort_at, id`.execute(db)
  const dropped = await sql<LeftOutArticle & { code: string; message: string }>`
    SELECT id AS "articleId", title, url, code, message
    FROM (
      SELECT id, coalesce(title, given_title) AS title, url, sort_at, coalesce(reason_code, status) AS code, coalesce(reason_message, status) AS message
      FROM article
      WHERE status IN ('failed', 'skipped') AND removed_at IS NULL
        AND ${within(sql`coalesce(published_at, fetched_at, added_at)`)}
      UNION ALL
      SELECT id, title, url, sort_at,
        CASE WHEN coalesce(language, 'en') = 'en' THEN 'nothing-found' ELSE 'other-language' END,
        CASE WHEN coalesce(language, 'en') = 'en' THEN 'nothing about markets was found in it'
          ELSE 'it is in another language (' || language || '), which is kept but not analysed' END
      FROM article a
      WHERE status = 'analyzed' AND removed_at IS NULL AND a.published_at IS NOT NULL AND ${within(sql`a.sort_at`)}
        AND NOT EXISTS (SELECT FROM finding f WHERE f.article_id = a.id AND f.superseded_at IS NULL
          AND f.marked_at IS NULL AND f.kind NOT IN ('quote', 'table'))
    ) AS unused ORDER BY sort_at, id`.execute(db)
  const undated = await sql<LeftOutArticle & { count: number }>`
    SELECT id AS "articleId", title, url, count(*) OVER ()::int AS count FROM article
    WHERE status = 'analyzed' AND published_at IS NULL AND removed_at IS NULL
    ORDER BY id LIMIT ${most}`.execute(db)
  const reasons = new Map<string, number>()
  const codes = [...duplicates.rows.map((row) => `same-${row.sameAs}`), ...dropped.rows.map((row) => row.code)]
  for (const code of codes) reasons.set(code, (reasons.get(code) ?? 0) + 1)
  return {
    reasons: [...reasons]
      .map(([code, articles]) => ({ code, articles }))
      .sort((a, b) => b.articles - a.articles || (a.code < b.code ? -1 : 1)),
    duplicates: {
      count: duplicates.rows.length,
      articles: duplicates.rows.slice(0, most).map(({ ofId, ofTitle, ...row }) => ({
        ...row,
        of: { articleId: ofId, title: ofTitle },
      })),
    },
    dropped: {
      count: dropped.rows.length,
      articles: dropped.rows.slice(0, most).map(({ code, message, ...row }) => ({ ...row, reason: { code, message } })),
    },
    undated: { count: undated.rows[0]?.count ?? 0, articles: undated.rows.map(({ count: _, ...row }) => row) },
  }
}

interface DuplicateColumns {
  siteName: string | null
  sameAs: 'story' | 'article'
  ofId: string
  ofTitle: string | null
}
