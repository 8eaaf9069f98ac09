/** Findings that concern some tickers or themes, found by indexes that have all it takes to count them. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { FindingQuery } from '../query.ts'
import type { Kind } from '../types.ts'
import { symbolsOf, within } from './windows.ts'

/** Kinds that name an instrument or a theme of their own, the one first that makes an article be about it; and those of neither. */
const own = { symbol: ['instrument', 'move'], theme: ['theme'] } as const satisfies Record<string, readonly Kind[]>

/**
 * Rows, as many as match; null where more is asked than tickers or themes and when. First come findings of their own, then what
 * has none, in the articles about them: who counts to a bound has often reached it before.
 */
export function concernedBy(query: FindingQuery): RawBuilder<unknown> | null {
  const { tickers = [], themes = [], kinds, min_relevance, sentiment_gte, sentiment_lte, article } = query
  const more = [kinds, min_relevance, sentiment_gte, sentiment_lte, article, query['tickers.all'], query['themes.all']]
  if (more.some((given) => given !== undefined) || tickers.length > 0 === themes.length > 0) return null
  const column = themes.length > 0 ? 'theme' : 'symbol'
  const names = themes.length > 0 ? [...themes] : symbolsOf(tickers)
  const current = (table: string, when: Parameters<typeof within>[1]) =>
    sql<SqlBool>`${sql.ref(`${table}.marked_at`)} IS NULL AND ${within(table, when)}`
  const naming = (kind: Kind) => sql`finding f
    WHERE f.kind = ${sql.lit(kind)} AND ${sql.ref(`f.${column}`)} = ANY(${names}::text[]) AND ${current('f', query)}`
  const others = sql`SELECT FROM (SELECT DISTINCT f.sort_at, f.article_id FROM ${naming(own[column][0])}) AS about
    JOIN finding o ON o.sort_at = about.sort_at AND o.article_id = about.article_id
    WHERE o.kind <> ALL(${[...own[column], 'table']}::text[]) AND ${current('o', { as_of: query.as_of })}`
  return sql.join([...own[column].map((kind) => sql`SELECT FROM ${naming(kind)}`), others], sql` UNION ALL `)
}
