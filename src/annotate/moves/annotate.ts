/**
 * Finds how instruments moved.
 * "The Russell 2000 has surged nearly 8%" · "down 8% since the start of January" · "GoPro was up 73% and Krispy Kreme 39%"
 */
import { addFinding, readable, spanOf, type Annotator, type Doc, type Mention, type Sentence } from '../../doc.ts'
import type { Value } from '../../types.ts'
import { bareYield } from './bare-yields.ts'
import { addFlat } from './flat.ts'
import { inOrder, respectively } from './lists.ts'
import { bothCompanies } from './main-company.ts'
import { findSizeless } from './levels.ts'
import { isPeriod, periodBefore, periodOf } from './periods.ts'
import type { RuleName } from './rules.ts'
import { findSizes, type Size } from './sizes.ts'
import { isUndone } from './undone.ts'
import { isOfAnother } from './others.ts'
import { isBusinessFigure, jointSubjects, ofTenor, subjectOf, within, type MentionsOf } from './subjects.ts'

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
    const mentionsOf = (sentence: Sentence): readonly Mention[] => bySentence.get(sentence) ?? []
    for (const sentence of readable(doc)) {
      const still = /flat|changed|steady/.test(sentence.text) ? addFlat(doc, sentence, mentionsOf(sentence)) : []
      if (!/\d|percent|per cent|[bp]led\b|halved|value\b/.test(sentence.text)) continue
      const sizes = findSizes(sentence.text)
      const told = sizes.length > 0 ? readSentence(doc, sentence, mentionsOf, sizes, still) : []
      addSizeless(doc, sentence, mentionsOf(sentence), new Set([...told, ...still]))
    }
  },
}

interface Told {
  readonly subject: Mention
  readonly direction: 'up' | 'down'
  readonly size: Size
  readonly rule: RuleName
}

function readSentence(
  doc: Doc,
  sentence: Sentence,
  mentionsOf: MentionsOf,
  sizes: readonly Size[],
  still: readonly string[],
): string[] {
  const mentions = mentionsOf(sentence)
  const told: Told[] = respectively(sentence, mentions, sizes).map((one) => ({ ...one, rule: 'sizes-in-order' }))
  if (told.length === 0) told.push(...inTurn(doc, sentence, mentionsOf, sizes))
  for (const one of told)
    if (
      !told.some((other) => overtakes(sentence.text, other, one)) &&
      !(still.includes(one.subject.symbol) && isExtreme(sentence.text, one))
    )
      add(doc, sentence, one)
  return told.map(({ subject }) => subject.symbol)
}

function addSizeless(doc: Doc, sentence: Sentence, mentions: readonly Mention[], told: ReadonlySet<string>): void {
  for (const one of findSizeless(sentence, mentions, told)) {
    const { subject, direction, percent, level, start, end, rule } = one
    if (counterfactual.test(sentence.text.slice(0, start))) continue
    const period = periodOf(sentence.text, start, end, doc.anchor)
    const to = Math.max(subject.end, sentence.start + end)
    addFinding(
      doc,
      'move',
      {
        subject: subject.symbol,
        direction,
        ...(percent === undefined ? {} : { percent }),
        ...(level === undefined ? {} : { level }),
        ...(period ? { period } : {}),
        basis: isExpected(sentence.text, start) ? 'expected' : 'actual',
      },
      [spanOf(doc, sentence.field, subject.start, to)],
      rule,
      0.75,
    )
  }
}

/** "Fell as much as 4% before recovering to close up 0.6%": the close is the move, not what the day saw. */
function overtakes(text: string, later: Told, one: Told): boolean {
  if (later.subject.symbol !== one.subject.symbol || later.size.start <= one.size.end) return false
  const gap = text.slice(one.size.end, Math.max(later.size.start, later.size.cue?.start ?? 0))
  return isExtreme(text, one) && closing.test(gap)
}

const isExtreme = (text: string, { size }: Told): boolean =>
  atTheMost.test(text.slice(size.cue?.start ?? size.start, size.end))
const atTheMost = /\b(?:as (?:much|far|low|high) as|up to)\b/i
const closing =
  /\b(?:clos(?:e|ed|ing)|end(?:ed|ing)?|finish(?:ed|ing)?|settl(?:e|ed|ing)|trimm?(?:ed|ing)?|par(?:ed|ing))\b/i

/** Each size with the subject of its own verb, of the verb before, or of the list it is part of. */
function inTurn(doc: Doc, sentence: Sentence, mentionsOf: MentionsOf, sizes: readonly Size[]): Told[] {
  const mentions = mentionsOf(sentence)
  const told: Told[] = []
  let last: Told | undefined
  let floor = 0
  const first = sizes[0]!
  const both = first.cue && !first.cue.after ? bothCompanies(doc, sentence, mentionsOf, first.cue.start) : []
  if (both.length > 0 && !isBusinessFigure(sentence.text, first, 0) && !isUndone(sentence.text, first)) {
    const { direction } = first.cue!
    for (const subject of both) told.push({ subject, direction, size: first, rule: 'one-size-for-several' })
    return told
  }
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i]!
    const one = size.cue
      ? withCue(doc, sentence, mentionsOf, size, floor)
      : afterAnother(sentence, mentions, size, last)
    const listed = one && size.cue ? inOrder(sentence, mentions, one.subject, sizes, i) : []
    if (one && listed.length > 0) {
      for (const item of listed) told.push({ ...one, ...item, rule: 'sizes-in-order' })
      i += listed.length - 1
    } else if (one) {
      told.push(one)
      if (size.cue && size.cue.kind !== 'noun')
        for (const subject of jointSubjects(sentence, mentions, one.subject))
          if (fits(subject, size)) told.push({ ...one, subject, rule: 'one-size-for-several' })
    }
    last = one && told.at(-1)
    floor = sizes[i]!.end
  }
  return told
}

function withCue(doc: Doc, sentence: Sentence, mentionsOf: MentionsOf, size: Size, floor: number): Told | undefined {
  const cue = size.cue!
  if (isBusinessFigure(sentence.text, size, floor)) return undefined
  if (counterfactual.test(sentence.text.slice(0, cue.start))) return undefined
  if (isUndone(sentence.text, size)) return undefined
  const subject = bareYield(doc, sentence, size) ?? subjectOf(doc, sentence, mentionsOf, size)
  if (!subject || !fits(subject, size)) return undefined
  if (
    !cue.after &&
    subject.sentence === sentence &&
    isOfAnother(sentence.text, subject.end - sentence.start, size, floor)
  )
    return undefined
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
  if (between.length === 0) return againstAnother(sentence, mentions, size, last) ?? overAnotherTime(text, size, last)
  const lead = text.slice(last.size.end, between[0]!.start - start)
  if (!linked.test(lead)) return undefined
  const subject = between.find(
    (mention) => mention.end <= start + size.start && untold.test(text.slice(mention.end - start, size.start)),
  )
  if (!subject || !fits(subject, size)) return undefined
  return { subject, direction: last.direction, size, rule: 'size-after-another-move' }
}

/** "Added 7.2% in September, against 2.6% for the S&P 500" */
function againstAnother(
  { text, start }: Sentence,
  mentions: readonly Mention[],
  size: Size,
  last: Told,
): Told | undefined {
  if (!against.test(text.slice(last.size.end, size.start))) return undefined
  const subject = mentions.find(
    (mention) =>
      mention.start >= start + size.end &&
      /^ (?:for|by|in|at) (?:the )?$/.test(text.slice(size.end, mention.start - start)),
  )
  return subject && fits(subject, size)
    ? { subject, direction: last.direction, size, rule: 'size-after-another-move' }
    : undefined
}

/** "Is up 12% this year and 3% this week": the same, over another time. */
function overAnotherTime(text: string, size: Size, last: Told): Told | undefined {
  const { groups } =
    /^ (?<time>[^,;]{3,40}?),? and (?:about |almost |nearly |more than |over )?$/.exec(
      text.slice(last.size.end, size.start),
    ) ?? {}
  const behind = /^ (?<time>[^,;.:]{3,40}?)(?=[,;.:]|$| (?:and|as|but|after|while|on|to)\b)/.exec(
    text.slice(size.end),
  )?.groups
  return groups && behind && isPeriod(groups['time']!) && isPeriod(behind['time']!)
    ? { subject: last.subject, direction: last.direction, size, rule: 'size-after-another-move' }
    : undefined
}
const against =
  /^(?: [^,;]{1,30})?,? (?:against|compared (?:with|to)|versus|vs\.?) (?:about |around |just |only |a mere |nearly |almost )?$/i

/** Between a size and the next name: when or to what level, then a comma or "and", then what the name is. */
const linked =
  /^(?: (?:in|on|to|at|for|by|the|this|a|its|early|late|record|high|of|per|ton|ounce|barrel|morning|afternoon|trading|premarket|after-hours|week|month|year|\w+day|[$€£¥]?\d[\d.,]*))*(?:,|;|,? (?:and|while|with)) (?:[\w'’-]+ ){0,4}$/i
/** Between the name and its size: its ticker, what it does, and hedges. */
const untold =
  /^\.?\)?(?: \([^()]{1,20}\))?(?:, (?:which|whose|a|an|the|maker|owner) [^,]{1,80},|,)?(?: (?:by|almost|nearly|about|around|more than|upwards of|as much as|over|a|an|up|down|some|another|and|only|just|roughly|stock|shares))* ?$/

/** Points belong to indices; basis points to bonds; nothing moves by more than a plausible share. */
function fits(subject: Mention, size: Size): boolean {
  if (subject.sentence.zone === 'table') return false
  if (size.percent === undefined && size.points !== undefined)
    return subject.type === 'index' || subject.type === 'commodity'
  if (size.percent === undefined && size.basisPoints !== undefined) return subject.type === 'bond'
  return !(subject.type === 'bond' && size.percent !== undefined && size.basisPoints === undefined && size.percent > 30)
}

/** "would have added 10%": what did not happen. */
const counterfactual = /\b(?:could|might|should|would) have (?:been |\w+ly )?$/i
const expectation =
  /\b(?:[Cc]ould|would|may|might|will|expect(?:s|ed|ing)?|forecasts?|forecasting|likely|predict(?:s|ed)?|project(?:s|ed)?|set to|seen|poised to|[Ii]f|should)\b[^,;]{0,60}$/

const isExpected = (text: string, start: number): boolean =>
  expectation.test(text.slice(Math.max(0, start - 100), start))

const againstCurrency = (doc: Doc, sentence: Sentence, start: number, end: number): boolean => {
  const from = Math.max(0, start - 80)
  const measured = /\b(?:against|versus|vs\.?|on) (?:the |its )?(?:[a-z]+ )?/i.exec(sentence.text.slice(from, end + 60))
  if (!measured) return false
  const at = sentence.start + from + measured.index
  return doc.mentions.some(
    ({ type, symbol, start, end }) =>
      type === 'currency' && symbol !== 'USD=X' && end > at && start <= at + measured[0].length,
  )
}

/** "more than 2%" gives no size, only its bound. */
const bound = /\b(?:at least|at most|less than|more than|over|under|upwards of)\b/i

function add(doc: Doc, sentence: Sentence, told: Told): void {
  const { subject, direction, size, rule } = told
  const start = size.cue ? Math.min(size.cue.start, size.start) : size.start
  const before = doc.sentences[sentence.index - 1]
  const period =
    periodOf(sentence.text, start, size.end, doc.anchor) ??
    (before?.field === sentence.field && before.paragraph === sentence.paragraph
      ? periodBefore(before.text, doc.anchor)
      : undefined)
  const value: Value<'move'> = {
    subject: ofTenor(subject, sentence, start),
    direction,
    ...(size.percent === undefined ? {} : { percent: size.percent }),
    ...(size.points === undefined ? {} : { points: size.points }),
    ...(size.basisPoints === undefined ? {} : { basisPoints: size.basisPoints }),
    ...(size.level === undefined ? {} : { level: size.level }),
    ...(period ? { period } : {}),
    basis: isExpected(sentence.text, start) ? 'expected' : 'actual',
  }
  const inSentence = subject.sentence === sentence
  const from = inSentence ? Math.min(subject.start, sentence.start + start) : sentence.start + start
  const to = inSentence ? Math.max(subject.end, sentence.start + size.end) : sentence.start + size.end
  const evidence = [spanOf(doc, sentence.field, from, to)]
  if (!inSentence) evidence.push(spanOf(doc, subject.sentence.field, subject.start, subject.end))
  // A rate against one other currency is no level of the dollar's own.
  if (subject.symbol === 'USD=X' && againstCurrency(doc, sentence, start, size.end)) delete value.level
  const bounded = bound.test(sentence.text.slice(start, size.end))
  addFinding(doc, 'move', value, evidence, rule, (inSentence ? 0.85 : 0.7) - (bounded ? 0.1 : 0))
}
