/** The addresses of articles: what a person knows a failed job by. */
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** Article id → address; articles that came as text have none and are not in it. */
export async function articleUrls(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('article').select(['id', 'url']).where('id', 'in', ids).execute()
  return new Map(rows.flatMap(({ id, url }) => (url === null ? [] : [[id, url]])))
}
