/** Full-text search over titles and texts, PostgreSQL's own: English stems, "phrases", -without, or. */
import { sql, type Kysely } from 'kysely'
import type { Page, SearchHit, SearchQuery } from '../query.ts'
import { articleColumns, articleRow, type StoredArticle } from './article-row.ts'
import { countOf } from './count.ts'
import { cursorOf, placeOf } from './cursor.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'
import { within } from './windows.ts'

const headline = 'StartSel=«, StopSel=», MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "'

/** A word that half of all articles have tells little: of more matches the latest are ranked, and `found` says how many there are. */
const mostRanked = 3000

/** Best match first; words of the title weigh more. `rank` has no unit and is for comparing within one answer. */
export async function searchArticles(db: Kysely<Database>, query: SearchQuery): Promise<Page<SearchHit>> {
  const place = placeOf('search', query.cursor, ['number', 'time', 'id'])
  const wanted = sql`websearch_to_tsquery('english'::regconfig, ${storable(query.q)})`
  const matched = sql`FROM revision r WHERE r.search @@ ${wanted} AND ${within('r', query)}`
  const after = place
    ? sql`(rank, sort_at, id) < (${place[0]}::float8, ${place[1]}::timestamptz, ${place[2]})`
    : sql`true`
  // Texts are fetched for the page that is shown, not for all that match.
  const [{ rows }, found] = await Promise.all([
    sql<StoredArticle & { highlight: string; rank: number }>`
      SELECT ${articleColumns(true)}, best.rank,
        ts_headline('english'::regconfig, left(r.text, 50000), ${wanted}, ${headline}) AS highlight
      FROM (
        SELECT * FROM (
          SELECT article_id AS id, revision, sort_at, ts_rank_cd(search, ${wanted})::float8 AS rank
          FROM (SELECT r.article_id, r.revision, r.sort_at, r.search ${matched}
            ORDER BY r.sort_at DESC, r.article_id DESC LIMIT ${mostRanked}) AS latest
        ) AS ranked WHERE ${after} ORDER BY rank DESC, sort_at DESC, id DESC LIMIT ${query.limit + 1}
      ) AS best
      JOIN revision r ON r.article_id = best.id AND r.revision = best.revision JOIN article a ON a.id = best.id
      ORDER BY best.rank DESC, best.sort_at DESC, best.id DESC`.execute(db),
    countOf(db, sql`SELECT ${matched}`),
  ])
  const data = rows.slice(0, query.limit)
  const last = data.at(-1)
  return {
    data: data.map((row) => ({ article: articleRow(row), highlight: row.highlight, rank: row.rank })),
    meta: {
      ...found,
      returned: data.length,
      next: rows.length > data.length && last ? cursorOf('search', [last.rank, last.sort_at, last.id]) : null,
    },
  }
}
