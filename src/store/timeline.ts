/** Themes and instruments step by step in time: attention and tone, gaps filled; in all, by group, or side by side. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import { ThemewireError } from '../errors.ts'
import type { Page, Series, SeriesPoint, SubjectTimelineQuery, TimelinePoint, TimelineQuery } from '../query.ts'
import { isAbout, namesOf, type Subject } from './names.ts'
import type { Database } from './schema.ts'
import { endOf, startOf, stepsOf } from './steps.ts'
import { stepAt, storiesByStep, storiesIn } from './story-counts.ts'
import { asOne, groupings, type Grouping } from './timeline-groups.ts'
import { meanTone } from './tone.ts'
import { totalsOf } from './totals.ts'
import { within, type When } from './windows.ts'

const mostPoints = 20_000

interface Told {
  /** Index into the steps. */
  readonly step: number
  readonly group: string
  readonly stories: number
  readonly sentiment: number | null
}

/**
 * Steps from `time_from` to `time_to`, which the outermost are cut to; by default from the step of the first dated story to that of
 * the last, whole.
 * `sentiment` is null in a step without a story of it, `attention` in one without any story. With `group_by`, every step of
 * the first group, then of the next: most stories first, `groups` of them.
 */
export async function timelineOf(
  db: Kysely<Database>,
  subject: Subject,
  query: SubjectTimelineQuery,
): Promise<Page<TimelinePoint>> {
  const steps = await stepsFor(db, [subject], query)
  if (steps.length === 0) return pageOf([])
  const { group_by: by, groups: most = 10 } = query
  const [stories, told] = await Promise.all([
    storiesByStep(db, steps, query.as_of),
    toldByStep(db, [subject], steps, query, by === undefined ? asOne : groupings[by]),
  ])
  const series = (group: string | null, label: string | null, rows: readonly Told[]): TimelinePoint[] =>
    pointsOf(steps, stories, rows).map((point) => ({ ...point, group, label }))
  if (by === undefined) return pageOf(series(null, null, told.rows))
  const groups = told.groups.slice(0, most)
  if (groups.length * stories.length > mostPoints) {
    throw new ThemewireError('bad-request', `groups: more than ${mostPoints} points`, {
      hint: 'ask for fewer groups, a longer interval or a shorter window',
    })
  }
  const names = by === 'theme' || by === 'instrument' ? await namesOf(db, by, groups) : new Map<string, string>()
  const points = groups.flatMap((group) =>
    series(
      group,
      names.get(group) ?? group,
      told.rows.filter((row) => row.group === group),
    ),
  )
  return pageOf(points, told.groups.length * stories.length)
}

export const themeTimeline = async (
  db: Kysely<Database>,
  theme: string,
  query: SubjectTimelineQuery,
): Promise<TimelinePoint[]> => (await timelineOf(db, { kind: 'theme', id: theme }, query)).data

/** Several over the same steps, in the order asked for, each with its figures over the whole window. */
export async function compareSeries(
  db: Kysely<Database>,
  subjects: readonly (Subject & { readonly name: string })[],
  query: TimelineQuery,
): Promise<Series[]> {
  const steps = await stepsFor(db, subjects, query)
  if (steps.length === 0) {
    const none = { stories: 0, attention: null, sentiment: null, points: [] }
    return subjects.map(({ kind, id, name }) => ({ kind, id, label: name, ...none }))
  }
  const whole = { time_from: steps[0], time_to: steps.at(-1), as_of: query.as_of }
  const [byStep, { rows }, inAll, totals] = await Promise.all([
    storiesByStep(db, steps, query.as_of),
    toldByStep(db, subjects, steps, query, asOne),
    storiesIn(db, whole),
    Promise.all(subjects.map(({ kind, id }) => totalsOf(db, { kind, id, min_relevance: query.min_relevance }, { ...whole, limit: 1 }))), // prettier-ignore
  ])
  return subjects.map(({ kind, id, name }, at) => {
    const [{ stories, sentiment } = { stories: 0, sentiment: null }] = totals[at]!.rows
    const told = rows.filter((row) => row.group === keyOf({ kind, id }))
    const attention = inAll > 0 ? stories / inAll : null
    return { kind, id, label: name, stories, attention, sentiment, points: pointsOf(steps, byStep, told) }
  })
}

const pageOf = (data: TimelinePoint[], found = data.length): Page<TimelinePoint> => ({
  data,
  meta: { found, returned: data.length, next: null },
})

function pointsOf(steps: readonly string[], stories: readonly number[], told: readonly Told[]): SeriesPoint[] {
  const at = new Map(told.map((row) => [row.step, row]))
  return stories.map((allStories, step) => {
    const row = at.get(step)
    return {
      from: steps[step]!,
      to: steps[step + 1]!,
      stories: row?.stories ?? 0,
      allStories,
      attention: allStories > 0 ? (row?.stories ?? 0) / allStories : null,
      sentiment: row?.sentiment ?? null,
    }
  })
}

/** The steps of the window asked for; without one, whole steps from that of the subjects' first dated story to that of their last. */
async function stepsFor(db: Kysely<Database>, subjects: readonly Subject[], query: TimelineQuery): Promise<string[]> {
  let { time_from: from, time_to: to } = query
  if (from === undefined || to === undefined) {
    const where = sql`${counted(query, query)} AND f.published_at IS NOT NULL`
    const { rows } = await sql<{ first: string | null; last: string | null }>`
      SELECT min(first) AS first, max(last) + interval '1 ms' AS last FROM (${sql.join(
        subjects.map(
          (subject) => sql`SELECT
            (SELECT f.sort_at FROM finding f WHERE ${isAbout(subject)} AND ${where} ORDER BY f.sort_at LIMIT 1) AS first,
            (SELECT f.sort_at FROM finding f WHERE ${isAbout(subject)} AND ${where} ORDER BY f.sort_at DESC LIMIT 1) AS last`,
        ),
        sql` UNION ALL `,
      )}) AS ends`.execute(db)
    from ??= rows[0]?.first ?? undefined
    to ??= rows[0]?.last ?? undefined
  }
  if (from === undefined || to === undefined || from >= to) return []
  // A step that began with the subject's first story would have no other stories before it, and too high a share.
  return stepsOf({ from: query.time_from ?? startOf(from, query), to: query.time_to ?? endOf(to, query) }, query)
}

/** Themes and symbols never collide: ids are in small letters, and a kind stands before them. */
const keyOf = ({ kind, id }: Subject): string => `${kind}:${id}`

/** Stories of each group in each step, and the groups, most stories first. A story's tone is that of its most relevant article. */
async function toldByStep(
  db: Kysely<Database>,
  subjects: readonly Subject[],
  steps: readonly string[],
  query: TimelineQuery,
  grouping: Grouping,
): Promise<{ rows: Told[]; groups: string[] }> {
  const where = counted({ time_from: steps[0], time_to: steps.at(-1), as_of: query.as_of }, query)
  const { group, join } = grouping
  // In which order groups come is only asked where there are any.
  const toned =
    grouping === asOne
      ? sql`(SELECT *, 0 AS total FROM story_tone) AS toned`
      : sql`story_tone JOIN (
          SELECT "group", count(DISTINCT story_id)::int AS total FROM story_tone GROUP BY "group") AS totals USING ("group")`
  const { rows } = await sql<Told & { total: number }>`
    WITH told AS (${sql.join(
      subjects.map(
        (subject) => sql`SELECT ${keyOf(subject)}::text AS subject, f.article_id, f.story_id, f.relevance, f.score,
          ${stepAt(sql`f.published_at`, steps)} AS step FROM finding f WHERE ${isAbout(subject)} AND ${where}`,
      ),
      sql` UNION ALL `,
    )}), story_tone AS (
      SELECT DISTINCT ON ("group", told.step, told.story_id) ${group} AS "group", told.step, told.story_id, told.relevance,
        told.score
      FROM told ${join(query)}
      ORDER BY "group", told.step, told.story_id, told.relevance DESC, told.article_id
    )
    SELECT "group", step, count(*)::int AS stories, ${meanTone} AS sentiment, total
    FROM ${toned} GROUP BY "group", step, total
    ORDER BY total DESC, "group" COLLATE "C", step`.execute(db)
  return { rows, groups: [...new Set(rows.map((row) => row.group))] }
}

const counted = (when: When, { min_relevance }: TimelineQuery): RawBuilder<SqlBool> =>
  sql`${within('f', when)} AND f.marked_at IS NULL
    AND ${min_relevance === undefined ? sql`true` : sql`f.relevance >= ${min_relevance}::float8`}`
