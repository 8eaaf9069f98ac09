/** Tone of a text towards targets in it. "Nikkei rises as [yen] plumbs lows" · "[Acme]'s losses narrow" · "Acme beats [Bolt]" */
import { ThemewireError } from '../../errors.ts'
import { splitSentences } from '../../text/sentences.ts'
import { tokenize } from '../../text/tokens.ts'
import { wordsOf, type Word } from '../../text/words.ts'
import type { Sentiment } from '../../types.ts'
import type { WordRange } from './features.ts'
import type { Probabilities, SentimentModel } from './model.ts'
import { sentimentOf } from './probabilities.ts'
import { readingOf, type Reading } from './reading.ts'
import type { WordClasses } from './word-classes.ts'

export interface Target {
  /** UTF-16 offsets into the text, `end` excluded. */
  readonly start: number
  readonly end: number
}

/**
 * The sentiment of a text towards each target, in order; no targets: the whole text is the one target.
 * Throws `bad-line` for a target that is empty, outside the text, or overlaps another.
 */
export function targetSentiment(
  text: string,
  targets: readonly Target[] | undefined,
  model: SentimentModel,
): Sentiment[] {
  if (targets === undefined) return [wholeSentiment(text, model)]
  check(text, targets)
  return targets.map((target) => {
    const others = targets.filter((other) => other !== target)
    const { reading, range, others: ranges } = readTarget(text, target, others, model.classes)
    return sentimentOf(model.towards(reading, range, ranges))
  })
}

/** The sentence of a target as the model reads it, with the others in it; target null: the whole text as one. */
export function readTarget(
  text: string,
  target: Target | null,
  others: readonly Target[],
  classes: WordClasses,
): { reading: Reading; range: WordRange | null; others: WordRange[] } {
  const sentence = target && splitSentences(text).find(({ end }) => end > target.start)
  const words = wordsOf(sentence ? tokenize(text, sentence.start, Math.max(sentence.end, target.end)) : tokenize(text))
  const reading = readingOf(words, classes)
  const ranges = others.map((other) => rangeIn(reading.words, other)).filter((range) => range !== null)
  return { reading, range: target && rangeIn(reading.words, target), others: ranges }
}

/** Where a target stands among the words; one that is left out of them, as a ticker, is at the word before. Null: nowhere. */
export function rangeIn(words: readonly Word[], target: Target): WordRange | null {
  const found = words.findIndex((word) => word.end > target.start)
  const start = found < 0 ? words.length : found
  let end = start
  while (end < words.length && words[end]!.start < target.end) end++
  if (end > start) return { start, end }
  return start > 0 ? { start: start - 1, end: start } : null
}

/** Of a whole text: its sentences' mean, as the model was trained on texts of one or two. */
function wholeSentiment(text: string, model: SentimentModel): Sentiment {
  const sum: [number, number, number] = [0, 0, 0]
  const sentences = splitSentences(text)
  for (const { start, end } of sentences) {
    const tone = model.towards(readingOf(wordsOf(tokenize(text, start, end)), model.classes), null, [])
    for (const k of [0, 1, 2] as const) sum[k] += tone[k] / sentences.length
  }
  return sentimentOf(sentences.length === 0 ? silent : sum)
}
const silent: Probabilities = [0, 1, 0]

function check(text: string, targets: readonly Target[]): void {
  const inOrder = targets.toSorted((a, b) => a.start - b.start)
  inOrder.forEach((target, i) => {
    const { start, end } = target
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start && end <= text.length)) {
      throw badTarget(`there is no target ${start}-${end} in a text of ${text.length} characters`)
    }
    const last = inOrder[i - 1]
    if (last && last.end > start) throw badTarget(`targets ${last.start}-${last.end} and ${start}-${end} overlap`)
  })
}

const badTarget = (message: string): ThemewireError =>
  new ThemewireError('bad-line', message, {
    hint: 'a target is {"start", "end"} with 0 <= start < end <= the length of the text, in UTF-16 units, apart from the others',
  })
