/** Names of instruments in a sentence, longest first: "Goldman Sachs" · "Apple" (to be supported) · "10-year Treasury yield". */
import type { Sentence } from '../../doc.ts'
import type { Candidate, Gazetteer } from './gazetteer.ts'
import { smallBrand, wordsOf, type Word } from './words.ts'

/** A stretch that one or several instruments are called by. */
export interface NameHit {
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
  readonly key: string
  readonly candidates: readonly Candidate[]
  readonly words: readonly Word[]
  /** Index of its first and one after its last word in `words`. */
  readonly from: number
  readonly to: number
}

/** All names of the year (null: any), none overlapping; linear in the sentence's length as names have a bounded number of words. */
export function findNames(sentence: Sentence, gazetteer: Gazetteer, year: number | null): NameHit[] {
  const words = wordsOf(sentence.tokens)
  const hits: NameHit[] = []
  for (let from = 0; from < words.length;) {
    const hit = longestAt(sentence, words, from, gazetteer, year)
    if (hit) hits.push(hit)
    from = hit ? hit.to : from + 1
  }
  return hits
}

function longestAt(
  sentence: Sentence,
  words: readonly Word[],
  from: number,
  gazetteer: Gazetteer,
  year: number | null,
): NameHit | undefined {
  const first = words[from]!
  const small = !first.capital && !first.mixed
  const limit = first.possessive
    ? Math.max(gazetteer.longest(first.norm, small), gazetteer.longest(first.bare, small))
    : gazetteer.longest(first.norm, small)
  if (limit === 0) return undefined
  let end = from + 1
  while (end < words.length && end - from < limit && words[end]!.joined) end++
  // What stands before the last word of a name of one word, of two words, …
  const heads = ['']
  for (let at = from; at < end - 1; at++) heads.push(`${heads[at - from]}${words[at]!.norm} `)
  for (let to = end; to > from; to--) {
    const last = words[to - 1]!
    for (const tail of last.possessive ? [last.norm, last.bare] : [last.norm]) {
      const key = `${heads[to - 1 - from]}${tail}`
      const candidates = gazetteer
        .named(key)
        ?.filter((candidate) => spelledRight(candidate, key, words, from, to, gazetteer) && meantIn(candidate, year))
      if (candidates && candidates.length > 0) {
        const cut = tail === last.norm ? last.end : last.end - 2
        return { sentence, start: first.start, end: cut, key, candidates, words, from, to }
      }
    }
  }
  return undefined
}

// "The Philadelphia SE Semiconductor index"
const spelledSmall = new Set(['index', 'average', 'composite', 'futures'])

const meantIn = ({ since, until }: Candidate, year: number | null): boolean =>
  year === null || ((since === undefined || year >= since) && (until === undefined || year <= until))

/** Proper names begin with a capital (or are written as the brand is, "eBay"); short ones are capitals throughout. */
function spelledRight(
  candidate: Candidate,
  key: string,
  words: readonly Word[],
  from: number,
  to: number,
  gazetteer: Gazetteer,
): boolean {
  if (candidate.anyCase) return true
  const first = words[from]!
  if (to - from === 1 && key.length <= 3)
    return first.shouted || (first.capital && key.length === 3 && candidate.curated)
  if (first.capital)
    return (
      to - from === 1 ||
      words
        .slice(from, to)
        .every((word) => word.capital || word.hyphened || word.norm.length < 4 || spelledSmall.has(word.norm))
    )
  if (smallBrand.test(key) || (first.mixed && !first.possessive)) return true
  // "indie": the brand itself begins small; an everyday word only where a headline begins with it.
  const small = /^\p{Ll}/u.test(gazetteer.instrument(candidate.symbol)?.name ?? '')
  return small && (candidate.strong || from === 0)
}
