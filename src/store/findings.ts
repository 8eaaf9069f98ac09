/** Findings: all kinds, and the two that have lists of their own, rates and policy events. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { FindingQuery, FindingRow, Page, PolicyQuery, RateQuery } from '../query.ts'
import { concernedBy } from './concerned.ts'
import { countOf } from './count.ts'
import { cursorOf, placeOf } from './cursor.ts'
import { findingRow, type StoredFinding } from './finding-row.ts'
import type { Kind } from '../types.ts'
import type { Database } from './schema.ts'
import { all, concerning, symbolsOf, within } from './windows.ts'

type Conditions = RawBuilder<SqlBool>[]
const among = (column: string, members: readonly string[] | undefined): Conditions =>
  !members || members.length === 0
    ? []
    : // An index gives what equals one value in order.
      members.length === 1
      ? [sql`${sql.ref(column)} = ${members[0]}`]
      : [sql`${sql.ref(column)} = ANY(${[...members]}::text[])`]

/** A ticker or theme asked for gives what is about it, and of what is about neither, what its articles say. */
export const listFindings = (db: Kysely<Database>, query: FindingQuery): Promise<Page<FindingRow>> =>
  page(db, 'findings', query, conditionsOf(query), hasWeighed(query) ? 'relevance' : null, concernedBy(query))

/** The same, without how many there are. */
export async function firstFindings(db: Kysely<Database>, query: FindingQuery): Promise<FindingRow[]> {
  const where = current(query, conditionsOf(query))
  return (await rowsOf(db, 'findings', query, where, hasWeighed(query) ? 'relevance' : null)).data
}

function conditionsOf(query: FindingQuery): Conditions {
  const { min_relevance, sentiment_gte, sentiment_lte, article } = query
  return [
    ...among('f.kind', query.kinds),
    ...naming(query),
    ...together(query),
    ...(article === undefined ? [] : [sql<SqlBool>`f.article_id = ${article}`]),
    ...(min_relevance === undefined ? [] : [sql<SqlBool>`f.relevance >= ${min_relevance}`]),
    ...(sentiment_gte === undefined ? [] : [sql<SqlBool>`f.score >= ${sentiment_gte}`]),
    ...(sentiment_lte === undefined ? [] : [sql<SqlBool>`f.score <= ${sentiment_lte}`]),
  ]
}

/** What has a symbol or theme of its own concerns no other, and an index has those in order. */
function naming({ kinds = [], tickers, themes }: FindingQuery): Conditions {
  const only = (...own: Kind[]): boolean => kinds.length > 0 && kinds.every((kind) => own.includes(kind))
  return [
    ...(only('instrument', 'move') && tickers ? among('f.symbol', symbolsOf(tickers)) : concerning('f', { tickers })),
    ...(only('theme') ? among('f.theme', themes) : concerning('f', { themes })),
  ]
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

/** Stated rates, by bank, subject, type and basis; in order of the day they hold, then of the article that states them. */
export const listRates = (db: Kysely<Database>, query: RateQuery): Promise<Page<FindingRow>> =>
  page(
    db,
    'rates',
    query,
    [
      sql`f.kind = 'rate'`,
      ...among('f.issuer', upper(query.issuer)),
      ...among('f.subject', upper(query.subject)),
      ...among('f.type', query.type),
      ...among('f.basis', query.basis),
    ],
    'day',
  )

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
const hasWeighed = ({ kinds }: FindingQuery): boolean => !kinds?.length || kinds.some(isWeighed)

/** What may stand before time in the order of a list: how relevant, when that is asked for, or the day that it holds. */
type Lead = 'relevance' | 'day' | null
const leads = {
  relevance: { column: sql`coalesce(f.relevance, 0)`, type: 'number', cast: sql`float8` },
  day: { column: sql`f.held_on`, type: 'id', cast: sql`text` },
} as const

type Paged = Pick<FindingQuery, 'time_from' | 'time_to' | 'as_of' | 'limit' | 'cursor' | 'sort'>

const current = (query: Paged, conditions: Conditions): RawBuilder<SqlBool> =>
  all([within('f', query), sql`f.marked_at IS NULL`, ...conditions])

async function page(
  db: Kysely<Database>,
  list: string,
  query: Paged,
  conditions: Conditions,
  mayLead: Lead = null,
  counted?: RawBuilder<unknown> | null,
): Promise<Page<FindingRow>> {
  const where = current(query, conditions)
  const [{ data, next }, found] = await Promise.all([
    rowsOf(db, list, query, where, mayLead),
    countOf(db, counted ?? sql`SELECT FROM finding f WHERE ${where}`),
  ])
  return { data, meta: { ...found, returned: data.length, next } }
}

/** A page of rows and the cursor of the one after. They are found by what an index has, and read once they are few. */
async function rowsOf(
  db: Kysely<Database>,
  list: string,
  query: Paged,
  where: RawBuilder<SqlBool>,
  mayLead: Lead,
): Promise<{ data: FindingRow[]; next: string | null }> {
  const name = `${list}:${query.sort}`
  // Where nothing has a relevance, the latest come first.
  const lead = mayLead === 'day' || (mayLead === 'relevance' && query.sort === 'relevance') ? leads[mayLead] : null
  const place = placeOf(name, query.cursor, [lead?.type ?? 'number', 'time', 'id', 'number'])
  const [order, beyond] = query.sort === 'earliest' ? ['ASC', '>='] : ['DESC', '<=']
  const head = lead ? sql`${lead.column}, f.sort_at, f.article_id` : sql`f.sort_at, f.article_id`
  const at = !place
    ? null
    : lead
      ? sql`(${place[0]}::${lead.cast}, ${place[1]}::timestamptz, ${place[2]}::text)`
      : sql`(${place[1]}::timestamptz, ${place[2]}::text)`
  // Within an article, findings come in their own order whichever way time runs.
  const after = at
    ? sql`(${head}) ${sql.raw(beyond)} ${at} AND NOT ((${head}) = ${at} AND f.ordinal <= ${place![3]})`
    : sql`true`
  const direction = sql.raw(order)
  const first = lead ? sql`${lead.column} ${direction}, ` : sql``
  const ordered = sql`ORDER BY ${first} f.sort_at ${direction}, f.article_id ${direction}, f.ordinal`
  const { rows } = await sql<StoredFinding>`
    SELECT f.*, ${lead?.column ?? sql`0`} AS rank, r.title, r.url, r.canonical_url, r.site_name,
           r.published_text, r.published_precision
    FROM (SELECT f.article_id, f.revision, f.ordinal FROM finding f WHERE ${where} AND ${after} ${ordered}
          LIMIT ${query.limit + 1}) AS found
    JOIN finding f USING (article_id, revision, ordinal)
    JOIN revision r ON r.article_id = f.article_id AND r.revision = f.revision
    ${ordered}`.execute(db)
  const data = rows.slice(0, query.limit)
  const last = data.at(-1)
  const next =
    rows.length > data.length && last
      ? cursorOf(name, [last.rank ?? 0, last.sort_at, last.article_id, last.ordinal])
      : null
  return { data: data.map(findingRow), next }
}
