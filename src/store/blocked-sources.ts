/** Sources that were taken down: nothing of them, nor of their subdomains, is taken in until that is lifted. */
import { sql, type Kysely } from 'kysely'
import { ThemewireError } from '../errors.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'

export interface BlockedSource {
  readonly host: string
  readonly reason: string
  readonly blockedAt: string
}

/** A source as it is kept: `www.Wire.example` is `wire.example`. */
export const sourceName = (host: string): string => host.toLowerCase().replace(/^www\./, '')

/** Taken down again it keeps its first reason. */
export async function blockSource(
  db: Kysely<Database>,
  { host, reason, now }: { readonly host: string; readonly reason: string; readonly now: string },
): Promise<void> {
  await db
    .insertInto('blocked_source')
    .values({ host: sourceName(host), reason: storable(reason).slice(0, 500), blocked_at: now })
    .onConflict((conflict) => conflict.column('host').doNothing())
    .execute()
}

/** What was removed stays removed; what comes anew is taken in. Answers the source, or null where it was not blocked. */
export async function liftSource(db: Kysely<Database>, host: string): Promise<BlockedSource | null> {
  const row = await db
    .deleteFrom('blocked_source')
    .where('host', '=', sourceName(host))
    .returning(['host', 'reason', 'blocked_at as blockedAt'])
    .executeTakeFirst()
  return row ?? null
}

export const listBlockedSources = (db: Kysely<Database>): Promise<BlockedSource[]> =>
  db.selectFrom('blocked_source').select(['host', 'reason', 'blocked_at as blockedAt']).orderBy('host').execute()

/** Throws `source-refused` when one of these addresses is of a source that was taken down. */
export async function assertAllowed(db: Kysely<Database>, urls: readonly (string | null | undefined)[]): Promise<void> {
  const names = [...new Set(urls.flatMap(namesOf))]
  if (names.length === 0) return
  const { rows } = await sql<{ host: string; reason: string }>`
    SELECT host, reason FROM blocked_source WHERE host = ANY(${names}::text[]) LIMIT 1`.execute(db)
  const [blocked] = rows
  if (blocked) {
    throw new ThemewireError(
      'source-refused',
      `${blocked.host} was taken down (${blocked.reason}): nothing of it is taken in`,
      {
        hint: `\`themewire forget --source ${blocked.host} --lift\` takes it in again`,
      },
    )
  }
}

/** Every name a host can be blocked by: itself and the domains it is in, with its port and without. */
function namesOf(url: string | null | undefined): string[] {
  if (!url || !URL.canParse(url)) return []
  const { host, hostname } = new URL(url)
  return [host, hostname].flatMap((name) => {
    const labels = name.split('.')
    return labels.map((_, index) => labels.slice(index).join('.'))
  })
}
