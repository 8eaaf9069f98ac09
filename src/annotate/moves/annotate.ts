/**
 * Finds how instruments moved.
 * "The Russell 2000 has surged nearly 8%" · "down 8% since the start of January" · "GoPro was up 73% and Krispy Kreme 39%"
 */
import { addFinding, readable, spanOf, type Annotator, type Doc, type Mention, type Sentence } from '../../doc.ts'
import type { Value } from '../../types.ts'
import { periodOf } from './periods.ts'
import type { RuleName } from './rules.ts'
import { findSizes, type Size } from './sizes.ts'
import { isBusinessFigure, jointSubjects, subjectOf, within, type MentionsOf } from './subjects.ts'

export const moves: Annotator = {
  name: 'moves',
  requires: ['mentions'],
  assigns: ['move'],
  annotate(doc) {
    const bySentence = new Map<Sentence, Mention[]>()
    for (const mention of doc.mentions) {
      const there = bySentence.get(mention.sentence)
      if (there) there.push(mention)
      else bySentence.set(mention.sentence, [mention])
    }
    if (doc.mentions.length === 0) return
    const mentionsOf = (sentence: Sentence): readonly Mention[] => bySentence.get(sentence) ?? []
    for (const sentence of readable(doc)) {
      if (!/\d|percent|per cent/.test(sentence.text)) continue
      const sizes = findSizes(sentence.text)
      if (sizes.length > 0) readSentence(doc, sentence, mentionsOf, sizes)
    }
  },
}

interface Told {
  readonly subject: Mention
  readonly direction: 'up' | 'down'
  readonly size: Size
  readonly rule: RuleName
}

function readSentence(doc: Doc, sentence: Sentence, mentionsOf: MentionsOf, sizes: readonly Size[]): void {
  const mentions = mentionsOf(sentence)
  const told: Told[] = respectively(sentence, mentions, sizes)
  let last: Told | undefined
  let floor = 0
  if (told.length === 0) {
    for (const size of sizes) {
      const one = size.cue
        ? withCue(doc, sentence, mentionsOf, size, floor)
        : afterAnother(sentence, mentions, size, last)
      if (one) told.push(one)
      if (one && size.cue && size.cue.kind !== 'noun')
        for (const subject of jointSubjects(sentence, mentions, one.subject))
          if (fits(subject, size)) told.push({ ...one, subject, rule: 'one-size-for-several' })
      last = one
      floor = size.end
    }
  }
  for (const one of told) add(doc, sentence, one)
}

function withCue(doc: Doc, sentence: Sentence, mentionsOf: MentionsOf, size: Size, floor: number): Told | undefined {
  const cue = size.cue!
  if (isBusinessFigure(sentence.text, size, floor)) return undefined
  const subject = subjectOf(doc, sentence, mentionsOf, size)
  if (!subject || !fits(subject, size)) return undefined
  return { subject, direction: cue.direction, size, rule: cue.after ? 'size-and-noun' : 'verb-and-size' }
}

/** "… to $17.91 on Friday and Krispy Kreme almost 39%": a new name and a size, with the direction of the move before. */
function afterAnother(
  sentence: Sentence,
  mentions: readonly Mention[],
  size: Size,
  last: Told | undefined,
): Told | undefined {
  if (!last) return undefined
  const { text, start } = sentence
  const between = within(mentions, start + last.size.end, start + size.start)
  if (between.length === 0) return undefined
  const lead = text.slice(last.size.end, between[0]!.start - start)
  if (!linked.test(lead)) return undefined
  const subject = between.find(
    (mention) => mention.end <= start + size.start && untold.test(text.slice(mention.end - start, size.start)),
  )
  if (!subject || !fits(subject, size)) return undefined
  return { subject, direction: last.direction, size, rule: 'size-after-another-move' }
}

/** Between a size and the next name: when or to what level, then a comma or "and", then what the name is. */
const linked =
  /^(?: (?:in|on|to|at|for|by|the|this|a|its|early|late|record|high|of|per|ton|ounce|barrel|morning|afternoon|trading|premarket|after-hours|week|month|year|\w+day|[$€£¥]?\d[\d.,]*))*(?:,|;|,? (?:and|while|with)) (?:[\w'’-]+ ){0,4}$/i
/** Between the name and its size: its ticker, what it does, and hedges. */
const untold =
  /^\.?\)?(?: \([^()]{1,20}\))?(?:, (?:which|whose|a|an|the|maker|owner) [^,]{1,80},|,)?(?: (?:by|almost|nearly|about|around|more than|upwards of|as much as|over|a|an|up|down|some|another|and|only|just|roughly|stock|shares))* ?$/

/** "Apple and Tesla fell 2% and 3%, respectively": as many names before the verb as sizes after it. */
function respectively(sentence: Sentence, mentions: readonly Mention[], sizes: readonly Size[]): Told[] {
  if (!/\brespectively\b/i.test(sentence.text)) return []
  const first = sizes.find((size) => size.cue)
  if (!first?.cue) return []
  const listed = sizes.slice(sizes.indexOf(first))
  const cueAt = sentence.start + Math.min(first.start, first.cue.start)
  const seen = new Set<string>()
  const names = mentions.filter((mention) => {
    if (mention.end > cueAt || mention.asSource || seen.has(mention.symbol)) return false
    seen.add(mention.symbol)
    return true
  })
  if (names.length !== listed.length || listed.length < 2) return []
  const { direction } = first.cue
  return names.map((subject, i) => ({ subject, direction, size: listed[i]!, rule: 'sizes-respectively' }))
}

/** Points belong to indices; basis points to bonds; nothing moves by more than a plausible share. */
function fits(subject: Mention, size: Size): boolean {
  if (subject.sentence.zone === 'table') return false
  if (size.percent === undefined && size.points !== undefined)
    return subject.type === 'index' || subject.type === 'commodity'
  if (size.percent === undefined && size.basisPoints !== undefined) return subject.type === 'bond'
  return !(subject.type === 'bond' && size.percent !== undefined && size.basisPoints === undefined && size.percent > 30)
}

const expectation =
  /\b(?:could|would|may|might|will|expect(?:s|ed|ing)?|forecasts?|forecasting|likely|predict(?:s|ed)?|project(?:s|ed)?|set to|seen|poised to|if|should|target)\b[^,;]{0,60}$/i

function add(doc: Doc, sentence: Sentence, told: Told): void {
  const { subject, direction, size, rule } = told
  const start = size.cue ? Math.min(size.cue.start, size.start) : size.start
  const period = periodOf(sentence.text, start, size.end, doc.anchor)
  const value: Value<'move'> = {
    subject: subject.symbol,
    direction,
    ...(size.percent === undefined ? {} : { percent: size.percent }),
    ...(size.points === undefined ? {} : { points: size.points }),
    ...(size.basisPoints === undefined ? {} : { basisPoints: size.basisPoints }),
    ...(size.level === undefined ? {} : { level: size.level }),
    ...(period ? { period } : {}),
    basis: expectation.test(sentence.text.slice(Math.max(0, start - 100), start)) ? 'expected' : 'actual',
  }
  const inSentence = subject.sentence === sentence
  const from = inSentence ? Math.min(subject.start, sentence.start + start) : sentence.start + start
  const to = inSentence ? Math.max(subject.end, sentence.start + size.end) : sentence.start + size.end
  const evidence = [spanOf(doc, sentence.field, from, to)]
  if (!inSentence) evidence.push(spanOf(doc, subject.sentence.field, subject.start, subject.end))
  addFinding(doc, 'move', value, evidence, rule, inSentence ? 0.85 : 0.7)
}
