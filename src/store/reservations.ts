/** Politeness shared by all workers: one request at a time and one every so often per host, told by the database's clock. */
import { randomUUID } from 'node:crypto'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './schema.ts'

/** A worker that dies with a host in hand blocks it this long. */
const longestMs = 30_000
const soonestMs = 25

/**
 * Milliseconds to wait before asking again; 0: the host is yours until `releaseHost`. Those sent away are spread over the
 * turns to come, so that they do not all come back at once; who only comes a little early, for answers take their time too,
 * keeps its place. `delayMs`: between two requests.
 */
export async function reserveHost(
  db: Kysely<Database>,
  host: string,
  { delayMs, leaseMs = longestMs }: { readonly delayMs: number; readonly leaseMs?: number },
): Promise<number> {
  const me = randomUUID()
  const delay = sql`${delayMs} * interval '1 ms'`
  const lease = sql`${Math.max(leaseMs, delayMs)} * interval '1 ms'`
  const early = (now: RawBuilder<unknown>) => sql`held.held_until <= ${now} AND held.free_at - ${now} < ${delay} / 2`
  const { rows } = await sql<{ mine: boolean; wait: number }>`
    WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now)
    INSERT INTO reservation AS held (host, holder, held_until, free_at, line_at)
    SELECT ${host}, ${me}, now + ${lease}, now + ${delay}, now + ${delay} FROM clock
    ON CONFLICT (host) DO UPDATE SET (holder, held_until, free_at, line_at) = (
      SELECT CASE WHEN free THEN excluded.holder ELSE held.holder END,
             CASE WHEN free THEN excluded.held_until ELSE held.held_until END,
             CASE WHEN free THEN excluded.free_at ELSE held.free_at END,
             CASE WHEN free OR ${early(sql`now`)} THEN held.line_at
                  ELSE greatest(held.line_at, held.free_at, now) + ${delay} END
      FROM (SELECT now, held.held_until <= now AND held.free_at <= now AS free
            FROM (SELECT excluded.free_at - ${delay} AS now) AS asked) AS turn)
    RETURNING holder = ${me} AS mine,
      (1000 * extract(epoch FROM
        CASE WHEN ${early(sql`(SELECT now FROM clock)`)} THEN free_at ELSE line_at - ${delay} END - clock_timestamp()))::float8 AS wait`.execute(
    db,
  )
  const [turn] = rows
  return !turn || turn.mine ? 0 : Math.max(soonestMs, Math.ceil(turn.wait))
}

/** Another request by whoever holds the host: the lease and the delay begin anew. */
export async function keepHost(
  db: Kysely<Database>,
  host: string,
  { delayMs }: { readonly delayMs: number },
): Promise<void> {
  const after = (ms: number) => sql<string>`clock_timestamp() + ${ms} * interval '1 ms'`
  await db
    .updateTable('reservation')
    .set({ free_at: after(delayMs), held_until: after(Math.max(longestMs, delayMs)) })
    .where('host', '=', host)
    .execute()
}

/** The request is over; the next one may start in `delayMs`, by default when the delay that began with the turn is over. */
export async function releaseHost(
  db: Kysely<Database>,
  host: string,
  { delayMs }: { readonly delayMs?: number } = {},
): Promise<void> {
  const free =
    delayMs === undefined ? sql<string>`free_at` : sql<string>`clock_timestamp() + ${delayMs} * interval '1 ms'`
  await db.updateTable('reservation').set({ held_until: free, free_at: free }).where('host', '=', host).execute()
}

/** For the one owner of an embedded store, at its start: whoever held a host is dead. The spacing of requests stays. */
export async function releaseAllHosts(db: Kysely<Database>): Promise<void> {
  await db
    .updateTable('reservation')
    .set({ held_until: sql`free_at` })
    .execute()
}
