/** Findings a person has marked wrong: they leave queries and digests and stay in the record, for whoever mends the rules. */
import type { Kysely } from 'kysely'
import { ThemewireError } from '../errors.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'

export interface Mark {
  readonly articleId: string
  readonly findingId: string
  readonly reason: string
  readonly by: string | null
  /** ISO 8601. */
  readonly markedAt: string
}

/** Throws `not-found` when the article has no such finding. Marked twice, the last reason holds. */
export async function markFinding(db: Kysely<Database>, mark: Mark): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const marked = await tx
      .updateTable('finding')
      .set({ marked_at: mark.markedAt })
      .where('article_id', '=', mark.articleId)
      .where('id', '=', mark.findingId)
      .returning('id')
      .execute()
    if (marked.length === 0) {
      throw new ThemewireError('not-found', `article ${mark.articleId} has no finding ${mark.findingId}`)
    }
    const values = { reason: storable(mark.reason), marked_by: mark.by, marked_at: mark.markedAt }
    await tx
      .insertInto('mark')
      .values({ article_id: mark.articleId, finding_id: mark.findingId, ...values })
      .onConflict((conflict) => conflict.columns(['article_id', 'finding_id']).doUpdateSet(values))
      .execute()
  })
}

/** Answers whether it was marked. */
export async function unmarkFinding(db: Kysely<Database>, articleId: string, findingId: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('finding')
      .set({ marked_at: null })
      .where('article_id', '=', articleId)
      .where('id', '=', findingId)
      .execute()
    const gone = await tx
      .deleteFrom('mark')
      .where('article_id', '=', articleId)
      .where('finding_id', '=', findingId)
      .returning('finding_id')
      .execute()
    return gone.length > 0
  })
}

/** Latest first. */
export async function listMarks(db: Kysely<Database>, limit = 1000): Promise<Mark[]> {
  return db
    .selectFrom('mark')
    .select([
      'article_id as articleId',
      'finding_id as findingId',
      'reason',
      'marked_by as by',
      'marked_at as markedAt',
    ])
    .orderBy('marked_at', 'desc')
    .orderBy('finding_id')
    .limit(limit)
    .execute()
}
