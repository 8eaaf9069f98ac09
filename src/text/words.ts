/** Words for phrase matching: hyphens split, possessives and quotation marks dropped. "small-cap's" → small, cap · "“AI fatigue”" → AI, fatigue */
import type { Token } from './tokens.ts'

export interface Word {
  readonly text: string
  readonly lower: string
  /** The same for the same text, so that what is known of a word can stand in a list; −1 where it has none. */
  readonly number: number
  /** Offsets into the field the sentence belongs to. */
  readonly start: number
  readonly end: number
}

const dropped = new Set('"\'“”‘’«»')

/** Several readers ask for the same sentence's words. */
const known = new WeakMap<readonly Token[], readonly Word[]>()

/** The words and signs of a sentence, in order. */
export function wordsOf(tokens: readonly Token[]): readonly Word[] {
  const ready = known.get(tokens)
  if (ready) return ready
  const words = split(tokens)
  known.set(tokens, words)
  return words
}

function split(tokens: readonly Token[]): Word[] {
  const words: Word[] = []
  for (const token of tokens) {
    if (token.text.length === 1 && dropped.has(token.text)) continue
    if (token.text.includes('-') && token.text.length > 1) {
      let at = 0
      for (const part of token.text.split('-')) {
        if (part.length > 0) words.push(word(part, part.toLowerCase().replaceAll('’', "'"), token.start + at))
        at += part.length + 1
      }
    } else words.push(word(token.text, token.lower, token.start))
  }
  return words
}

function word(all: string, allLower: string, start: number): Word {
  const owned = allLower.endsWith("'s") ? 2 : allLower.endsWith("s'") ? 1 : 0
  const kept = owned > 0 && all.length > owned ? all.length - owned : all.length
  const text = kept < all.length ? all.slice(0, kept) : all
  const lower = kept < all.length ? allLower.slice(0, kept) : allLower
  return { text, lower, number: numberOf(text), start, end: start + kept }
}

/** News says few words, and often: the first so many that are met are numbered. */
export const mostNumbered = 30_000
const longestNumbered = 40
const numbers = new Map<string, number>()

function numberOf(text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  if (numbers.size >= mostNumbered || text.length > longestNumbered) return -1
  numbers.set(text, numbers.size)
  return numbers.size - 1
}

/** What is worked out of a word once, and remembered by its number. */
export class WordMemory<T extends object | number> {
  #known: (T | undefined)[] = []
  readonly #workOut: (word: Word) => T

  constructor(workOut: (word: Word) => T) {
    this.#workOut = workOut
  }

  of(word: Word): T {
    if (word.number < 0) return this.#workOut(word)
    // All places at once: a list that grows by leaps becomes a slow one.
    if (this.#known.length === 0) this.#known = Array<T | undefined>(mostNumbered).fill(undefined)
    return (this.#known[word.number] ??= this.#workOut(word))
  }

  forget(): void {
    this.#known = []
  }
}
