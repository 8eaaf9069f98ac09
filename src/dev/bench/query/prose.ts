/** Market prose without a meaning: words follow each other as they do in the samples, so that phrases are as frequent as in life. */
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Chance } from './chance.ts'

const folder = fileURLToPath(new URL('../../../../samples/texts/', import.meta.url))

/** UTF-16 offsets into the text. */
export interface Sentence {
  readonly start: number
  readonly end: number
}
export interface Prose {
  readonly text: string
  readonly sentences: readonly Sentence[]
}
export type Writer = (chance: Chance, sentences: number) => Prose

/** Twice as many invented names as there are words in the samples stand between them: rare words make most of a vocabulary. */
export function proseWriter(): Writer {
  const followers = new Map<string, string[]>()
  const heads: string[] = []
  for (const file of readdirSync(folder).sort()) {
    for (const sentence of readFileSync(folder + file, 'utf8').split(/(?<=[.!?])\s+/)) {
      const words = sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? []
      if (words.length < 4) continue
      heads.push(words[0]!)
      words.slice(1).forEach((word, i) => {
        const before = words[i]!
        const known = followers.get(before)
        if (known) known.push(word)
        else followers.set(before, [word])
      })
    }
  }
  return (chance, count) => {
    let text = ''
    const sentences: Sentence[] = []
    for (let i = 0; i < count; i++) {
      const start = text.length
      const words = [chance.pick(heads)]
      const length = 12 + chance.below(16)
      while (words.length < length) {
        if (chance.often(0.06)) words.push(inventedName(chance))
        words.push(chance.pick(followers.get(words.at(-1)!) ?? heads))
      }
      text += `${words.join(' ')}.`
      sentences.push({ start, end: text.length })
      text += ' '
    }
    return { text: text.trimEnd(), sentences }
  }
}

const syllables = 'bar cor del fen gal hum jor kel lum mar nor os pel quin ros sen tam ul ver wick'.split(' ')
/** One of 8,000. */
export function inventedName(chance: Chance): string {
  const name = chance.pick(syllables) + chance.pick(syllables) + chance.pick(syllables)
  return name[0]!.toUpperCase() + name.slice(1)
}
