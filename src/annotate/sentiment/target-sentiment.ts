/** Tone of a text towards targets in it. "Nikkei rises as [yen] plumbs lows" · "[Acme]'s losses narrow" · "Acme beats [Bolt]" */
import { ThemewireError } from '../../errors.ts'
import { splitSentences } from '../../text/sentences.ts'
import { tokenize } from '../../text/tokens.ts'
import { wordsOf, type Word } from '../../text/words.ts'
import type { Sentiment } from '../../types.ts'
import { wholeLength, type WordRange } from './features.ts'
import type { Probabilities } from './calibration.ts'
import type { SentimentModel, Towards } from './model.ts'
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
  const sentences = new Map<Reading, Towards>()
  return readTargets(text, targets, model.classes).map((place) => {
    if (!place) return sentimentOf(silent)
    const { reading, range, others } = place
    const towards = sentences.get(reading) ?? model.read(reading, inOrder([range, ...others]))
    sentences.set(reading, towards)
    return sentimentOf(towards(range, others))
  })
}

const inOrder = (ranges: readonly WordRange[]): WordRange[] => ranges.toSorted((a, b) => a.start - b.start)

/** A target in its sentence, with the others there. */
export interface Place {
  readonly reading: Reading
  readonly range: WordRange
  readonly others: readonly WordRange[]
}

/** Where each target stands; null for one that touches no word. */
export function readTargets(text: string, targets: readonly Target[], classes: WordClasses): (Place | null)[] {
  const sentences = splitSentences(text)
  const readings = new Map<number, Reading>()
  const read = (start: number, end: number): Reading => readingOf(wordsOf(tokenize(text, start, end)), classes)
  const places = targets.map((target) => {
    const sentence = sentences[firstAfter(sentences, target.start)]
    if (!sentence) return null
    let reading = readings.get(sentence.start)
    // A target that runs on over the end of its sentence takes the rest along.
    if (target.end > sentence.end) reading = read(sentence.start, target.end)
    else if (!reading) readings.set(sentence.start, (reading = read(sentence.start, sentence.end)))
    const range = rangeIn(reading.words, target)
    return range && { reading, range }
  })
  return places.map((place) => {
    if (!place) return null
    const others = places.flatMap((other) => (other && other !== place && other.reading === place.reading ? other.range : [])) // prettier-ignore
    return { ...place, others }
  })
}

/** Where a target stands among the words; one that is left out of them, as a ticker, is at the word before. Null: nowhere. */
export function rangeIn(words: readonly Word[], target: Target): WordRange | null {
  const start = firstAfter(words, target.start)
  let end = start
  while (end < words.length && words[end]!.start < target.end) end++
  if (end > start) return { start, end }
  return start > 0 ? { start: start - 1, end: start } : null
}

/** The first of ranges in order that ends after an offset; their number when none does. */
function firstAfter(ranges: readonly Target[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Of a whole text: read at once as far as the model reads, longer ones as the mean of their sentences. */
function wholeSentiment(text: string, model: SentimentModel): Sentiment {
  const whole = readingOf(wordsOf(tokenize(text)), model.classes)
  if (whole.words.length === 0) return sentimentOf(silent)
  if (whole.words.length <= wholeLength) return sentimentOf(model.read(whole, [])(null, []))
  const sum: [number, number, number] = [0, 0, 0]
  const sentences = splitSentences(text)
  for (const { start, end } of sentences) {
    const tone = model.read(readingOf(wordsOf(tokenize(text, start, end)), model.classes), [])(null, [])
    for (const k of [0, 1, 2] as const) sum[k] += tone[k] / sentences.length
  }
  return sentimentOf(sum)
}
const silent: Probabilities = [0, 1, 0]

function check(text: string, targets: readonly Target[]): void {
  const inOrder = targets.toSorted((a, b) => a.start - b.start || a.end - b.end)
  inOrder.forEach((target, i) => {
    const { start, end } = target
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start && end <= text.length)) {
      throw badTarget(`there is no target ${start}-${end} in a text of ${text.length} characters`)
    }
    const last = inOrder[i - 1]
    // The same target twice is asked twice, and answered so.
    if (last && last.end > start && !(last.start === start && last.end === end)) {
      throw badTarget(`targets ${last.start}-${last.end} and ${start}-${end} overlap`)
    }
  })
}

const badTarget = (message: string): ThemewireError =>
  new ThemewireError('bad-line', message, {
    hint: 'a target is {"start", "end"} with 0 <= start < end <= the length of the text, in UTF-16 units, apart from the others',
  })
