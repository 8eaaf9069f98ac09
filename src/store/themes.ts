/** Themes: how much each is talked about, in what tone, and who plays which part. */
import { sql, type Kysely } from 'kysely'
import type { Page, ThemeDetail, ThemeQuery, ThemeSummary } from '../query.ts'
import { themeParts, type ThemePart } from '../types.ts'
import { firstFindings } from './findings.ts'
import { namesOf, spelledAs } from './names.ts'
import type { Database } from './schema.ts'
import { placesOf, slicesOf } from './slices.ts'
import { storiesIn } from './story-counts.ts'
import { totalsOf, type Total } from './totals.ts'
import { symbolsOf, type When } from './windows.ts'

export { themeTimeline } from './timeline.ts'

/** Most told first. `attention` is the share of all stories of the window; `sentiment` the mean over stories. */
export async function listThemes(db: Kysely<Database>, query: ThemeQuery): Promise<Page<ThemeSummary>> {
  const { tickers, min_relevance, limit, cursor, ...when } = query
  const beside = tickers && (await spelledAs(db, 'instrument', symbolsOf(tickers)))
  const [{ rows, found, next }, allStories] = await Promise.all([
    totalsOf(db, { kind: 'theme', beside, min_relevance }, { ...when, limit, cursor }),
    storiesIn(db, when),
  ])
  const data = await summariesOf(db, rows, allStories)
  return { data, meta: { found, returned: data.length, next } }
}

async function summariesOf(db: Kysely<Database>, rows: readonly Total[], allStories: number): Promise<ThemeSummary[]> {
  const labels = await namesOf(db, 'theme', rows.map(({ id }) => id)) // prettier-ignore
  return rows.map(({ id, stories, articles, sentiment }) => ({
    theme: id,
    label: labels.get(id) ?? id,
    stories,
    articles,
    attention: stories / Math.max(allStories, 1),
    sentiment,
  }))
}

/** All zeros and empty for a theme that was never found. `parent` and `about` are the models' to fill in. */
export async function getTheme(
  db: Kysely<Database>,
  { id: theme, name }: { readonly id: string; readonly name: string },
  when: When,
): Promise<ThemeDetail> {
  const [{ rows }, allStories, roles, beside, findings] = await Promise.all([
    totalsOf(db, { kind: 'theme', id: theme }, { ...when, limit: 1 }),
    storiesIn(db, when),
    rolesOf(db, theme, when),
    totalsOf(db, { kind: 'instrument', beside: [theme] }, { ...when, limit: 25 }),
    firstFindings(db, { ...when, kinds: ['theme'], themes: [theme], sort: 'relevance', limit: 25 }),
  ])
  const none = { id: theme, stories: 0, articles: 0, mentions: 0, sentiment: 0 }
  const [summary] = await summariesOf(db, [rows[0] ?? none], allStories)
  const names = await namesOf(db, 'instrument', beside.rows.map(({ id }) => id)) // prettier-ignore
  const instruments = beside.rows.map(({ id, stories, sentiment }) => ({
    symbol: id,
    name: names.get(id) ?? id,
    stories,
    sentiment,
  }))
  return { ...summary!, label: name, parent: null, about: null, ...roles, instruments, findings }
}

type Roles = Pick<ThemeDetail, ThemePart>

/** Who plays each part, by the number of stories that say so. */
async function rolesOf(db: Kysely<Database>, theme: string, when: When): Promise<Roles> {
  const slices = await slicesOf(db, when)
  const told = placesOf('f', slices).map(
    (at) => sql`
    SELECT f.story_id, f.value FROM finding f WHERE f.kind = 'theme' AND f.theme = ${theme} AND f.marked_at IS NULL AND ${at}`,
  )
  const { rows } = await sql<{ part: keyof Roles; symbol: string | null; name: string; stories: number }>`
    WITH told AS (${sql.join(told, sql` UNION ALL `)}), said AS (
      SELECT part, role->>'symbol' AS symbol, coalesce(role->>'symbol', lower(role->>'name')) AS key,
        min(role->>'name') AS name, count(DISTINCT told.story_id) AS stories
      FROM told, unnest(${[...themeParts]}::text[]) AS part, jsonb_array_elements(told.value->part) AS role
      WHERE told.value->part <> '[]'
      GROUP BY part, 2, 3
      UNION ALL
      SELECT part, symbol, key, name, stories FROM month_role
      WHERE theme = ${theme} AND month = ANY(${[...slices.months]}::date[])
    ), played AS (
      SELECT part, symbol, min(name) AS name, sum(stories)::int AS stories FROM said GROUP BY part, symbol, key
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY part ORDER BY stories DESC, name) AS place FROM played
    )
    SELECT part, symbol, name, stories FROM ranked WHERE place <= 10 ORDER BY part, place`.execute(db)
  const of = (part: keyof Roles) =>
    rows
      .filter((row) => row.part === part)
      .map(({ symbol, name, stories }) => ({ ...(symbol === null ? {} : { symbol }), name, stories }))
  return Object.fromEntries(themeParts.map((part) => [part, of(part)])) as Roles
}
