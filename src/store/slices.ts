/** How a window is made up: the months whose sums stand, and the rest, in which findings are counted one by one. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from './schema.ts'
import { within, type When } from './windows.ts'

export interface Slices {
  /** YYYY-MM-DD, the first of each; earliest first. */
  readonly months: readonly string[]
  /** What lies before, between and after them. */
  readonly rest: readonly When[]
  /** Undated findings count too: no window was asked for. */
  readonly undated: boolean
}

/** Nothing is summed. */
export const unsummed = (when: When): Slices => ({ months: [], rest: [when], undated: false })

/** Months wholly in the window that have not changed since they were summed. As of a moment, no sum is known. */
export async function slicesOf(db: Kysely<Database>, when: When): Promise<Slices> {
  if (when.as_of !== undefined) return unsummed(when)
  const { time_from: from, time_to: to } = when
  const { rows } = await sql<{ month: string; begins: string; ends: string }>`
    SELECT month::text AS month, month::timestamp AT TIME ZONE 'UTC' AS begins,
      (month + interval '1 month') AT TIME ZONE 'UTC' AS ends
    FROM month_summed s WHERE NOT EXISTS (SELECT FROM month_change c WHERE c.month = s.month)
    ORDER BY month`.execute(db)
  const summed = rows.filter(
    ({ begins, ends }) => (from === undefined || begins >= from) && (to === undefined || ends <= to),
  )
  if (summed.length === 0) return unsummed(when)
  const rest: When[] = []
  let at = from
  for (const { begins, ends } of summed) {
    if (at === undefined || at < begins) rest.push({ time_from: at, time_to: begins })
    at = ends
  }
  if (to === undefined || at! < to) rest.push({ time_from: at, time_to: to })
  return { months: summed.map(({ month }) => month), rest, undated: from === undefined && to === undefined }
}

/**
 * Where in a table of findings the rows of a window stand that are in no sum, as conditions of which each holds for rows of its
 * own: one by one they are found by an index, joined by OR they would not be. `isFew`: of one subject, whose findings an index has.
 */
export function placesOf(table: string, { months, rest, undated }: Slices, isFew = false): RawBuilder<SqlBool>[] {
  const places = rest.map((when) => within(table, when))
  if (months.length === 0) return places
  if (undated) places.push(sql<SqlBool>`${sql.ref(`${table}.published_at`)} IS NULL AND ${within(table, {})}`)
  // Of a story that is also told in another month, what is told in the summed ones. As an array they are looked up one by one.
  const asides = sql`SELECT aside.article_id FROM month_story aside WHERE aside.aside AND aside.month = ANY(${[...months]}::date[])`
  const among = isFew ? sql`IN (${asides})` : sql`= ANY(ARRAY(${asides}))`
  places.push(sql<SqlBool>`${within(table, {})} AND ${sql.ref(`${table}.article_id`)} ${among}`)
  return places
}
