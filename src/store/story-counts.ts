/** How many distinct dated stories a window has, in all and in each of its steps: what attention is a share of. */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './schema.ts'
import { within } from './windows.ts'

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

/** A number: a subquery. */
export const storiesWithin = (span: Span): RawBuilder<number> =>
  sql`(SELECT coalesce(sum(CASE WHEN several IS NULL THEN n ELSE 1 END), 0)::int FROM (${told(span, sql`0`)}) AS stories_told)`

/** `bounds`: where each step begins, and last where the window ends. */
export async function storiesByStep(
  db: Kysely<Database>,
  bounds: readonly string[],
  as_of: string | undefined,
): Promise<{ readonly inAll: number; readonly byStep: readonly number[] }> {
  const span = { from: bounds[0]!, to: bounds.at(-1)!, as_of }
  const { rows } = await sql<{ step: number; stories: number }>`
    WITH told AS MATERIALIZED (${told(span, stepAt(sql`r.published_at`, bounds))})
    SELECT step, sum(CASE WHEN several IS NULL THEN n ELSE 1 END)::int AS stories FROM told GROUP BY step
    UNION ALL
    SELECT -1, (coalesce(sum(n) FILTER (WHERE several IS NULL), 0) + count(DISTINCT several))::int FROM told`.execute(
    db,
  )
  const at = new Map(rows.map(({ step, stories }) => [step, stories]))
  return { inAll: at.get(-1) ?? 0, byStep: bounds.slice(1).map((_, step) => at.get(step) ?? 0) }
}

/** Index into the steps. */
export const stepAt = (time: RawBuilder<unknown>, bounds: readonly string[]): RawBuilder<unknown> =>
  sql`width_bucket(${time}, ${bounds.slice(0, -1)}::timestamptz[]) - 1`
