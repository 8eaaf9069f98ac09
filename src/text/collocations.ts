/** How far words that stand together are bound, and not there by chance. "paper silicon" high · "price today" low */
import { likelihoodRatio } from './likelihood.ts'
import { stemOf } from './noun-phrases.ts'
import { american } from './spelling.ts'
import { splitSentences } from './sentences.ts'
import { tokenize } from './tokens.ts'

/**
 * By key of a phrase of two or three words (`phraseKey`): the log-likelihood ratio of its words' meeting in these texts, of three
 * words at the weaker of their two seams. 0 where they meet as often as chance has it, or never. Linear in the texts.
 */
export function collocations(keys: Iterable<string>, texts: Iterable<string>): Map<string, number> {
  const asked = [...keys].map((key) => ({ key, seams: seamsOf(key) }))
  const counts = new Map(asked.flatMap(({ key, seams }) => [key, ...seams.flat()].map((part) => [part, 0] as const)))
  const all = count(counts, texts)
  const of = (part: string): number => counts.get(part) ?? 0
  return new Map(
    asked.map(({ key, seams }) => [
      key,
      Math.min(...seams.map(([head, tail]) => likelihoodRatio(of(key), of(head), of(tail) - of(key), all - of(head)))),
    ]),
  )
}

/** "a b c" → "a" and "b c", "a b" and "c" */
function seamsOf(key: string): [head: string, tail: string][] {
  const stems = key.split(' ')
  return stems.slice(1).map((_, i) => [stems.slice(0, i + 1).join(' '), stems.slice(i + 1).join(' ')])
}

const longest = 3

/** Counts what `counts` asks for, and gives all words there are. A phrase does not run on across a sign. */
function count(counts: Map<string, number>, texts: Iterable<string>): number {
  let all = 0
  for (const text of texts) {
    for (const { start, end } of splitSentences(text)) {
      const before: string[] = []
      for (const token of tokenize(text, start, end)) {
        if (!/^\p{L}/u.test(token.lower)) {
          before.length = 0
          continue
        }
        for (const word of token.lower.split('-')) {
          all++
          before.push(stemOf(american(word)))
          for (let from = Math.max(0, before.length - longest); from < before.length; from++) {
            const words = before.slice(from).join(' ')
            const known = counts.get(words)
            if (known !== undefined) counts.set(words, known + 1)
          }
        }
      }
    }
  }
  return all
}
