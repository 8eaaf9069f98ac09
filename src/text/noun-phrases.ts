/** Common-noun phrases of running text, by the tagger's parts of speech. "Lenders eye ghost capacity." → "ghost capacity" */
import { createRequire } from 'node:module'
import { splitSentences } from './sentences.ts'
import { american } from './spelling.ts'
import { tagsOf } from './tags.ts'
import { tokenize } from './tokens.ts'

const require = createRequire(import.meta.url)
interface Stemmer {
  stem(word: string): string
}
let stemmer: Stemmer | undefined

const mostStems = 50_000
const stems = new Map<string, string>()

/** natural's Porter stemmer: "capacities" and "capacity" are one. It is slow and news repeats its words, so they are kept. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  stemmer ??= require('natural/lib/natural/stemmers/porter_stemmer.js') as Stemmer
  const stem = stemmer.stem(word)
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, stem)
  return stem
}

/** What makes two spellings of a phrase one: the stems of its words, British or American, with a hyphen or without. */
export const phraseKey = (phrase: string): string =>
  phrase
    .split(/[ -]/)
    .map((word) => stemOf(american(word)))
    .join(' ')

export interface NounPhrase {
  /** Stems: what makes two spellings one phrase. */
  readonly key: string
  /** In small letters. */
  readonly text: string
  /** False where it only stands at the head of a sentence, whose capital may be a name's. */
  readonly sure: boolean
}

const longest = 3
const inside = /^(?:JJ|NN|NNS|VBG)$/
const last = /^NNS?$/
/** Capitals are names, which are known by other means; digits are quantities. */
const common = /^[a-z][a-z-]+$/

/** Each phrase of two or three words once, in order of appearance. Linear in the text. */
export function nounPhrases(text: string): NounPhrase[] {
  const found = new Map<string, NounPhrase>()
  for (const sentence of splitSentences(text)) {
    const words = tokenize(text, sentence.start, sentence.end).map((token) => token.text)
    const head = words.findIndex((word) => /^\p{L}/u.test(word))
    const capital = head >= 0 && /^\p{Lu}\p{Ll}+$/u.test(words[head]!)
    if (capital) words[head] = words[head]!.toLowerCase()
    const tags = tagsOf(words)
    const fits = (at: number, pattern: RegExp): boolean => pattern.test(tags[at] ?? '') && common.test(words[at] ?? '')
    for (let end = 0; end < words.length; end++) {
      // A phrase ends where its noun is not followed by another.
      if (!fits(end, last) || fits(end + 1, last)) continue
      let start = end
      while (start > 0 && end - start < longest - 1 && fits(start - 1, inside)) start--
      for (let from = start; from < end; from++) {
        const phrase = words.slice(from, end + 1)
        const key = phraseKey(phrase.join(' '))
        const sure = !(capital && from === head)
        if (sure || !found.has(key)) found.set(key, { key, text: phrase.join(' '), sure })
      }
    }
  }
  return [...found.values()]
}
