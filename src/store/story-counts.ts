/** How many distinct dated stories a window has, in all and in each of its steps: what attention is a share of. */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './schema.ts'
import { slicesOf, unsummed, type Slices } from './slices.ts'
import { within, type When } from './windows.ts'

interface Span {
  readonly from: string
  readonly to: string
  readonly as_of?: string | undefined
}

/**
 * Rows `step`, `several`, `n`: stories of one article are counted together, those of several are a row each, so that few have
 * to be told apart. As of a moment, how many articles a story had is not known, and each is a row. An index by
 * `published_at` has all that is asked of readings.
 */
const told = ({ from, to, as_of }: Span, step: RawBuilder<unknown>): RawBuilder<unknown> => {
  const [several, join] =
    as_of === undefined
      ? [sql`s.id`, sql`LEFT JOIN story s ON s.id = r.story_id AND s.articles > 1`]
      : [sql`r.story_id`, sql``]
  return sql`SELECT ${step} AS step, ${several} AS several, count(*) AS n FROM revision r ${join}
    WHERE r.published_at >= ${from}::timestamptz AND r.published_at < ${to}::timestamptz AND ${within('r', { as_of })}
    GROUP BY 1, 2`
}

/** The same of all of a window: what summed months know, and what lies beside them. */
function toldIn(
  { months, rest }: Slices,
  stepOf: (time: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const among = sql`month = ANY(${[...months]}::date[])`
  const parts = rest.map(({ time_from = '-infinity', time_to = 'infinity', as_of }) =>
    told({ from: time_from, to: time_to, as_of }, stepOf(sql`r.published_at`)),
  )
  if (months.length > 0) {
    parts.push(
      sql`SELECT ${stepOf(sql`hour`)} AS step, NULL AS several, sum(stories) AS n FROM month_hour
        WHERE ${among} AND (before = '-infinity' OR ${stepOf(sql`before`)} < ${stepOf(sql`hour`)}) GROUP BY 1`,
    )
    parts.push(sql`SELECT ${stepOf(sql`published_at`)}, story_id, 1 FROM month_story WHERE aside AND ${among}`)
  }
  return sql.join(parts, sql` UNION ALL `)
}

const distinct = sql`(coalesce(sum(n) FILTER (WHERE several IS NULL), 0) + count(DISTINCT several))::int`

/** A number: a subquery. */
export const storiesWithin = (span: Span): RawBuilder<number> =>
  sql`(SELECT ${distinct} FROM (${told(span, sql`0`)}) AS stories_told)`

/** Without a window undated stories count too; they stand in none. */
export async function storiesIn(db: Kysely<Database>, when: When): Promise<number> {
  const isUnbounded = when.time_from === undefined && when.time_to === undefined
  if (isUnbounded && when.as_of !== undefined) {
    const { rows } = await sql<{ stories: number }>`
      SELECT count(DISTINCT r.story_id)::int AS stories FROM revision r WHERE ${within('r', when)}`.execute(db)
    return rows[0]?.stories ?? 0
  }
  const undated = isUnbounded ? sql`(SELECT count(*) FROM story WHERE published_at IS NULL)` : sql`0`
  const { rows } = await sql<{ stories: number }>`
    SELECT (${distinct} + ${undated})::int AS stories
    FROM (${toldIn(await slicesOf(db, when), () => sql`0`)}) AS told`.execute(db)
  return rows[0]?.stories ?? 0
}

/** Of each step; `bounds`: where each begins, and last where the window ends. */
export async function storiesByStep(
  db: Kysely<Database>,
  bounds: readonly string[],
  as_of: string | undefined,
): Promise<number[]> {
  const when = { time_from: bounds[0]!, time_to: bounds.at(-1)!, as_of }
  // Summed hours lie in one step each where steps begin with an hour; in India and Nepal they do not.
  const slices = bounds.slice(1, -1).every((bound) => bound.endsWith(':00:00.000Z'))
    ? await slicesOf(db, when)
    : unsummed(when)
  const { rows } = await sql<{ step: number; stories: number }>`
    SELECT step, sum(CASE WHEN several IS NULL THEN n ELSE 1 END)::int AS stories FROM (
      SELECT step, several, sum(n) AS n FROM (${toldIn(slices, (time) => stepAt(time, bounds))}) AS told GROUP BY step, several
    ) AS stories GROUP BY step`.execute(db)
  const at = new Map(rows.map(({ step, stories }) => [step, stories]))
  return bounds.slice(1).map((_, step) => at.get(step) ?? 0)
}

/** Index into the steps. */
export const stepAt = (time: RawBuilder<unknown>, bounds: readonly string[]): RawBuilder<unknown> =>
  sql`width_bucket(${time}, ${bounds.slice(0, -1)}::timestamptz[]) - 1`
