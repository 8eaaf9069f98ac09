/** When phrases were first told, and by how many stories: full-text search counts what stems alike as the same. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface PhraseHistory {
  readonly phrase: string
  /** ISO 8601, UTC. */
  readonly firstSeen: string
  /** Stories since `from`. */
  readonly stories: number
  /** Stories before `from`. */
  readonly earlier: number
}

/** Of dated stories before `to`; phrases that no story tells are left out. */
export async function phraseHistories(
  db: Kysely<Database>,
  phrases: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<PhraseHistory[]> {
  if (phrases.length === 0) return []
  const { rows } = await sql<PhraseHistory>`
    SELECT phrase, min(published_at) AS "firstSeen",
      (count(DISTINCT story_id) FILTER (WHERE published_at >= ${from}::timestamptz))::int AS stories,
      (count(DISTINCT story_id) FILTER (WHERE published_at < ${from}::timestamptz))::int AS earlier
    FROM unnest(${[...phrases]}::text[]) AS asked (phrase)
    JOIN revision ON search @@ phraseto_tsquery('english', phrase)
    WHERE published_at < ${to}::timestamptz AND superseded_at IS NULL
    GROUP BY phrase ORDER BY phrase`.execute(db)
  return rows
}
