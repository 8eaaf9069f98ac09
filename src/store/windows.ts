/** What every query filters by: the window of publication, and what was known at a moment. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'

export interface When {
  readonly time_from?: string | undefined
  readonly time_to?: string | undefined
  readonly as_of?: string | undefined
}

/**
 * Conditions on a table with `sort_at`, `published_at`, `known_at` and `superseded_at`. An undated row stands in no window;
 * as of a moment, each article shows the reading that was current then.
 */
export function within(table: string, { time_from, time_to, as_of }: When): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const conditions: RawBuilder<SqlBool>[] = []
  if (time_from !== undefined || time_to !== undefined) conditions.push(sql`${column('published_at')} IS NOT NULL`)
  // `sort_at` is `published_at` where there is one, and is what the indexes are in order of.
  if (time_from !== undefined) conditions.push(sql`${column('sort_at')} >= ${time_from}::timestamptz`)
  if (time_to !== undefined) conditions.push(sql`${column('sort_at')} < ${time_to}::timestamptz`)
  conditions.push(
    as_of === undefined
      ? sql`${column('superseded_at')} IS NULL`
      : sql`${column('known_at')} <= ${as_of}::timestamptz
          AND (${column('superseded_at')} IS NULL OR ${column('superseded_at')} > ${as_of}::timestamptz)
          AND ${column('sort_at')} <= ${latestKnown(as_of)}`,
  )
  return all(conditions)
}

/**
 * The latest date that what was known at a moment has: so an index by date need not be read from its end. Of a sum, for the
 * highest date alone would be looked for among all, from the end.
 */
const latestKnown = (
  as_of: string,
): RawBuilder<unknown> => sql`greatest(${as_of}::timestamptz, (SELECT max(ahead.sort_at + interval '0')
  FROM revision ahead WHERE ahead.sort_at > ahead.known_at AND ahead.known_at <= ${as_of}::timestamptz))`

export const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql`true` : sql`${sql.join([...conditions], sql` AND `)}`

export interface About {
  readonly tickers?: readonly string[] | undefined
  readonly 'tickers.all'?: readonly string[] | undefined
  readonly themes?: readonly string[] | undefined
  readonly 'themes.all'?: readonly string[] | undefined
}

const given = (list: readonly string[] | undefined): list is readonly string[] => list !== undefined && list.length > 0

/** Symbols are written in capitals; whoever asks need not. */
export const symbolsOf = (tickers: readonly string[]): string[] => [
  ...new Set(tickers.flatMap((ticker) => [ticker, ticker.toUpperCase()])),
]

/** Conditions on a table with `symbols` and `themes`: any of a list, or all of it. */
export function concerning(table: string, about: About): RawBuilder<SqlBool>[] {
  const symbols = sql.ref(`${table}.symbols`)
  const themes = sql.ref(`${table}.themes`)
  const conditions: RawBuilder<SqlBool>[] = []
  if (given(about.tickers)) conditions.push(sql`${symbols} && ${symbolsOf(about.tickers)}::text[]`)
  if (given(about['tickers.all'])) {
    conditions.push(sql`${symbols} @> ${about['tickers.all'].map((ticker) => ticker.toUpperCase())}::text[]`)
  }
  if (given(about.themes)) conditions.push(sql`${themes} && ${[...about.themes]}::text[]`)
  if (given(about['themes.all'])) conditions.push(sql`${themes} @> ${[...about['themes.all']]}::text[]`)
  return conditions
}
