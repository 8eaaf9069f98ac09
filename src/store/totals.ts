/** Themes and instruments counted by story, in all or beside each other: what lists and overviews of both are made of. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import { cursorOf, placeOf } from './cursor.ts'
import type { Subject } from './names.ts'
import type { Database } from './schema.ts'
import { placesOf, slicesOf, unsummed } from './slices.ts'
import { all, within, type When } from './windows.ts'

export interface TotalsAsked {
  readonly kind: Subject['kind']
  /** This one alone. */
  readonly id?: string | undefined
  /** Of articles that tell any of these: instruments for themes, themes for instruments. */
  readonly beside?: readonly string[] | undefined
  /** Instruments of these types. */
  readonly type?: readonly string[] | undefined
  readonly min_relevance?: number | undefined
}
export interface Total {
  readonly id: string
  readonly stories: number
  readonly articles: number
  readonly mentions: number
  /** Mean score over stories, weighted by relevance; a story's is that of its most relevant article. */
  readonly sentiment: number
}
export interface Totals {
  readonly rows: Total[]
  readonly found: number
  readonly next: string | null
}

/** Most stories first, then most weight. Sums of months serve where nothing is asked that only single findings know. */
export async function totalsOf(
  db: Kysely<Database>,
  asked: TotalsAsked,
  { limit, cursor, ...when }: When & { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Totals> {
  const { kind, id, beside, type, min_relevance } = asked
  const isSummed = min_relevance === undefined && (beside === undefined || beside.length === 1)
  const slices = isSummed ? await slicesOf(db, when) : unsummed(when)
  const list = `${kind}s`
  const place = placeOf(list, cursor, ['number', 'number', 'id'])
  const after = place
    ? sql<SqlBool>`(-stories, -weight, id COLLATE "C") > (-(${place[0]}::numeric), -(${place[1]}::numeric), ${place[2]}::text)`
    : sql<SqlBool>`true`
  const own = [
    ...(id === undefined ? [] : [sql<SqlBool>`id = ${id}`]),
    ...(type?.length ? [sql<SqlBool>`type = ANY(${[...type]}::text[])`] : []),
  ]
  const isFew = id !== undefined || beside !== undefined
  const said = placesOf(beside === undefined ? 'f' : 'w', slices, isFew).map((at) => saidAt(asked, when, at))
  const { rows } = await sql<Total & { weight: string; found: number }>`
    WITH said AS (${sql.join(said, sql` UNION ALL `)}), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY id, story_id ORDER BY relevance DESC, article_id) = 1 AS leads FROM said
    ), part AS (
      -- An article has one finding of a theme or an instrument.
      SELECT id, count(*) FILTER (WHERE leads) AS stories, count(*) AS articles, sum(mentions) AS mentions,
        sum(relevance) FILTER (WHERE leads) AS weight, sum(relevance * score) FILTER (WHERE leads) AS tone
      FROM ranked GROUP BY id
      UNION ALL
      SELECT id, stories, articles, mentions, weight, tone FROM month_told
      WHERE kind = ${kind} AND beside = ${beside?.[0] ?? ''} AND month = ANY(${[...slices.months]}::date[]) AND ${all(own)}
    ), total AS (
      SELECT id, sum(stories)::int AS stories, sum(articles)::int AS articles, coalesce(sum(mentions), 0)::int AS mentions,
        round(sum(weight)::numeric, 4) AS weight, coalesce(sum(tone) / nullif(sum(weight), 0), 0)::float8 AS sentiment,
        count(*) OVER ()::int AS found
      FROM part GROUP BY id
    )
    SELECT * FROM total WHERE ${after} ORDER BY stories DESC, weight DESC, id COLLATE "C" LIMIT ${limit + 1}`.execute(
    db,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ found: _found, weight: _weight, ...row }) => row),
    found: rows[0]?.found ?? 0,
    next: rows.length > limit && last ? cursorOf(list, [last.stories, Number(last.weight), last.id]) : null,
  }
}

const columnOf = (table: string, kind: Subject['kind']): RawBuilder<unknown> =>
  sql.ref(`${table}.${kind === 'theme' ? 'theme' : 'symbol'}`)

/** The findings `f` in one place: by their own place, or by that of what they stand beside in an article. */
function saidAt(
  { kind, id, beside, type, min_relevance }: TotalsAsked,
  when: When,
  at: RawBuilder<SqlBool>,
): RawBuilder<unknown> {
  const column = columnOf('f', kind)
  const where = all([
    sql`f.kind = ${sql.lit(kind)} AND f.marked_at IS NULL`,
    ...(id === undefined ? [] : [sql<SqlBool>`${column} = ${id}`]),
    ...(type?.length ? [sql<SqlBool>`f.type = ANY(${[...type]}::text[])`] : []),
    ...(min_relevance === undefined ? [] : [sql<SqlBool>`f.relevance >= ${min_relevance}::float8`]),
  ])
  // What an index has; themes have no mentions.
  const mentions = kind === 'theme' ? sql`NULL::int AS mentions` : sql`f.mentions`
  const columns = sql`${column} AS id, f.story_id, f.article_id, f.relevance, f.score, ${mentions}`
  if (beside === undefined) return sql`SELECT ${columns} FROM finding f WHERE ${where} AND ${at}`
  const other = kind === 'theme' ? 'instrument' : 'theme'
  return sql`SELECT ${columns} FROM (
      SELECT DISTINCT w.article_id FROM finding w
      WHERE w.kind = ${sql.lit(other)} AND ${columnOf('w', other)} = ANY(${[...beside]}::text[]) AND w.marked_at IS NULL AND ${at}
    ) AS beside JOIN finding f ON f.article_id = beside.article_id WHERE ${where} AND ${within('f', { as_of: when.as_of })}`
}
