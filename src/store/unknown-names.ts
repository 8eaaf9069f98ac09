/** What a list was asked for that nothing in the store is about: a name mistyped, or never told. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'
import { symbolsOf, type About } from './windows.ts'

/** A sentence for each ticker and theme that no finding concerns, at any time; nothing for those that some do. */
export async function unknownNames(db: Kysely<Database>, asked: About): Promise<string[]> {
  const tickers = [...new Set([...(asked.tickers ?? []), ...(asked['tickers.all'] ?? [])])]
  const themes = [...new Set([...(asked.themes ?? []), ...(asked['themes.all'] ?? [])])]
  const strangers = [
    ...(await unmentioned(db, 'symbol', tickers, symbolsOf)).map((ticker) => `ticker "${ticker}"`),
    ...(await unmentioned(db, 'theme', themes, (names) => [...names])).map((theme) => `theme "${theme}"`),
  ]
  return strangers.map((name) => `no article has the ${name}`)
}

async function unmentioned(
  db: Kysely<Database>,
  column: 'symbol' | 'theme',
  names: readonly string[],
  spellings: (names: readonly string[]) => string[],
): Promise<string[]> {
  if (names.length === 0) return []
  const spelled = spellings(names)
  const kinds = column === 'symbol' ? sql`f.symbol IS NOT NULL` : sql`f.kind = 'theme'`
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM unnest(${spelled}::text[]) AS asked (name)
    WHERE EXISTS (SELECT FROM finding f WHERE ${sql.ref(`f.${column}`)} = name AND ${kinds})`.execute(db)
  const known = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !spellings([name]).some((spelling) => known.has(spelling)))
}
