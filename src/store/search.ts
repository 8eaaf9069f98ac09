/** Full-text search over titles and texts, PostgreSQL's own: English stems, "phrases", -without, or. */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Page, SearchHit, SearchQuery } from '../query.ts'
import { articleColumns, articleRow, type StoredArticle } from './article-row.ts'
import { cursorOf, placeOf } from './cursor.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'
import { expectedRows } from './expected-rows.ts'
import { standingTogether } from './phrases.ts'
import { within } from './windows.ts'

const headline = 'StartSel=«, StopSel=», MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "'

/** Words that many articles have tell little: the latest matches are ranked, so many of them. */
const mostRanked = 3000

interface Match {
  readonly id: string
  readonly revision: number
  readonly sort_at: string
  readonly rank: number
}

/** Best match first; words of the title weigh more. `rank` has no unit and is for comparing within one answer. */
export async function searchArticles(db: Kysely<Database>, query: SearchQuery): Promise<Page<SearchHit>> {
  const place = placeOf('search', query.cursor, ['number', 'time', 'id'])
  const wanted = sql`websearch_to_tsquery('english'::regconfig, ${storable(query.q)})`
  const { matches, isAll } = await latestMatches(db, query, wanted)
  const after = place && { rank: place[0] as number, sort_at: place[1] as string, id: place[2] as string }
  const best = matches
    .slice(0, mostRanked)
    .filter((match) => after === null || byRank(after, match) < 0)
    .sort(byRank)
  const page = best.slice(0, query.limit)
  const last = page.at(-1)
  const few = mostRanked.toLocaleString('en')
  return {
    data: await hitsOf(db, page, wanted),
    meta: {
      found: Math.min(matches.length, mostRanked),
      ...(isAll ? {} : { atLeast: true }),
      returned: page.length,
      next: best.length > page.length && last ? cursorOf('search', [last.rank, last.sort_at, last.id]) : null,
      ...(!isAll
        ? { notes: [`the latest ${few} matches are ranked and paged through; set time_to for earlier ones`] }
        : {}),
    },
  }
}

type Ranked = Omit<Match, 'revision'>
const byRank = (one: Ranked, other: Ranked): number =>
  other.rank - one.rank || compare(other.sort_at, one.sort_at) || compare(other.id, one.id)
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const dayMs = 86_400_000

/**
 * The latest matches, latest first: some more than are ranked, where there are so many. Looks back from the newest article as far
 * as the planner takes it for enough, so that common words are found in a few weeks and rare ones at once; and further where it is not.
 */
async function latestMatches(
  db: Kysely<Database>,
  query: SearchQuery,
  wanted: RawBuilder<unknown>,
): Promise<{ matches: Match[]; isAll: boolean }> {
  return db.transaction().execute(async (tx) => {
    const ends = await sql<{ oldest: string | null; newest: string | null; words: string }>`
      SELECT min(sort_at) AS oldest, max(sort_at) AS newest, ${wanted}::text AS words FROM revision`.execute(tx)
    const { oldest, newest, words } = ends.rows[0]!
    if (oldest === null || newest === null) return { matches: [], isAll: true }
    // A planner takes comparing words for cheap and would read article after article by date; only an index of words knows them.
    await sql`SET LOCAL enable_seqscan = off`.execute(tx)
    await sql`SET LOCAL enable_indexscan = off`.execute(tx)
    const phrase = standingTogether(words)
    const [first, last] = [query.time_from ?? oldest, earlier(query.time_to ?? query.as_of ?? newest, newest)]
    const enough = 1.3 * (mostRanked + 1)
    const whole = Math.max(Date.parse(last) - Date.parse(first), 0) / dayMs
    const expected = await expectedRows(
      tx,
      sql`SELECT FROM revision r WHERE r.search @@ ${wanted} AND ${within('r', query)}`,
    )
    let days = (whole * enough) / expected
    let to: string | null = null
    const matches: Match[] = []
    for (;;) {
      const from = daysBefore(last, days)
      const isLast = from <= first
      const candidates = sql`SELECT r.article_id AS id, r.revision, r.sort_at, r.search FROM revision r
        WHERE ${phrase ?? sql`r.search @@ ${wanted}`} AND ${within('r', query)}
          AND ${isLast ? sql`true` : sql`r.sort_at >= ${from}::timestamptz`}
          AND ${to === null ? sql`true` : sql`r.sort_at < ${to}::timestamptz`}
        ORDER BY r.sort_at DESC, r.article_id DESC`
      const latest = phrase
        ? sql`SELECT * FROM (${candidates} OFFSET 0) AS candidate WHERE search @@ ${wanted}`
        : candidates
      // Texts lie on the disk as they came: compared in this order, their words are read ahead.
      const { rows } = await sql<Match>`
        SELECT id, revision, sort_at, ts_rank_cd(search, ${wanted})::float8 AS rank
        FROM (SELECT * FROM (${latest} LIMIT ${mostRanked + 1 - matches.length}) AS latest ORDER BY sort_at, id OFFSET 0) AS latest`.execute(
        tx,
      )
      matches.push(...rows.reverse())
      if (isLast || matches.length > mostRanked) return { matches, isAll: matches.length <= mostRanked }
      to = from
      days *= Math.min(Math.max(enough / Math.max(matches.length, 1), 2), 30)
    }
  })
}

const earlier = (one: string, other: string): string => (one < other ? one : other)
const daysBefore = (moment: string, days: number): string =>
  new Date(Math.max(Date.parse(moment) - days * dayMs, Date.parse('0001-01-01T00:00:00Z'))).toISOString()

/** Texts are read for the page that is shown, not for all that match. */
async function hitsOf(db: Kysely<Database>, best: readonly Match[], wanted: RawBuilder<unknown>): Promise<SearchHit[]> {
  if (best.length === 0) return []
  const { rows } = await sql<StoredArticle & { highlight: string }>`
    SELECT ${articleColumns(true)},
      ts_headline('english'::regconfig, left(r.text, 50000), ${wanted}, ${headline}) AS highlight
    FROM unnest(${best.map(({ id }) => id)}::text[], ${best.map(({ revision }) => revision)}::int[]) AS best (id, revision)
    JOIN revision r ON r.article_id = best.id AND r.revision = best.revision JOIN article a ON a.id = best.id`.execute(
    db,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return best.flatMap(({ id, rank }) => {
    const row = byId.get(id)
    return row === undefined ? [] : [{ article: articleRow(row), highlight: row.highlight, rank }]
  })
}
