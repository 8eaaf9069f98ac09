/** How many match, counted so far as anybody reads: millions are not counted anew for each page of them. */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './schema.ts'

export const mostCounted = 10_000

export interface Counted {
  readonly found: number
  /** There, and true, when there are more. */
  readonly atLeast?: true
}

/** `rows`: a SELECT of what matches. */
export async function countOf(db: Kysely<Database>, rows: RawBuilder<unknown>): Promise<Counted> {
  const answer = await sql<{ found: number }>`
    SELECT count(*)::int AS found FROM (${rows} LIMIT ${mostCounted + 1}) AS counted`.execute(db)
  const found = answer.rows[0]?.found ?? 0
  return found > mostCounted ? { found: mostCounted, atLeast: true } : { found }
}
