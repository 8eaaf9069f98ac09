/** How far articles have got: what a queue needs to know of them, and a way back for those that failed. */
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface ArticleState {
  readonly id: string
  readonly status: Database['article']['status']
  readonly url: string | null
}

/** By id; articles that are not there, or were taken down, are left out. */
export async function articleStates(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ArticleState>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('article')
    .select(['id', 'status', 'url'])
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Is there an article by this id, taken down or not? */
export async function articleExists(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await db.selectFrom('article').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Failed articles are accepted again: to be fetched, or read when their content is there. Others stay as they are. */
export async function reopenArticles(db: Kysely<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('article')
    .set((field) => ({
      status: field
        .case()
        .when(
          field.exists(
            field.selectFrom('page').select('page.article_id').whereRef('page.article_id', '=', 'article.id'),
          ),
        )
        .then('fetched' as const)
        .else('queued' as const)
        .end(),
      reason_code: null,
      reason_message: null,
    }))
    .where('id', 'in', ids)
    .where('status', '=', 'failed')
    .execute()
}
