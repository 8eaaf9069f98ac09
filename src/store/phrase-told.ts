/** Whether any story tells a phrase, at any time, and whether search can tell. */
import { sql, type Kysely } from 'kysely'
import { spellingsOf } from '../text/spelling.ts'
import type { Database } from './schema.ts'

/** In small letters; full-text search takes what stems alike as the same, British or American. */
export async function isTold(db: Kysely<Database>, phrase: string): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    SELECT EXISTS (
      SELECT FROM unnest(${spellingsOf(phrase)}::text[]) AS asked (phrase)
      JOIN revision ON search @@ phraseto_tsquery('english', phrase) AND superseded_at IS NULL
    ) AS told`.execute(db)
  return rows[0]!.told
}

/** Words of a phrase that full-text search does not look at, "no" and "such": by the others alone it would be another phrase. */
export async function wordsLeftOut(db: Kysely<Database>, phrase: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    SELECT word FROM unnest(${phrase.split(' ')}::text[]) AS asked (word)
    WHERE length(to_tsvector('english', word)) = 0`.execute(db)
  return rows.map(({ word }) => word)
}
