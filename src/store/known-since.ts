/** Articles that hold an analysis, by when they were first known: what is analysed again when models or themes are better. */
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** Ids of those known at `since` (ISO 8601) or later, by id; `after` is the last id of the page before. */
export async function analyzedKnownSince(
  db: Kysely<Database>,
  { since, after, limit }: { readonly since: string; readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where('status', '=', 'analyzed')
    .where('removed_at', 'is', null)
    .where('known_at', '>=', since)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
