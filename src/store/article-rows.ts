/** Some articles as answers show them, for telling where a quote is from. */
import { sql, type Kysely } from 'kysely'
import type { ArticleRow } from '../query.ts'
import { articleColumns, articleRow, type StoredArticle } from './article-row.ts'
import type { Database } from './schema.ts'

/** By article id; articles that were removed are not in it. */
export async function articleRows(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, ArticleRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<StoredArticle>`
    SELECT ${articleColumns(false)} FROM article a
    WHERE a.id = ANY(${[...ids]}::text[]) AND a.removed_at IS NULL`.execute(db)
  return new Map(rows.map((row) => [row.id, articleRow(row)]))
}
