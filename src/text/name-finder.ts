/** Finds many fixed phrases in one pass over tokens: a map from a phrase's first word to the phrases that begin so. */
import { tokenize, type Token } from './tokens.ts'

export interface PhraseHit<T> {
  readonly value: T
  /** Offsets as the tokens have them. */
  readonly start: number
  readonly end: number
}

interface Phrase<T> {
  readonly words: readonly string[]
  readonly exact: string | null
  readonly value: T
}

/** Without a possessive: "Fed's" and "Fed" are one word, as are "central-bank" and "central bank" to nobody. */
const bare = (word: string): string => word.replace(/['’]s?$/u, '')

/**
 * Longest phrase wins at each place; phrases never overlap.
 * A one-word phrase that is a name must be spelled so (or all in capitals); longer ones match in any case.
 */
export function phraseFinder<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
): (tokens: readonly Token[]) => PhraseHit<T>[] {
  const byFirst = new Map<string, Phrase<T>[]>()
  for (const [phrase, value] of entries) {
    const tokens = tokenize(phrase)
    const words = tokens.map((token) => bare(token.lower))
    const first = words[0]
    if (first === undefined) continue
    const exact = words.length === 1 && /\p{Lu}/u.test(phrase) ? bare(phrase) : null
    const list = byFirst.get(first) ?? []
    list.push({ words, exact, value })
    byFirst.set(first, list)
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)

  return (tokens) => {
    const hits: PhraseHit<T>[] = []
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      const list = byFirst.get(token.lower) ?? byFirst.get(bare(token.lower))
      const phrase = list?.find((candidate) => matches(candidate, tokens, i))
      if (!phrase) continue
      const last = tokens[i + phrase.words.length - 1]!
      const possessive = /['’]s?$/u.exec(last.text)
      hits.push({ value: phrase.value, start: token.start, end: last.end - (possessive?.[0].length ?? 0) })
      i += phrase.words.length - 1
    }
    return hits
  }
}

function matches<T>(phrase: Phrase<T>, tokens: readonly Token[], at: number): boolean {
  if (phrase.exact !== null) {
    const text = bare(tokens[at]!.text)
    return text === phrase.exact || (text.length > 2 && text === phrase.exact.toUpperCase())
  }
  for (let k = 0; k < phrase.words.length; k++) {
    const token = tokens[at + k]
    if (!token) return false
    // Inner words may carry a possessive too ("China's central bank").
    if (token.lower !== phrase.words[k] && bare(token.lower) !== phrase.words[k]) return false
  }
  return true
}
