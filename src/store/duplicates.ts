/** Two addresses that turn out to be one article: the later one joins the earlier one. */
import type { Kysely } from 'kysely'
import { fromBytes, similarity } from '../text/minhash.ts'
import type { Article } from '../types.ts'
import type { Database } from './schema.ts'
import { settleStory } from './story-assignment.ts'

/** Pages that name the same canonical address and share less than this are a mistake in the site, not one article. */
const leastShared = 0.3

interface Candidate {
  readonly id: string
  readonly key: string | null
  readonly host: string | null
  readonly article: Article
  readonly signature: Uint32Array | null
}

/** The article this one is, by its canonical address, or by the same content on the same host; null when it is itself. */
export async function originalOf(tx: Kysely<Database>, candidate: Candidate): Promise<string | null> {
  const { id, key, host, article, signature } = candidate
  const others = await tx
    .selectFrom('article')
    .innerJoin('revision', (join) =>
      join.onRef('revision.article_id', '=', 'article.id').onRef('revision.revision', '=', 'article.revision'),
    )
    .select(['article.id', 'article.title', 'article.content_hash', 'revision.signature'])
    .where('article.id', '<>', id)
    .where('article.status', '=', 'analyzed')
    .where((where) =>
      where.or([
        ...(key === null
          ? []
          : [
              where('article.canonical_key', '=', key),
              where(
                'article.id',
                'in',
                where.selectFrom('alias').select('alias.article_id').where('alias.key', '=', key),
              ),
            ]),
        ...(host === null
          ? []
          : [where.and([where('article.content_hash', '=', article.contentHash), where('article.host', '=', host)])]),
      ]),
    )
    .orderBy('article.added_at')
    .orderBy('article.id')
    .limit(20)
    .execute()
  const original = others.find(
    (other) =>
      other.content_hash === article.contentHash ||
      (other.title !== null && other.title === article.title) ||
      (signature !== null &&
        other.signature !== null &&
        similarity(signature, fromBytes(other.signature)) >= leastShared),
  )
  return original?.id ?? null
}

interface Joining {
  readonly id: string
  readonly original: string
  readonly key: string | null
  readonly storyId: string | null
  readonly now: string
}

/** Its addresses lead to the original from now on, and what it said is said once. */
export async function joinDuplicate(tx: Kysely<Database>, { id, original, key, storyId, now }: Joining): Promise<void> {
  await tx.deleteFrom('revision').where('article_id', '=', id).execute()
  await tx.updateTable('alias').set({ article_id: original }).where('article_id', '=', id).execute()
  if (key !== null) {
    await tx
      .insertInto('alias')
      .values({ key, article_id: original, url: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
  }
  await tx
    .updateTable('article')
    .set({
      status: 'duplicate',
      reason_code: 'duplicate',
      reason_message: original,
      story_id: null,
      revision: 0,
      analyzed_at: now,
      symbols: [],
      themes: [],
    })
    .where('id', '=', id)
    .execute()
  if (storyId !== null) await settleStory(tx, storyId)
}
