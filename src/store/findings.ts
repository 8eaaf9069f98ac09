/** Findings: all kinds, and the two that have lists of their own, rates and policy events. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { FindingQuery, FindingRow, Page, PolicyQuery, RateQuery } from '../query.ts'
import { countOf } from './count.ts'
import { cursorOf, placeOf } from './cursor.ts'
import { findingRow, type StoredFinding } from './finding-row.ts'
import type { Kind } from '../types.ts'
import type { Database } from './schema.ts'
import { all, concerning, within } from './windows.ts'

type Conditions = RawBuilder<SqlBool>[]
const among = (column: string, members: readonly string[] | undefined): Conditions =>
  !members || members.length === 0
    ? []
    : // An index gives what equals one value in order.
      members.length === 1
      ? [sql`${sql.ref(column)} = ${members[0]}`]
      : [sql`${sql.ref(column)} = ANY(${[...members]}::text[])`]

/** A ticker or theme asked for gives what is about it, and of what is about neither, what its articles say. */
export function listFindings(db: Kysely<Database>, query: FindingQuery): Promise<Page<FindingRow>> {
  const { min_relevance, sentiment_gte, sentiment_lte, article } = query
  const conditions: Conditions = [
    ...among('f.kind', query.kinds),
    ...concerning('f', { tickers: query.tickers, themes: query.themes }),
    ...together(query),
    ...(article === undefined ? [] : [sql<SqlBool>`f.article_id = ${article}`]),
    ...(min_relevance === undefined ? [] : [sql<SqlBool>`f.relevance >= ${min_relevance}`]),
    ...(sentiment_gte === undefined ? [] : [sql<SqlBool>`f.score >= ${sentiment_gte}`]),
    ...(sentiment_lte === undefined ? [] : [sql<SqlBool>`f.score <= ${sentiment_lte}`]),
  ]
  return page(db, 'findings', query, conditions, !query.kinds?.length || query.kinds.some(isWeighed))
}

/** All of a list in the same article: the finding concerns one of them, its article all. */
function together(query: FindingQuery): Conditions {
  const symbols = query['tickers.all']
  const themes = query['themes.all']
  if (!symbols?.length && !themes?.length) return []
  return [
    ...concerning('f', { tickers: symbols, themes }),
    sql`EXISTS (SELECT FROM revision r WHERE r.article_id = f.article_id AND r.revision = f.revision
      AND ${all(concerning('r', { 'tickers.all': symbols, 'themes.all': themes }))})`,
  ]
}

const upper = (codes: readonly string[] | undefined): string[] | undefined => codes?.map((code) => code.toUpperCase())

/** Stated rates, by bank, subject, type and whether they are actual, previous, expected or hypothetical. */
export const listRates = (db: Kysely<Database>, query: RateQuery): Promise<Page<FindingRow>> =>
  page(db, 'rates', query, [
    sql`f.kind = 'rate'`,
    ...among('f.issuer', upper(query.issuer)),
    ...among('f.subject', upper(query.subject)),
    ...among('f.type', query.type),
    ...among('f.basis', query.basis),
  ])

/** Policy events, by actor (a bank's code or a usual name), type and status. */
export const listPolicyEvents = (db: Kysely<Database>, query: PolicyQuery): Promise<Page<FindingRow>> =>
  page(db, 'policy-events', query, [
    sql`f.kind = 'policy_event'`,
    ...among(
      'f.issuer',
      query.actor?.flatMap((actor) => [...new Set([actor, actor.toUpperCase()])]),
    ),
    ...among('f.type', query.type),
    ...among('f.status', query.status),
  ])

/** Themes and instruments have a relevance. */
const isWeighed = (kind: Kind): boolean => kind === 'theme' || kind === 'instrument'

type Paged = Pick<FindingQuery, 'time_from' | 'time_to' | 'as_of' | 'limit' | 'cursor' | 'sort'>

async function page(
  db: Kysely<Database>,
  list: string,
  query: Paged,
  conditions: Conditions,
  hasRelevance = false,
): Promise<Page<FindingRow>> {
  const where = all([within('f', query), sql`f.marked_at IS NULL`, ...conditions])
  const name = `${list}:${query.sort}`
  const place = placeOf(name, query.cursor, ['number', 'time', 'id', 'number'])
  // Where nothing has a relevance, the latest come first.
  const sort = query.sort === 'relevance' && !hasRelevance ? 'latest' : query.sort
  const [order, flip, beyond] = sort === 'earliest' ? ['ASC', 'ASC', '>='] : ['DESC', 'ASC', '<=']
  const relevance = sql`coalesce(f.relevance, 0)`
  const head = sort === 'relevance' ? sql`${relevance}, f.sort_at, f.article_id` : sql`f.sort_at, f.article_id`
  const at = !place
    ? null
    : sort === 'relevance'
      ? sql`(${place[0]}::float8, ${place[1]}::timestamptz, ${place[2]}::text)`
      : sql`(${place[1]}::timestamptz, ${place[2]}::text)`
  // Within an article, findings come in their own order whichever way time runs.
  const after = at
    ? sql`(${head}) ${sql.raw(beyond)} ${at} AND NOT ((${head}) = ${at} AND f.ordinal <= ${place![3]})`
    : sql`true`
  const direction = sql.raw(order)
  const first = sort === 'relevance' ? sql`${relevance} DESC, ` : sql``
  const [{ rows }, found] = await Promise.all([
    sql<StoredFinding>`
      SELECT f.*, coalesce(f.relevance, 0) AS rank, r.title, r.url, r.canonical_url, r.site_name,
             r.published_text, r.published_precision
      FROM (SELECT * FROM finding f WHERE ${where} AND ${after}
            ORDER BY ${first} f.sort_at ${direction}, f.article_id ${direction}, f.ordinal ${sql.raw(flip)}
            LIMIT ${query.limit + 1}) AS f
      JOIN revision r ON r.article_id = f.article_id AND r.revision = f.revision
      ORDER BY ${first} f.sort_at ${direction}, f.article_id ${direction}, f.ordinal ${sql.raw(flip)}`.execute(db),
    countOf(db, sql`SELECT FROM finding f WHERE ${where}`),
  ])
  const data = rows.slice(0, query.limit)
  const last = data.at(-1)
  const next =
    rows.length > data.length && last ? cursorOf(name, [last.rank, last.sort_at, last.article_id, last.ordinal]) : null
  return { data: data.map(findingRow), meta: { ...found, returned: data.length, next } }
}
