/** A theme step by step in time: attention and tone by hour, day, week or month of a time zone, gaps filled. */
import { sql, type Kysely } from 'kysely'
import { ThemewireError } from '../errors.ts'
import type { TimelinePoint, TimelineQuery } from '../query.ts'
import type { Database } from './schema.ts'
import { meanTone } from './tone.ts'
import { all, within } from './windows.ts'

const mostSteps = 5000

/**
 * Steps from `time_from` to `time_to`, by default from the theme's first dated story to its last; the outermost are cut to the
 * window. `sentiment` is null in a step without the theme, `attention` in one without any story.
 */
export async function themeTimeline(
  db: Kysely<Database>,
  theme: string,
  query: TimelineQuery,
): Promise<TimelinePoint[]> {
  const where = all([within('f', query), sql`f.kind = 'theme' AND f.marked_at IS NULL AND f.theme = ${theme}`])
  const bounds = await sql<{ first: string | null; last: string | null }>`
    SELECT coalesce(${query.time_from ?? null}::timestamptz, min(f.published_at)) AS first,
      coalesce(${query.time_to ?? null}::timestamptz, max(f.published_at) + interval '1 ms') AS last
    FROM finding f WHERE ${where}`.execute(db)
  const { first, last } = bounds.rows[0] ?? { first: null, last: null }
  if (first === null || last === null || first >= last) return []
  const zone = query.timezone
  const step = sql`${`1 ${query.interval}`}::interval`
  const start = sql`date_trunc(${query.interval}, ${first}::timestamptz AT TIME ZONE ${zone})`
  // Hours are of equal length; days, weeks and months are the zone's own, whatever its clocks do.
  const steps =
    query.interval === 'hour'
      ? sql`generate_series(${start} AT TIME ZONE ${zone}, ${last}::timestamptz - interval '1 ms', ${step})`
      : sql`(SELECT local AT TIME ZONE ${zone} FROM generate_series(${start},
          (${last}::timestamptz - interval '1 ms') AT TIME ZONE ${zone}, ${step}) AS local)`
  const next =
    query.interval === 'hour' ? sql`at + ${step}` : sql`(at AT TIME ZONE ${zone} + ${step}) AT TIME ZONE ${zone}`
  const window = { time_from: first, time_to: last, as_of: query.as_of }
  const { rows } = await sql<TimelinePoint & { steps: number }>`
    WITH step AS MATERIALIZED (
      SELECT at, ${next} AS next FROM ${steps} AS series(at) LIMIT ${mostSteps + 1}
    ), told AS (
      SELECT DISTINCT ON (step.at, f.story_id) step.at, f.relevance, f.score
      FROM step JOIN finding f ON f.published_at >= step.at AND f.published_at < step.next
      WHERE ${within('f', window)} AND f.kind = 'theme' AND f.marked_at IS NULL AND f.theme = ${theme}
      ORDER BY step.at, f.story_id, f.relevance DESC, f.article_id
    ), tone AS (
      SELECT at, count(*)::int AS stories, ${meanTone} AS sentiment FROM told GROUP BY at
    ), everything AS (
      SELECT step.at, count(DISTINCT r.story_id)::int AS stories
      FROM step JOIN revision r ON r.published_at >= step.at AND r.published_at < step.next
      WHERE ${within('r', window)} GROUP BY step.at
    )
    SELECT greatest(step.at, ${first}::timestamptz) AS "from", least(step.next, ${last}::timestamptz) AS "to",
      coalesce(tone.stories, 0) AS stories, coalesce(everything.stories, 0) AS "allStories",
      tone.stories / nullif(everything.stories, 0)::float8 AS attention, tone.sentiment,
      (SELECT count(*)::int FROM step) AS steps
    FROM step LEFT JOIN tone USING (at) LEFT JOIN everything USING (at) ORDER BY step.at`.execute(db)
  if ((rows[0]?.steps ?? 0) > mostSteps) {
    throw new ThemewireError('bad-request', `interval: more than ${mostSteps} steps between time_from and time_to`, {
      hint: 'use a longer interval, or a shorter window',
    })
  }
  return rows.map(({ steps: _, ...point }) => ({
    ...point,
    attention: point.attention ?? (point.allStories > 0 ? 0 : null),
  }))
}
