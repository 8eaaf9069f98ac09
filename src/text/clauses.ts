/** Parts a sentence's words into clauses at ";", dashes, brackets and contrasting or subordinating words. "Small caps rise | as tech stalls" */
import type { Word } from './words.ts'

const breaks = new Set([';', ':', '|', '…', '--', '-'])
/** What opens an aside, and what ends it: after it the clause goes on. */
const asides = new Map([
  ['(', ')'],
  ['—', '—'],
  ['–', '–'],
])
const openers = new Set(
  'but while whereas although though however despite after as even because amid unless until yet offsetting overshadowing'.split(
    ' ',
  ),
)
const notAfterAs = new Set(['well', 'much', 'many', 'long', 'soon', 'low', 'high', 'a', 'an', 'of', 'it'])

/** For each word the number of its clause, from 0. An aside has its own; the words after it belong to the clause before. */
export function clausesOf(words: readonly Word[]): number[] {
  let clause = 0
  let last = 0
  let length = 0
  let aside: { end: string; clause: number; length: number } | undefined
  const next = (): void => {
    if (length > 0) clause = ++last
    length = 0
  }
  return words.map((word, i) => {
    if (aside && word.lower === aside.end) {
      clause = aside.clause
      length = aside.length
      aside = undefined
      return clause
    }
    const end = asides.get(word.lower)
    if (end !== undefined && !aside) {
      const outer = { end, clause, length }
      next()
      aside = outer
      return clause
    }
    if (word.lower === ',' && !aside && opensAside(words, i)) {
      const outer = { end: ',', clause, length }
      next()
      aside = outer
      return clause
    }
    if (breaks.has(word.lower)) {
      next()
      return clause
    }
    if (openers.has(word.lower) && length > 0 && opensClause(words, i)) next()
    length++
    return clause
  })
}

/** "as well as" and "even as" open none of their own. */
function opensClause(words: readonly Word[], i: number): boolean {
  const word = words[i]!.lower
  const following = words[i + 1]?.lower ?? ''
  if (word === 'as' && notAfterAs.has(following)) return false
  if (word === 'even' && !/^(?:as|though|after|if)$/.test(following)) return false
  return words[i - 1]?.lower !== 'even'
}

const auxiliary = /^(?:has|have|had|is|are|was|were|will|would|said|says)$/
const longestAside = 12

/** Is the comma at `i` the first of a pair about an aside? "Acme, once the darling of funds, has stumbled" */
function opensAside(words: readonly Word[], i: number): boolean {
  for (let at = i + 2; at < Math.min(words.length - 1, i + longestAside); at++) {
    if (words[at]!.lower === ',') return auxiliary.test(words[at + 1]!.lower)
  }
  return false
}
