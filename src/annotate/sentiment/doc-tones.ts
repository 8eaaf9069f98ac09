/** Tone towards places in an article's sentences, each read and judged once; a price that moved there has its say. */
import { findingsOf, type Doc, type Mention, type Sentence } from '../../doc.ts'
import { wordsOf } from '../../text/words.ts'
import type { FindingOf } from '../../types.ts'
import type { WordRange } from './features.ts'
import type { Probabilities } from './calibration.ts'
import type { SentimentModel, Towards } from './model.ts'
import { readingOf, type Reading } from './reading.ts'
import { rangeIn, type Target } from './target-sentiment.ts'

export interface DocTones {
  readonly reading: (sentence: Sentence) => Reading
  /** Towards a stretch of the sentence's field, or of its reading's words; null when no word is there. A theme's phrase is no name. */
  readonly towards: (sentence: Sentence, target: Target, hasName?: boolean) => Probabilities | null
  readonly towardsWords: (sentence: Sentence, range: WordRange) => Probabilities
}

interface Page {
  readonly reading: Reading
  readonly towards: Towards
  readonly named: readonly { readonly mention: Mention; readonly range: WordRange }[]
  readonly tones: Map<number, Probabilities>
}

export function docTones(doc: Doc, model: SentimentModel): DocTones {
  const mentions = groupBy(doc.mentions, ({ sentence }) => sentence)
  const moves = groupBy(
    findingsOf(doc, 'move').filter(({ value }) => value.basis === 'actual'),
    ({ value }) => value.subject,
  )
  const pages = new Map<Sentence, Page>()
  const pageOf = (sentence: Sentence): Page => {
    const known = pages.get(sentence)
    if (known) return known
    const reading = readingOf(wordsOf(sentence.tokens), model.classes)
    const named = (mentions.get(sentence) ?? []).flatMap((mention) => {
      const range = rangeIn(reading.words, mention)
      return range ? [{ mention, range }] : []
    })
    const towards = model.read(
      reading,
      named.map(({ range }) => range),
    )
    const page = { reading, towards, named, tones: new Map<number, Probabilities>() }
    pages.set(sentence, page)
    return page
  }
  const judge = (sentence: Sentence, { towards, named }: Page, range: WordRange, hasName: boolean): Probabilities => {
    const own = named.find((other) => other.range.start < range.end && other.range.end > range.start)?.mention
    const others = named.filter(({ mention }) => mention.symbol !== own?.symbol).map((other) => other.range)
    const tone = towards(range, others, hasName)
    // A bond's move is as often that of its yield, which says the opposite.
    const moved = own && own.type !== 'bond' ? (moves.get(own.symbol) ?? []) : []
    const move = moved.find(({ evidence: [at] }) => at && isIn(sentence, at))
    return move ? withMove(tone, move.value.direction) : tone
  }
  const towardsWords = (sentence: Sentence, range: WordRange, hasName = true): Probabilities => {
    const page = pageOf(sentence)
    const key = (range.start * 4096 + range.end) * 2 + Number(hasName)
    const known = page.tones.get(key)
    if (known) return known
    const tone = judge(sentence, page, range, hasName)
    page.tones.set(key, tone)
    return tone
  }
  return {
    reading: (sentence) => pageOf(sentence).reading,
    towards(sentence, target, hasName) {
      const range = rangeIn(pageOf(sentence).reading.words, target)
      return range && towardsWords(sentence, range, hasName)
    },
    towardsWords,
  }
}

const isIn = (sentence: Sentence, span: FindingOf<'move'>['evidence'][number]): boolean =>
  (span.field ?? 'text') === sentence.field && span.start < sentence.end && span.end > sentence.start

/** A price that moved says more than the words around it. */
function withMove(tone: Probabilities, direction: 'up' | 'down' | 'flat'): Probabilities {
  const told = moveTones[direction]
  return [0, 1, 2].map((k) => (1 - moveWeight) * tone[k]! + moveWeight * told[k]!) as [number, number, number]
}
const moveWeight = 0.75
const moveTones = { up: [0.94, 0.04, 0.02], down: [0.02, 0.04, 0.94], flat: [0.05, 0.9, 0.05] } as const

export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
