/** Parts a sentence's words into clauses at ";", dashes, brackets and contrasting or subordinating words. "Small caps rise | as tech stalls" */
import type { Word } from './words.ts'

const breaks = new Set([';', '—', '–', '(', ')', ':', '|', '…', '--', '-'])
const openers = new Set(
  'but while whereas although though however despite after as even because amid unless until yet offsetting overshadowing'.split(
    ' ',
  ),
)
const notAfterAs = new Set(['well', 'much', 'many', 'long', 'soon', 'low', 'high', 'a', 'an', 'of', 'it'])

/** For each word the number of its clause, from 0. */
export function clausesOf(words: readonly Word[]): number[] {
  let clause = 0
  let length = 0
  return words.map((word, i) => {
    if (breaks.has(word.lower)) {
      if (length > 0) clause++
      length = 0
      return clause
    }
    if (openers.has(word.lower) && length > 0) {
      const plainAs = word.lower === 'as' && notAfterAs.has(words[i + 1]?.lower ?? '')
      const even = word.lower === 'even' && !/^(?:as|though|after|if)$/.test(words[i + 1]?.lower ?? '')
      const evenAs = words[i - 1]?.lower === 'even'
      if (!plainAs && !even && !evenAs) {
        clause++
        length = 0
      }
    }
    length++
    return clause
  })
}
