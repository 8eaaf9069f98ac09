/** Themes: how much each is talked about, in what tone, and who plays which part. */
import { sql, type Kysely } from 'kysely'
import type { Page, ThemeDetail, ThemeQuery, ThemeSummary } from '../query.ts'
import { firstFindings } from './findings.ts'
import { namesOf } from './names.ts'
import type { Database } from './schema.ts'
import { meanTone, storiesIn } from './tone.ts'
import { all, concerning, within, type When } from './windows.ts'

export { themeTimeline } from './timeline.ts'

/** Most told first. `attention` is the share of all stories of the window; `sentiment` the mean over stories. */
export async function listThemes(db: Kysely<Database>, query: ThemeQuery): Promise<Page<ThemeSummary>> {
  const { tickers, min_relevance, limit, ...when } = query
  const where = all([
    within('f', when),
    sql`f.kind = 'theme' AND f.marked_at IS NULL`,
    ...together(tickers),
    ...(min_relevance === undefined ? [] : [sql<boolean>`f.relevance >= ${min_relevance}`]),
  ])
  const { rows } = await sql<ThemeSummary & { found: number }>`
    WITH story_tone AS (
      SELECT DISTINCT ON (f.theme, f.story_id) f.theme, f.relevance, f.score FROM finding f WHERE ${where}
      ORDER BY f.theme, f.story_id, f.relevance DESC, f.article_id
    ), ranked AS (
      SELECT theme, count(*)::int AS stories, ${meanTone} AS sentiment, count(*) OVER ()::int AS found
      FROM story_tone GROUP BY theme ORDER BY stories DESC, theme LIMIT ${limit}
    ), said AS (
      -- An article has one finding of a theme.
      SELECT f.theme, count(*)::int AS articles FROM finding f WHERE ${where} GROUP BY f.theme
    )
    SELECT ranked.theme, (${labelOf}) AS label, ranked.stories, said.articles,
      ranked.stories / (greatest((${storiesIn(when)}), 1))::float8 AS attention, ranked.sentiment, ranked.found
    FROM ranked JOIN said USING (theme) ORDER BY ranked.stories DESC, ranked.theme`.execute(db)
  const data = rows.map(({ found: _, ...row }) => row)
  return { data, meta: { found: rows[0]?.found ?? 0, returned: data.length, next: null } }
}

/** The theme's name, as its latest finding has it. */
const labelOf = sql`
  SELECT f.value->>'label' FROM finding f WHERE f.kind = 'theme' AND f.theme = ranked.theme
  ORDER BY f.sort_at DESC LIMIT 1`

/** A theme finding concerns its own theme and all symbols of its article. */
const together = (tickers: readonly string[] | undefined) => concerning('f', { tickers })

/** Null for a theme that was never found. `parent` and `about` are the models' to fill in. */
export async function getTheme(db: Kysely<Database>, theme: string, when: When): Promise<ThemeDetail | null> {
  const where = all([within('f', when), sql`f.kind = 'theme' AND f.marked_at IS NULL AND f.theme = ${theme}`])
  const { rows } = await sql<ThemeSummary>`
    WITH ranked AS (SELECT ${theme}::text AS theme),
    told AS MATERIALIZED (SELECT f.story_id, f.article_id, f.relevance, f.score FROM finding f WHERE ${where}),
    story_tone AS (SELECT DISTINCT ON (story_id) relevance, score FROM told ORDER BY story_id, relevance DESC, article_id)
    SELECT ${theme}::text AS theme, (SELECT label FROM (${labelOf}) AS named(label)) AS label,
      (SELECT count(*)::int FROM story_tone) AS stories,
      (SELECT count(DISTINCT article_id)::int FROM told) AS articles,
      (SELECT count(*) FROM story_tone) / (greatest((${storiesIn(when)}), 1))::float8 AS attention,
      (SELECT ${meanTone} FROM story_tone) AS sentiment
    FROM ranked`.execute(db)
  const [summary] = rows
  if (!summary || (summary.label as string | null) === null) return null
  const [roles, instruments, findings] = await Promise.all([
    rolesOf(db, where),
    sql<Omit<ThemeDetail['instruments'][number], 'name'>>`
      WITH told AS (SELECT DISTINCT f.article_id FROM finding f WHERE ${where}),
      story_tone AS (
        SELECT DISTINCT ON (i.symbol, i.story_id) i.symbol, i.relevance, i.score
        FROM told JOIN finding i ON i.article_id = told.article_id
        WHERE i.kind = 'instrument' AND i.marked_at IS NULL AND ${within('i', { as_of: when.as_of })}
        ORDER BY i.symbol, i.story_id, i.relevance DESC, i.article_id
      )
      SELECT symbol, count(*)::int AS stories, ${meanTone} AS sentiment
      FROM story_tone GROUP BY symbol ORDER BY stories DESC, sum(relevance) DESC, symbol LIMIT 25`.execute(db),
    firstFindings(db, { ...when, kinds: ['theme'], themes: [theme], sort: 'relevance', limit: 25 }),
  ])
  const names = await namesOf(
    db,
    'instrument',
    instruments.rows.map(({ symbol }) => symbol),
  )
  const named = instruments.rows.map((row) => ({ ...row, name: names.get(row.symbol) ?? row.symbol }))
  return { ...summary, parent: null, about: null, ...roles, instruments: named, findings }
}

type Roles = Pick<ThemeDetail, 'from' | 'to' | 'winners' | 'losers'>

/** Who plays each part, by the number of stories that say so. */
async function rolesOf(db: Kysely<Database>, where: ReturnType<typeof all>): Promise<Roles> {
  const { rows } = await sql<{ part: keyof Roles; symbol: string | null; name: string; stories: number }>`
    SELECT part, role->>'symbol' AS symbol, min(role->>'name') AS name, count(DISTINCT f.story_id)::int AS stories
    FROM finding f, unnest(ARRAY['from', 'to', 'winners', 'losers']) AS part,
      jsonb_array_elements(f.value->part) AS role
    WHERE ${where} AND f.value->part <> '[]'
    GROUP BY part, role->>'symbol', coalesce(role->>'symbol', lower(role->>'name'))
    ORDER BY stories DESC, name`.execute(db)
  const of = (part: keyof Roles) =>
    rows
      .filter((row) => row.part === part)
      .slice(0, 10)
      .map(({ symbol, name, stories }) => ({ ...(symbol === null ? {} : { symbol }), name, stories }))
  return { from: of('from'), to: of('to'), winners: of('winners'), losers: of('losers') }
}
