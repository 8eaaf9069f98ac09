/** Names in unlabelled news, told by their capitals: words that stand in capitals more often than not. Only for training. */
import type { Word } from '../../../src/text/words.ts'

const never = new Set(
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Reuters I Mr Ms Mrs CEO CFO Chief Executive GMT EDT EST ET U S The A An'.split(
    ' ',
  ),
)
const longest = 6

/** Counts how often words inside a sentence stand in capitals. */
export function capitalsOf(texts: Iterable<string>): (word: string) => boolean {
  const counts = new Map<string, { upper: number; lower: number }>()
  for (const text of texts) {
    for (const { 0: word, index } of text.matchAll(/[A-Za-z]+/g)) {
      if (index === 0) continue
      const key = word.toLowerCase()
      const count = counts.get(key) ?? { upper: 0, lower: 0 }
      counts.set(key, count)
      if (word.startsWith(key[0]!)) count.lower++
      else count.upper++
    }
  }
  return (word) => {
    const { upper, lower } = counts.get(word.toLowerCase()) ?? { upper: 0, lower: 0 }
    return /^[A-Z][A-Za-z&.]*$/.test(word) && upper > 1.5 * lower
  }
}

/** Runs of such words, as [start, end]. */
export function namesIn(words: readonly Word[], isName: (word: string) => boolean): [number, number][] {
  const found: [number, number][] = []
  for (let start = 0; start < words.length; start++) {
    if (!isName(words[start]!.text)) continue
    let end = start + 1
    while (end < Math.min(words.length, start + longest) && (isName(words[end]!.text) || words[end]!.text === '&')) end++
    if (words.slice(start, end).every(({ text }) => !never.has(text))) found.push([start, end])
    start = end - 1
  }
  return found
}
