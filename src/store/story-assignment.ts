/** Which story an article belongs to: found by its LSH bands, verified by its signature; the first to publish leads. */
import { sql, type Kysely } from 'kysely'
import { fromBytes, similarity } from '../text/minhash.ts'
import { lockOf, takeTurns } from './locks.ts'
import type { Database } from './schema.ts'
import type { Placed } from './times.ts'

/**
 * Copies share this much; reports on the same event by different hands do not. Measured on 14,224 wire reports of 2006 to 2012:
 * of 179 pairs within a week that share half or more of their four-word sequences (counted exactly) all are joined, and 3 more
 * that share 0.4 to 0.5, updates of one story; none below. At 0.4 five more pairs join, of some twenty updates that share less.
 */
const leastSimilar = 0.5
/** What reads alike but is further apart than this is a template filled in again. */
const farthestDays = 7
/** Candidates verified, at most; the nearest in time first. */
const mostCandidates = 60

interface Newcomer {
  readonly id: string
  readonly signature: Uint32Array | null
  readonly bands: readonly number[]
  readonly placed: Placed
}

/** The story of the most similar article, or null when there is none like it. */
export async function findStory(tx: Kysely<Database>, newcomer: Newcomer): Promise<string | null> {
  const { id, signature, bands, placed } = newcomer
  if (!signature) return null
  const at = placed.at
  const candidates = await tx
    .selectFrom('revision')
    .select(['story_id', 'signature', 'published_at'])
    .where(sql<boolean>`bands && ${[...bands]}::int[]`)
    .where('article_id', '<>', id)
    .where('story_id', 'is not', null)
    .$if(at !== null, (query) =>
      query.where(
        sql<boolean>`coalesce(published_at BETWEEN ${at}::timestamptz - make_interval(days => ${farthestDays})
          AND ${at}::timestamptz + make_interval(days => ${farthestDays}), true)`,
      ),
    )
    .orderBy('known_at', 'desc')
    .orderBy('article_id')
    .limit(mostCandidates)
    .execute()
  let best: { storyId: string; similar: number } | null = null
  for (const candidate of candidates) {
    if (!candidate.signature) continue
    const similar = similarity(signature, fromBytes(candidate.signature))
    if (similar >= leastSimilar && similar > (best?.similar ?? 0)) best = { storyId: candidate.story_id!, similar }
  }
  return best?.storyId ?? null
}

/** Counts a story's articles again and lets the first to publish lead; a story without articles goes. */
export async function settleStory(tx: Kysely<Database>, storyId: string): Promise<void> {
  await takeTurns(tx, [lockOf(`story:${storyId}`)])
  // What comes to a story or leaves it changes how its other articles are summed, whatever their month.
  await sql`INSERT INTO month_change (month) SELECT DISTINCT date_trunc('month', published_at AT TIME ZONE 'UTC')::date
    FROM revision WHERE story_id = ${storyId} AND published_at IS NOT NULL`.execute(tx)
  await sql`
    WITH member AS (
      SELECT id, title, published_text, published_at, sort_at, known_at FROM article
      WHERE story_id = ${storyId} AND status = 'analyzed'
    ), gone AS (
      DELETE FROM story WHERE id = ${storyId} AND NOT EXISTS (SELECT FROM member)
    )
    INSERT INTO story (id, leader, title, published_text, published_at, sort_at, known_at, articles)
    SELECT ${storyId}, id, title, published_text, published_at, sort_at,
           (SELECT min(known_at) FROM member), (SELECT count(*) FROM member)
    FROM member ORDER BY published_at NULLS LAST, known_at, id LIMIT 1
    ON CONFLICT (id) DO UPDATE SET leader = excluded.leader, title = excluded.title,
      published_text = excluded.published_text, published_at = excluded.published_at, sort_at = excluded.sort_at,
      known_at = excluded.known_at, articles = excluded.articles`.execute(tx)
}
