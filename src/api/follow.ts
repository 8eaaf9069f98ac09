/** Follows the store for new analyses: what the event stream sends. Works whoever does the work, in this process or another. */
import type { Kysely } from 'kysely'
import { analyzedSince, type Analyzed } from '../store/analyzed-since.ts'
import type { Database } from '../store/schema.ts'

/** An analysis is stamped before it is committed; one may show up this much later than another with a later stamp. */
const overlapMs = 10_000
const batch = 200

export interface Follower {
  /** What was analysed since the last call, each once, oldest first. */
  next(): Promise<Analyzed[]>
}

/** `after`: the key (see `keyOf`) of the last one already known, or a moment to start from. */
export function follow(db: Kysely<Database>, after: string): Follower {
  const [start = after] = after.split('/')
  const seen = new Map<string, string>([[after, start]])
  let since = start
  // The first look goes no further back than asked; later ones do, for what was committed late.
  let from = start
  return {
    async next() {
      const fresh: Analyzed[] = []
      for (;;) {
        const rows = await analyzedSince(db, from, batch)
        for (const row of rows) {
          const key = keyOf(row)
          if (seen.has(key)) continue
          seen.set(key, row.analyzedAt)
          fresh.push(row)
        }
        const last = rows.at(-1)
        if (!last || rows.length < batch || last.analyzedAt === from) break
        from = last.analyzedAt
      }
      since = fresh.reduce((latest, row) => (row.analyzedAt > latest ? row.analyzedAt : latest), since)
      const edge = new Date(Date.parse(since) - overlapMs).toISOString()
      from = edge > start ? edge : start
      for (const [key, time] of seen) if (time < from) seen.delete(key)
      return fresh
    },
  }
}

/** The id of an event: where to go on from. */
export const keyOf = (row: Pick<Analyzed, 'analyzedAt' | 'id'>): string => `${row.analyzedAt}/${row.id}`
