/** Saves what was read from an article, in one transaction: run twice, it is there once. */
import type { Kysely } from 'kysely'
import { urlKey } from '../fetch/canonical-url.ts'
import { bandsOf, signatureOf } from '../text/minhash.ts'
import type { Analysis } from '../types.ts'
import { assertAllowed } from './blocked-sources.ts'
import { joinDuplicate, originalOf } from './duplicates.ts'
import { aboutOf } from './finding-columns.ts'
import { lockOf, takeTurns } from './locks.ts'
import { applyMarks } from './marks.ts'
import { bury, takenDown } from './remove-articles.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'
import { findStory, settleStory } from './story-assignment.ts'
import { knownFrom, laterOf, placeInTime } from './times.ts'
import { withTablesOf } from './first-tables.ts'
import { dropFindings, putArticle, putFindings, putRevision, supersede, type Reading } from './write-reading.ts'

export interface ToSave {
  readonly id: string
  readonly analysis: Analysis
  /** When the page was fetched; null: now. */
  readonly fetchedAt: string | null
  readonly now: string
}
export interface Saved {
  /** `gone`: there is no such article, or it was taken down. */
  readonly outcome: 'analyzed' | 'duplicate' | 'gone'
  /** The id of the article it stands under: its own, or the one it duplicates. */
  readonly id: string
}

/**
 * Changed content is a new revision, known since it was fetched; the same content keeps its revision, when it was known and the
 * quotes that stood beside it then, and its findings are replaced. An article that turns out to be another one joins it. Throws
 * `source-refused` when its page says that it is of a source that was taken down.
 */
export function saveAnalysis(db: Kysely<Database>, { id, analysis, fetchedAt, now }: ToSave): Promise<Saved> {
  const { article } = analysis
  const signature = signatureOf(`${article.title ?? ''}\n${article.text}`)
  const bands = signature ? bandsOf(signature) : []
  const key = keyOf(article.canonicalUrl) ?? keyOf(article.url)
  const placed = placeInTime(article)
  return db.transaction().execute(async (tx) => {
    await takeTurns(tx, [...bands, lockOf(article.contentHash), ...(key === null ? [] : [lockOf(key)])])
    const stored = await tx
      .selectFrom('article')
      .leftJoin('revision', (join) =>
        join.onRef('revision.article_id', '=', 'article.id').onRef('revision.revision', '=', 'article.revision'),
      )
      .select(['article.host', 'article.backfill', 'article.revision', 'article.story_id', 'article.removed_at'])
      .select(['revision.content_hash', 'revision.known_at', 'revision.fetched_at', 'revision.tables'])
      .where('article.id', '=', id)
      .forUpdate('article')
      .executeTakeFirst()
    if (!stored || stored.removed_at !== null) return { outcome: 'gone', id }
    await assertAllowed(tx, [article.url, article.canonicalUrl])
    const reason = await takenDown(tx, { key, host: stored.host, hash: article.contentHash })
    if (reason !== null) {
      await bury(tx, [id], reason, now)
      return { outcome: 'gone', id }
    }
    const original = await originalOf(tx, { id, key, host: stored.host, article, signature })
    if (original !== null) {
      await joinDuplicate(tx, { id, original, key, storyId: stored.story_id, now })
      return { outcome: 'duplicate', id: original }
    }
    const before = stored.known_at === null || stored.fetched_at === null ? null : stored.known_at
    const same = before !== null && stored.content_hash === article.contentHash
    const fetched = same ? stored.fetched_at! : new Date(fetchedAt ?? now).toISOString()
    const moved = same && article.tables !== stored.tables && new Date(fetchedAt ?? now).toISOString() > fetched
    const known = same ? before : before ? laterOf(fetched, before) : knownFrom(placed, fetched, stored.backfill)
    const reading: Reading = {
      id,
      revision: same ? stored.revision : stored.revision + 1,
      key,
      placed,
      fetched,
      known,
      now,
      storyId: stored.story_id ?? (await findStory(tx, { id, signature, bands, placed })) ?? id,
      about: aboutOf(analysis),
      signature,
      bands,
      analysis: moved ? await withTablesOf(tx, { id, ...stored }, analysis) : analysis,
    }
    if (same) await dropFindings(tx, reading)
    else if (before) await supersede(tx, id, stored.revision, known)
    await putRevision(tx, reading)
    await putArticle(tx, reading)
    await putFindings(tx, reading)
    await applyMarks(tx, id)
    await settleStory(tx, reading.storyId)
    return { outcome: 'analyzed', id }
  })
}

/** Null for a front page, which sites with a mistake in their pages name as the address of every article. */
function keyOf(address: string | null): string | null {
  if (address === null) return null
  const key = urlKey(address)
  return key.includes('/') || key.includes('?') ? storable(key) : null
}
