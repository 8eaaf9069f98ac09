/** The current texts of some articles, for quoting the sentences around findings. */
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface ArticleText {
  readonly title: string | null
  readonly text: string
}

/** By article id; articles that were not read are not in it. */
export async function articleTexts(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, ArticleText>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revision')
    .select(['article_id', 'title', 'text'])
    .where('article_id', 'in', [...new Set(ids)])
    .where('superseded_at', 'is', null)
    .execute()
  return new Map(rows.map(({ article_id, title, text }) => [article_id, { title, text }]))
}
