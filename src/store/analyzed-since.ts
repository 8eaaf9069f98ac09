/** Articles in the order they were analysed: what an event stream follows. */
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface Analyzed {
  readonly id: string
  readonly status: 'queued' | 'fetched' | 'analyzed' | 'failed' | 'skipped' | 'duplicate'
  readonly title: string | null
  readonly url: string | null
  /** ISO 8601, UTC. */
  readonly analyzedAt: string
}

/** Analysed, failed or skipped at `from` or later, oldest first. */
export async function analyzedSince(db: Kysely<Database>, from: string, limit: number): Promise<Analyzed[]> {
  const rows = await db
    .selectFrom('article')
    .select(['id', 'status', 'title', 'url', 'analyzed_at'])
    .where('analyzed_at', '>=', from)
    .where('removed_at', 'is', null)
    .orderBy('analyzed_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ analyzed_at, ...row }) => ({ ...row, analyzedAt: analyzed_at! }))
}
