/** Words for phrase matching: hyphens split, possessives and quotation marks dropped. "small-cap's" → small, cap · "“AI fatigue”" → AI, fatigue */
import type { Token } from './tokens.ts'

export interface Word {
  readonly text: string
  readonly lower: string
  /** Offsets into the field the sentence belongs to. */
  readonly start: number
  readonly end: number
}

const dropped = /^["'“”‘’«»]$/u

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
    if (dropped.test(token.text)) continue
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

function word(text: string, lower: string, start: number): Word {
  const owned = lower.endsWith("'s") ? 2 : lower.endsWith("s'") ? 1 : 0
  const kept = text.length - owned
  return owned > 0 && kept > 0
    ? { text: text.slice(0, kept), lower: lower.slice(0, kept), start, end: start + kept }
    : { text, lower, start, end: start + text.length }
}
