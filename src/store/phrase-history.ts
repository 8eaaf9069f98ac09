/** When phrases were first told, and by how many stories: full-text search counts what stems alike as the same. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface PhraseHistory {
  readonly phrase: string
  /** ISO 8601, UTC; of the time looked at. */
  readonly firstSeen: string
  /** Stories since `from`. */
  readonly stories: number
  /** Stories before it. */
  readonly earlier: number
}

/**
 * Of dated stories from `since` to `to`; phrases that none of them tells are left out. The words of each article are read once for
 * all phrases: most phrases are of words that many articles have, which an index of words cannot tell from their phrase.
 */
export async function phraseHistories(
  db: Kysely<Database>,
  phrases: readonly string[],
  { since, from, to }: { readonly since: string; readonly from: string; readonly to: string },
): Promise<PhraseHistory[]> {
  if (phrases.length === 0) return []
  const { rows } = await sql<PhraseHistory>`
    WITH asked AS MATERIALIZED (
      SELECT phrase, phraseto_tsquery('english', phrase) AS wanted FROM unnest(${[...phrases]}::text[]) AS given (phrase)
    ), told AS MATERIALIZED (
      -- Joined to nothing, the words are unpacked once and not for every phrase.
      SELECT story_id, published_at, search || ''::tsvector AS search FROM revision
      WHERE published_at >= ${since}::timestamptz AND published_at < ${to}::timestamptz AND superseded_at IS NULL
    )
    SELECT phrase, min(published_at) AS "firstSeen",
      (count(DISTINCT story_id) FILTER (WHERE published_at >= ${from}::timestamptz))::int AS stories,
      (count(DISTINCT story_id) FILTER (WHERE published_at < ${from}::timestamptz))::int AS earlier
    FROM asked JOIN told ON search @@ wanted
    GROUP BY phrase ORDER BY phrase`.execute(db)
  return rows
}
