/** What a search for a phrase asks of indexes: its words, and that they stand together. Of common words, few texts have both. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'

/** What the index of pairs knows: words next to each other, or with one between, as in "cost of living". */
const widest = 2

/**
 * Conditions on a `revision r` that every match meets and that indexes decide without reading a text; null where there is no
 * phrase, or it is only one of several ways to match. `asked`: a tsquery as PostgreSQL writes it.
 */
export function standingTogether(asked: string): RawBuilder<SqlBool> | null {
  const { words, pairs } = demandsOf(asked)
  if (pairs.length === 0) return null
  const codes = pairs.map(([one, step, next]) => sql`word_pair(hashtext(${one}), ${step}, hashtext(${next}))`)
  const alone = words.filter((word) => !pairs.some(([one, , next]) => word === one || word === next))
  const together = sql<SqlBool>`word_pairs(r.search) @> ARRAY[${sql.join(codes)}]`
  if (alone.length === 0) return together
  const quoted = alone.map((word) => `'${word.replaceAll(/['\\]/g, '$&$&')}'`)
  return sql`${together} AND r.search @@ ${quoted.join(' & ')}::tsquery`
}

interface Demands {
  /** Stems that every match has. */
  readonly words: readonly string[]
  /** Those of them that follow each other, by so many places. */
  readonly pairs: readonly (readonly [word: string, step: number, next: string])[]
}

/** Nothing of what is only one way to match, or must not stand there. */
export function demandsOf(asked: string): Demands {
  const tokens: readonly string[] = asked.match(/'(?:[^']|'')*'|<(?:-|\d+)>|[!&|()]/g) ?? []
  const words: string[] = []
  const pairs: (readonly [string, number, string])[] = []
  if (tokens.includes('|')) return { words, pairs }
  let denied = 0
  tokens.forEach((token, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]]
    if (token === '(' && (denied > 0 || before === '!')) denied++
    else if (token === ')' && denied > 0) denied--
    else if (denied > 0) return
    else if (isWord(token) && before !== '!') words.push(wordOf(token))
    else if (isWord(before) && isWord(after) && stepOf(token) <= widest) {
      pairs.push([wordOf(before), stepOf(token), wordOf(after)])
    }
  })
  return { words, pairs }
}

const isWord = (token: string | undefined): token is string => token?.startsWith("'") ?? false
const wordOf = (token: string): string => token.slice(1, -1).replaceAll(/(['\\])\1/g, '$1')
const stepOf = (token: string): number => (token === '<->' ? 1 : Number(/^<(\d+)>$/.exec(token)?.[1] ?? Infinity))
