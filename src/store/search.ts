/** Full-text search over titles and texts, PostgreSQL's own: English stems, "phrases", -without, or. */
import { sql, type Kysely } from 'kysely'
import type { Page, SearchHit, SearchQuery } from '../query.ts'
import { articleColumns, articleRow, type StoredArticle } from './article-row.ts'
import { cursorOf, placeOf } from './cursor.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'
import { within } from './windows.ts'

const headline = 'StartSel=«, StopSel=», MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "'

/** Best match first; words of the title weigh more. `rank` has no unit and is for comparing within one answer. */
export async function searchArticles(db: Kysely<Database>, query: SearchQuery): Promise<Page<SearchHit>> {
  const place = placeOf('search', query.cursor, ['number', 'time', 'id'])
  const wanted = sql`websearch_to_tsquery('english'::regconfig, ${storable(query.q)})`
  const source = sql`revision r JOIN article a ON a.id = r.article_id
    WHERE r.search @@ ${wanted} AND a.removed_at IS NULL AND ${within('r', query)}`
  const after = place
    ? sql`(rank, sort_at, id) < (${place[0]}::float8, ${place[1]}::timestamptz, ${place[2]})`
    : sql`true`
  const [{ rows }, found] = await Promise.all([
    sql<StoredArticle & { highlight: string; rank: number }>`
      SELECT *, ts_headline('english'::regconfig, body, ${wanted}, ${headline}) AS highlight FROM (
        SELECT * FROM (
          SELECT ${articleColumns(true)}, left(r.text, 50000) AS body, ts_rank_cd(r.search, ${wanted})::float8 AS rank
          FROM ${source}
        ) AS matched WHERE ${after} ORDER BY rank DESC, sort_at DESC, id DESC LIMIT ${query.limit + 1}
      ) AS best ORDER BY rank DESC, sort_at DESC, id DESC`.execute(db),
    sql<{ found: number }>`SELECT count(*)::int AS found FROM ${source}`.execute(db),
  ])
  const data = rows.slice(0, query.limit)
  const last = data.at(-1)
  return {
    data: data.map((row) => ({ article: articleRow(row), highlight: row.highlight, rank: row.rank })),
    meta: {
      found: found.rows[0]?.found ?? 0,
      returned: data.length,
      next: rows.length > data.length && last ? cursorOf('search', [last.rank, last.sort_at, last.id]) : null,
    },
  }
}
