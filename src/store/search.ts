/** Full-text search over titles and texts, PostgreSQL's own: English stems, "phrases", -without, or. */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Page, SearchHit, SearchQuery } from '../query.ts'
import { articleColumns, articleRow, type StoredArticle } from './article-row.ts'
import { mostCounted } from './count.ts'
import { cursorOf, placeOf } from './cursor.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'
import { within } from './windows.ts'

const headline = 'StartSel=«, StopSel=», MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "'

/** Words that many articles have tell little: of more matches the latest are ranked, and of more than are counted, fewer. */
const mostRanked = 3000
const mostRankedOfMany = 1000

interface Best {
  readonly id: string
  readonly revision: number
  readonly sort_at: string
  readonly rank: number
}

/** Best match first; words of the title weigh more. `rank` has no unit and is for comparing within one answer. */
export async function searchArticles(db: Kysely<Database>, query: SearchQuery): Promise<Page<SearchHit>> {
  const place = placeOf('search', query.cursor, ['number', 'time', 'id'])
  const wanted = sql`websearch_to_tsquery('english'::regconfig, ${storable(query.q)})`
  const matched = sql`FROM revision r WHERE r.search @@ ${wanted} AND ${within('r', query)}`
  const latest = (most: number) => sql`ORDER BY sort_at DESC, article_id DESC LIMIT ${most}`
  const after = place
    ? sql`(rank, sort_at, id) < (${place[0]}::float8, ${place[1]}::timestamptz, ${place[2]})`
    : sql`true`
  const bestOf = (read: RawBuilder<unknown>) => sql`
    SELECT * FROM (
      SELECT article_id AS id, revision, sort_at, ts_rank_cd(search, ${wanted})::float8 AS rank FROM (${read}) AS read
    ) AS ranked WHERE ${after} ORDER BY rank DESC, sort_at DESC, id DESC LIMIT ${query.limit + 1}`

  const { found, few } = await db.transaction().execute(async (tx) => {
    // A planner takes the comparison of an article's words for cheap, and would read article after article by date; but only an
    // index of words knows which have them.
    await sql`SET LOCAL enable_seqscan = off`.execute(tx)
    await sql`SET LOCAL enable_indexscan = off`.execute(tx)
    const { rows } = await sql<Best & { found: number }>`
      WITH matched AS MATERIALIZED (SELECT r.article_id, r.revision, r.sort_at ${matched} LIMIT ${mostCounted + 1}),
      counted AS (SELECT count(*)::int AS found FROM matched),
      latest AS (SELECT * FROM matched WHERE (SELECT found FROM counted) <= ${mostCounted} ${latest(mostRanked)}),
      best AS (${bestOf(sql`SELECT r.article_id, r.revision, r.sort_at, r.search FROM latest JOIN revision r USING (article_id, revision)`)})
      SELECT counted.found, best.* FROM counted LEFT JOIN best ON true
      ORDER BY rank DESC, sort_at DESC, id DESC`.execute(tx)
    return { found: rows[0]?.found ?? 0, few: rows.filter(({ id }) => id !== null) }
  })
  // What so many articles have is soon found by date.
  const isMany = found > mostCounted
  const best = isMany
    ? ((await bestOf(sql`SELECT r.article_id, r.revision, r.sort_at, r.search ${matched} ${latest(mostRankedOfMany)}`).execute(db)).rows as Best[]) // prettier-ignore
    : few
  const page = best.slice(0, query.limit)
  const last = page.at(-1)
  const ranked = isMany ? mostRankedOfMany : mostRanked
  return {
    data: await hitsOf(db, page, wanted),
    meta: {
      found: Math.min(found, mostCounted),
      ...(isMany ? { atLeast: true } : {}),
      returned: page.length,
      next: best.length > page.length && last ? cursorOf('search', [last.rank, last.sort_at, last.id]) : null,
      ...(found > ranked
        ? { notes: [`the latest ${ranked.toLocaleString('en')} matches are ranked and paged through; set time_to for earlier ones`] } // prettier-ignore
        : {}),
    },
  }
}

/** Texts are read for the page that is shown, not for all that match. */
async function hitsOf(db: Kysely<Database>, best: readonly Best[], wanted: RawBuilder<unknown>): Promise<SearchHit[]> {
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
