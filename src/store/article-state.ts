/** How far articles have got: what a queue needs to know of them, and a way back for those that failed. */
import { sql, type Kysely } from 'kysely'
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

/** Reasons that lie in what the server sent: reading the same bytes again would fail again. */
export const badPages: readonly string[] = [
  'consent-page',
  'paywall-page',
  'empty-page',
  'too-large',
  'not-text',
  'source-refused',
]

/**
 * Failed articles are accepted again: to be fetched, or read when their content is there and was not the reason. Others stay as
 * they are.
 */
export async function reopenArticles(db: Kysely<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string; kept: boolean }>`
      SELECT a.id, p.kind IS NOT NULL AND (p.kind <> 'bytes' OR a.reason_code <> ALL(${[...badPages]}::text[])) AS kept
      FROM article a LEFT JOIN page p ON p.article_id = a.id
      WHERE a.id = ANY(${[...ids]}::text[]) AND a.status = 'failed' ORDER BY a.id FOR UPDATE OF a`.execute(tx)
    for (const kept of [true, false]) {
      const some = rows.filter((row) => row.kept === kept).map(({ id }) => id)
      if (some.length === 0) continue
      if (!kept) await tx.deleteFrom('page').where('article_id', 'in', some).execute()
      await tx
        .updateTable('article')
        .set({ status: kept ? 'fetched' : 'queued', reason_code: null, reason_message: null })
        .where('id', 'in', some)
        .execute()
    }
  })
}
