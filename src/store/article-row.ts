/** Rows of `article` and `revision` in the shape of an answer. */
import { sql, type RawBuilder } from 'kysely'
import type { ArticleRow } from '../query.ts'
import type { ArticleTable } from './schema.ts'

/** The columns an answer needs, of `a` (article), and of `r` (revision) where what was known at a moment is asked for. */
export function articleColumns(asOf: boolean): RawBuilder<StoredArticle> {
  const of = asOf ? 'r' : 'a'
  const read = ['canonical_url', 'title', 'authors', 'site_name', 'language', 'word_count', 'revision', 'story_id']
  const times = ['published_text', 'published_precision', 'fetched_at', 'analyzed_at', 'known_at', 'sort_at']
  const columns = [
    ...['id', 'url', 'added_at', 'backfill', 'given_title', 'given_published'].map((name) => sql.ref(`a.${name}`)),
    ...[...read, ...times].map((name) => sql.ref(`${of}.${name}`)),
    // At a moment when it had been read, it was analysed, whatever became of it since.
    asOf
      ? sql`'analyzed' AS status, null AS reason_code, null AS reason_message`
      : sql`a.status, a.reason_code, a.reason_message`,
  ]
  return sql`${sql.join(columns)}`
}

export type StoredArticle = {
  [K in keyof Pick<ArticleTable, 'id' | 'status' | 'reason_code' | 'reason_message' | 'url'>]: ArticleTable[K]
} & {
  canonical_url: string | null
  title: string | null
  given_title: string | null
  given_published: string | null
  authors: string[]
  site_name: string | null
  language: string | null
  word_count: number | null
  revision: number
  story_id: string | null
  published_text: string | null
  published_precision: 'instant' | 'day' | 'month' | null
  added_at: string
  fetched_at: string | null
  analyzed_at: string | null
  known_at: string | null
  sort_at: string
  backfill: boolean
}

/** What was never read is shown by what its feed, or who added it, says of it. */
export const articleRow = (row: StoredArticle): ArticleRow => ({
  ...rowOf(row),
  ...(row.revision === 0 ? { title: row.title ?? row.given_title, ...givenTime(row) } : {}),
})

function givenTime(row: StoredArticle): Pick<ArticleRow, 'publishedAt' | 'publishedPrecision'> {
  const { published_text: read, published_precision: precision, given_published: given } = row
  const [, time] = /^\d{4}-\d{2}-\d{2}(T|$)/.exec(given ?? '') ?? []
  if (read !== null || time === undefined) return { publishedAt: read, publishedPrecision: precision }
  return { publishedAt: given, publishedPrecision: time === 'T' ? 'instant' : 'day' }
}

const rowOf = (row: StoredArticle): ArticleRow => ({
  id: row.id,
  status: row.status,
  reason: row.reason_code === null ? null : { code: row.reason_code, message: row.reason_message ?? '' },
  url: row.url,
  canonicalUrl: row.canonical_url,
  title: row.title,
  authors: row.authors,
  siteName: row.site_name,
  language: row.language,
  wordCount: row.word_count,
  revision: row.revision,
  storyId: row.story_id,
  publishedAt: row.published_text,
  publishedPrecision: row.published_precision,
  addedAt: row.added_at,
  fetchedAt: row.fetched_at,
  analyzedAt: row.analyzed_at,
  knownAt: row.known_at,
  backfill: row.backfill,
})
