/** Articles, however far they have got; as of a moment, those that had been read then. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { ArticleQuery, ArticleRow, Page } from '../query.ts'
import { articleColumns, articleRow, type StoredArticle } from './article-row.ts'
import { countOf } from './count.ts'
import { cursorOf, placeOf } from './cursor.ts'
import type { Database } from './schema.ts'
import { all, concerning, symbolsOf, within } from './windows.ts'

/**
 * Pages of articles. `latest` and `earliest` go by when they were published, else known, else added; `relevance` by the
 * highest relevance of the symbols and themes asked for, and is `latest` where none are.
 */
export async function listArticles(db: Kysely<Database>, query: ArticleQuery): Promise<Page<ArticleRow>> {
  const asOf = query.as_of !== undefined
  const of = asOf ? 'r' : 'a'
  const source = asOf ? sql`revision r JOIN article a ON a.id = r.article_id` : sql`article a`
  const conditions = [...concerning(of, query), ...filters(query, of)]
  if (asOf) conditions.push(within('r', query))
  else conditions.push(window(query))
  const sort = query.sort === 'relevance' && !namesSomething(query) ? 'latest' : query.sort
  const list = `articles:${sort}`
  const rank = sort === 'relevance' ? sql`coalesce(about.relevance, 0)` : sql`0::float8`
  const ranked =
    sort === 'relevance' ? sql`${source} LEFT JOIN (${relevances(query)}) AS about ON about.article_id = a.id` : source
  const where = all([sql`a.removed_at IS NULL`, ...conditions])
  const place = placeOf(list, query.cursor, ['number', 'time', 'id'])
  const order = sort === 'earliest' ? sql`ASC` : sql`DESC`
  const beyond = sort === 'earliest' ? sql`>` : sql`<`
  const after = !place
    ? sql`true`
    : sort === 'relevance'
      ? sql`(rank, sort_at, id) < (${place[0]}::float8, ${place[1]}::timestamptz, ${place[2]})`
      : sql`(sort_at, id) ${beyond} (${place[1]}::timestamptz, ${place[2]})`
  const sorted = sort === 'relevance' ? sql`rank DESC, sort_at DESC, id DESC` : sql`sort_at ${order}, id ${order}`
  const [{ rows }, found] = await Promise.all([
    sql<StoredArticle & { rank: number }>`
      SELECT * FROM (SELECT ${articleColumns(asOf)}, ${rank} AS rank FROM ${ranked} WHERE ${where}) AS listed
      WHERE ${after} ORDER BY ${sorted} LIMIT ${query.limit + 1}`.execute(db),
    countOf(db, counted(query, conditions) ?? sql`SELECT FROM ${source} WHERE ${where}`),
  ])
  const data = rows.slice(0, query.limit)
  const last = data.at(-1)
  return {
    data: data.map(articleRow),
    meta: {
      ...found,
      returned: data.length,
      next: rows.length > data.length && last ? cursorOf(list, [last.rank, last.sort_at, last.id]) : null,
    },
  }
}

/**
 * Of what was taken down there are neither readings nor findings: where these alone say enough, they are counted, for an index has
 * all that is asked of them. An article has one finding of a theme or an instrument.
 */
function counted(query: ArticleQuery, conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<unknown> | null {
  const { status, sources, language, as_of } = query
  if (status?.length || sources?.length) return null
  const symbols = symbolsOf([...(query.tickers ?? []), ...(query['tickers.all'] ?? [])])
  const themes = [...(query.themes ?? []), ...(query['themes.all'] ?? [])]
  if (language === undefined && symbols.length + themes.length === 1) {
    const named =
      themes.length === 1
        ? sql`f.kind = 'theme' AND f.theme = ${themes[0]}`
        : sql`f.kind = 'instrument' AND f.symbol = ${symbols[0]}`
    return sql`SELECT FROM finding f WHERE ${named} AND f.marked_at IS NULL AND ${within('f', query)}`
  }
  return as_of === undefined ? null : sql`SELECT FROM revision r WHERE ${all(conditions)}`
}

const namesSomething = (query: ArticleQuery): boolean =>
  [query.tickers, query['tickers.all'], query.themes, query['themes.all']].some((list) => list && list.length > 0)

/** An article's window does not ask what was known; what is only queued stands in none. */
function window({ time_from, time_to }: ArticleQuery): RawBuilder<SqlBool> {
  const conditions: RawBuilder<SqlBool>[] = []
  if (time_from !== undefined || time_to !== undefined) conditions.push(sql`a.published_at IS NOT NULL`)
  if (time_from !== undefined) conditions.push(sql`a.sort_at >= ${time_from}::timestamptz`)
  if (time_to !== undefined) conditions.push(sql`a.sort_at < ${time_to}::timestamptz`)
  return all(conditions)
}

function filters(query: ArticleQuery, of: 'a' | 'r'): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (query.status?.length === 1) conditions.push(sql`a.status = ${query.status[0]}`)
  else if (query.status?.length) conditions.push(sql`a.status = ANY(${[...query.status]}::text[])`)
  if (query.language !== undefined) conditions.push(sql`${sql.ref(`${of}.language`)} = ${query.language.toLowerCase()}`)
  if (query.sources && query.sources.length > 0) {
    const names = query.sources.map((source) => source.toLowerCase().replace(/^www\./, ''))
    conditions.push(
      sql`(lower(${sql.ref(`${of}.site_name`)}) = ANY(${names}::text[]) OR a.host = ANY(${names}::text[]))`,
    )
  }
  return conditions
}

/** The highest relevance of what is asked for, by article. */
function relevances(query: ArticleQuery): RawBuilder<unknown> {
  const symbols = symbolsOf([...(query.tickers ?? []), ...(query['tickers.all'] ?? [])])
  const themes = [...(query.themes ?? []), ...(query['themes.all'] ?? [])]
  const current = sql`f.marked_at IS NULL AND ${within('f', query)}`
  return sql`SELECT article_id, max(relevance) AS relevance FROM (
      SELECT f.article_id, f.relevance FROM finding f
      WHERE f.kind = 'instrument' AND f.symbol = ANY(${symbols}::text[]) AND ${current}
      UNION ALL
      SELECT f.article_id, f.relevance FROM finding f
      WHERE f.kind = 'theme' AND f.theme = ANY(${themes}::text[]) AND ${current}
    ) AS told GROUP BY article_id`
}
