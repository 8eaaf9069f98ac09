/**
 * Keeps the sums of months that are over. They are made away from writing: who writes only notes which months have changed
 * (`note_months` in the schema, `settleStory` for the other months of a story), and a month that has changed is counted from
 * its findings until it is summed again.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { themeParts } from '../types.ts'
import { lockOf } from './locks.ts'
import type { Database } from './schema.ts'

export interface SumOptions {
  /** ISO 8601: months that have ended by then are summed. */
  readonly now: string
  /** Only those that have not changed for so long; 10 minutes unless told. */
  readonly quietMs?: number
  /** How many at most; all unless told. */
  readonly most?: number
}

/** Sums months that have changed, the latest first; answers how many. Run again, or by two at once, it does what is left. */
export async function sumMonths(
  db: Kysely<Database>,
  { now, quietMs = 600_000, most = Infinity }: SumOptions,
): Promise<number> {
  const { rows } = await sql<{ month: string }>`
    SELECT month::text AS month FROM month_change
    WHERE month < date_trunc('month', ${now}::timestamptz AT TIME ZONE 'UTC')::date
    GROUP BY month HAVING max(changed_at) <= now() - make_interval(secs => ${quietMs / 1000})
    ORDER BY month DESC`.execute(db)
  let summed = 0
  for (const { month } of rows) {
    if (summed >= most) break
    if (await sumMonth(db, month)) summed++
  }
  return summed
}

/** False when another process is at it. */
const sumMonth = (db: Kysely<Database>, month: string): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`
      SELECT pg_try_advisory_xact_lock(${lockOf('sum-months')}, ${lockOf(month)}) AS mine`.execute(tx)
    if (!rows[0]?.mine) return false
    // First of all: a change that is not seen by what follows has not been seen here either, and stays noted.
    await sql`DELETE FROM month_change WHERE month = ${month}::date`.execute(tx)
    for (const table of ['month_story', 'month_hour', 'month_told', 'month_role']) {
      await sql`DELETE FROM ${sql.table(table)} WHERE month = ${month}::date`.execute(tx)
    }
    for (const statement of [stories, hours, told, roles]) await statement(sql`${month}::date`).execute(tx)
    await sql`INSERT INTO month_summed (month) VALUES (${month}::date) ON CONFLICT DO NOTHING`.execute(tx)
    return true
  })

type Statement = (month: RawBuilder<unknown>) => RawBuilder<unknown>

const start = (month: RawBuilder<unknown>) => sql`(${month}::timestamp AT TIME ZONE 'UTC')`
const end = (month: RawBuilder<unknown>) => sql`((${month} + interval '1 month') AT TIME ZONE 'UTC')`
const inMonth = (table: string, month: RawBuilder<unknown>) => sql`${sql.ref(`${table}.published_at`)} IS NOT NULL
  AND ${sql.ref(`${table}.sort_at`)} >= ${start(month)} AND ${sql.ref(`${table}.sort_at`)} < ${end(month)}
  AND ${sql.ref(`${table}.superseded_at`)} IS NULL`

const stories: Statement = (month) => sql`
  WITH several AS MATERIALIZED (
    SELECT r.article_id, r.story_id, r.published_at FROM revision r JOIN story s ON s.id = r.story_id AND s.articles > 1
    WHERE ${inMonth('r', month)}
  ), torn AS (
    SELECT several.story_id FROM several JOIN finding f ON f.article_id = several.article_id
    WHERE f.kind = 'instrument' AND f.superseded_at IS NULL AND f.marked_at IS NULL
    GROUP BY several.story_id, f.symbol HAVING count(DISTINCT f.type) > 1
  )
  INSERT INTO month_story (month, article_id, story_id, published_at, aside)
  SELECT ${month}, article_id, story_id, published_at,
    story_id IN (SELECT story_id FROM torn) OR EXISTS (
      SELECT FROM revision o WHERE o.story_id = several.story_id AND o.superseded_at IS NULL
        AND (o.published_at IS NULL OR o.published_at < ${start(month)} OR o.published_at >= ${end(month)}))
  FROM several`

/**
 * Hour by hour, by the hour in which the same story was told last before: in steps that begin with an hour, a story counts once in
 * a step if it counts where it was not told before since the step began.
 */
const hours: Statement = (month) => sql`
  WITH told AS (
    SELECT DISTINCT coalesce(m.story_id, r.article_id) AS story, date_trunc('hour', r.published_at) AS hour FROM revision r
    LEFT JOIN month_story m ON m.month = ${month} AND m.article_id = r.article_id
    WHERE ${inMonth('r', month)} AND m.aside IS NOT TRUE
  )
  INSERT INTO month_hour (month, hour, before, stories)
  SELECT ${month}, hour, before, count(*) FROM (
    SELECT hour, coalesce(lag(hour) OVER (PARTITION BY story ORDER BY hour), '-infinity') AS before FROM told) AS stories
  GROUP BY hour, before`

/** The findings that are summed. */
const counted = (month: RawBuilder<unknown>) => sql`${inMonth('f', month)} AND f.marked_at IS NULL
  AND NOT EXISTS (SELECT FROM month_story m WHERE m.month = ${month} AND m.article_id = f.article_id AND m.aside)`

const told: Statement = (month) => sql`
  WITH said AS MATERIALIZED (
    SELECT f.kind, coalesce(f.theme, f.symbol) AS id, f.type, f.story_id, f.article_id, f.relevance, f.score, f.mentions
    FROM finding f WHERE f.kind IN ('theme', 'instrument') AND ${counted(month)}
  ), beside AS (
    SELECT '' AS beside, said.* FROM said
    UNION ALL SELECT other.id, said.* FROM said JOIN said other ON other.article_id = said.article_id AND other.kind <> said.kind
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY kind, beside, id, story_id ORDER BY relevance DESC, article_id) = 1 AS leads
    FROM beside
  )
  INSERT INTO month_told (kind, beside, month, id, type, stories, articles, mentions, weight, tone)
  SELECT kind, beside, ${month}, id, min(type), count(*) FILTER (WHERE leads), count(*), coalesce(sum(mentions), 0),
    coalesce(sum(relevance) FILTER (WHERE leads), 0), coalesce(sum(relevance * score) FILTER (WHERE leads), 0)
  FROM ranked GROUP BY kind, beside, id`

const roles: Statement = (month) => sql`
  INSERT INTO month_role (theme, month, part, key, symbol, name, stories)
  SELECT f.theme, ${month}, part, coalesce(role->>'symbol', lower(role->>'name')), role->>'symbol', min(role->>'name'),
    count(DISTINCT f.story_id)
  FROM finding f, unnest(${[...themeParts]}::text[]) AS part, jsonb_array_elements(f.value->part) AS role
  WHERE f.kind = 'theme' AND ${counted(month)} AND f.value->part <> '[]'
  GROUP BY f.theme, part, 4, 5`
