/** What has been analysed since a moment, oldest first: the tail that the event stream follows. */
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface Analyzed {
  readonly id: string
  readonly status: string
  readonly title: string | null
  readonly url: string | null
  /** ISO 8601, UTC. */
  readonly analyzedAt: string
}

/** Articles with `analyzedAt` at or after `since`, at most `limit`. */
export async function analyzedSince(db: Kysely<Database>, since: string, limit: number): Promise<Analyzed[]> {
  const rows = await db
    .selectFrom('article')
    .select(['id', 'status', 'title', 'url', 'analyzed_at'])
    .where('analyzed_at', '>=', since)
    .orderBy('analyzed_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ analyzed_at, ...row }) => ({ ...row, analyzedAt: analyzed_at! }))
}
