/** Policy rates: what a decision sets, what it was before, and levels stated without a decision ("peaked above 5%"). */
import { spanOf, type Doc, type Sentence } from '../../doc.ts'
import type { DateRange, Span } from '../../types.ts'
import type { BankReading } from '../../text/bank-context.ts'
import { findDates } from '../../text/dates.ts'
import { isOfDissenters } from '../../text/dissent.ts'
import type { Quantity } from '../../text/numbers.ts'
import { isToldOfAnEqual, ownClauseAt } from '../../text/own-clauses.ts'
import type { Stated } from './annotate.ts'
import { basisOf, type Basis } from './basis.ts'

type Act = BankReading<Sentence>['actions'][number]

interface Hold {
  readonly act: Act
  readonly sentence: Sentence
  readonly date: DateRange | null
}

const basisOfStatus = (act: Act): Basis =>
  act.status === 'happened'
    ? 'actual'
    : act.status === 'expected' || act.status === 'scheduled'
      ? 'expected'
      : 'hypothetical'

const spanOfSentence = (doc: Doc, sentence: Sentence): Span => spanOf(doc, sentence.field, sentence.start, sentence.end)

// What is a policy rate where no act is done to it.
const named =
  /\b(?:(?:federal\sfunds|fed\sfunds|policy|benchmark|key|official|cash|repo|overnight|deposit(?:\sfacility)?|base|refinancing|short-term|interest)\s(?:interest\s)?rates?|target\srange|selic|bank\srate|deposit\sfacility|borrowing\scosts)\b/gi
const ofOthers =
  /\b(?:mortgage|market|loan|tax|real|longer-term|long-term|bond|savings|credit-card|prime|discount)\s(?:interest\s)?$/i
// The ECB's level is its deposit facility's; its other two rates are no level of its policy.
const besideTheDepositRate = /refinancing|marginal/i
// "With its rate at 0%", "the rate has been 2.25%": of the bank named before in the sentence.
const itsRate =
  /\b(?:(?:its|their|whose)\s(?:main\s|own\s)?rate|the\srate(?=\s(?:has\sbeen|is\snow|now|stands|is\sat)\b))\b/gi
// "The interest rate on a five-year fixed deal": what others lend at.
const onLoans =
  /^\s(?:on|for|of)\s[^.;,]{0,40}\b(?:mortgages?|loans?|deals?|fixed|bonds?|notes?|savings|deposits?|cards?|accounts?|tools?)\b/i
const standing = /\b(?:standing\s(?:deposit|lending)|marginal\s(?:lending|standing))\sfacility\b/i
const policyWords = /\bpolicy\sis\s(?:back\s)?at\b/i

function dateIn(sentence: Sentence, anchor: string | null, at: number, past: boolean): DateRange | null {
  let best: { range: DateRange; distance: number } | null = null
  const text = sentence.text.slice(0, 4000)
  for (const date of findDates(text, anchor, past ? 'past' : 'future')) {
    const lead = text.slice(Math.max(0, date.start - 18), date.start)
    if (/\b(?:since|until|from|before|than|effective(?:\sfrom)?)\s(?:the\s)?$/i.test(lead)) continue
    // What is done was not done "by June".
    if (past && /\bby\s$/i.test(lead)) continue
    if (isToldOfAnEqual(text, date.start, at)) continue
    // "Cut rates in January and lowered them again in May"
    const ofAnother = date.end < at && /\sand\s/i.test(text.slice(date.end, at))
    const distance = Math.abs(date.start - at) + (ofAnother ? 80 : 0)
    if (!best || distance < best.distance) best = { range: date.range, distance }
  }
  return best && best.distance < 160 ? best.range : null
}

export function readPolicyRates(
  doc: Doc,
  readings: readonly BankReading<Sentence>[],
): { stated: Stated[]; taken: Map<Sentence, Quantity[]> } {
  const stated: Stated[] = []
  const taken = new Map<Sentence, Quantity[]>()
  const take = (sentence: Sentence, quantity: Quantity): void => {
    taken.set(sentence, [...(taken.get(sentence) ?? []), quantity])
  }
  const holds: Hold[] = []
  for (const { piece, actions } of readings) {
    for (const act of actions) {
      if (!act.issuer) continue
      const basis = basisOfStatus(act)
      const date = dateIn(piece, doc.anchor, act.start, act.status === 'happened')
      if (act.level) take(piece, act.level.quantity)
      if (act.previous) take(piece, act.previous.quantity)
      if (act.step === 'hold' && !act.level) {
        if (act.status === 'happened' && !holds.some((hold) => hold.act.issuer === act.issuer))
          holds.push({ act, sentence: piece, date })
        continue
      }
      if (act.level === null && act.changeBps === null) continue
      if (isOfAnotherRate(piece.text, act)) continue
      stated.push({
        value: {
          type: 'policy_rate',
          issuer: act.issuer,
          low: act.level?.low ?? null,
          high: act.level?.high ?? null,
          unit: 'percent',
          action: act.step,
          ...(act.changeBps === null ? {} : { changeBps: act.changeBps }),
          date,
          basis,
        },
        evidence: [spanOfSentence(doc, piece)],
        rule: 'rate-decision',
        confidence: act.assumed ? 0.82 : 0.92,
      })
      if (act.previous) {
        stated.push({
          value: {
            type: 'policy_rate',
            issuer: act.issuer,
            low: act.previous.low,
            high: act.previous.high,
            unit: 'percent',
            date: null,
            basis: 'previous',
          },
          evidence: [spanOfSentence(doc, piece)],
          rule: 'rate-before-the-decision',
          confidence: 0.88,
        })
      }
    }
  }
  const plain = readings.flatMap((reading) => levelsIn(doc, reading, taken, take))
  completeActs(stated, plain)
  return { stated: [...stated, ...plain, ...heldAt(doc, [...stated, ...plain], holds)], taken }
}

/** "The main refinancing rate declines to 1.90%" beside the deposit rate that the ECB steers by. */
const isOfAnotherRate = (text: string, act: Act): boolean =>
  act.issuer === 'ECB' &&
  /^(?:the\s)?(?:main\s)?(?:refinancing|marginal\slending)\s(?:operations\s)?rate\b/i.test(text) &&
  !/\bdeposit\b/i.test(text.slice(0, act.end))

const isNow = ({ value }: Stated): boolean => value.basis === 'actual'
const hasLevel = ({ value }: Stated): boolean => value.low !== null && value.high !== null

/** "Took off 25 basis points" in one sentence and "to 4%" in another are one act. */
function completeActs(acts: readonly Stated[], plain: readonly Stated[]): void {
  const sized = new Map<string, Stated>()
  const levelled = new Map<string, Stated>()
  const put = (map: Map<string, Stated>, key: string, stated: Stated): void => {
    if (!map.has(key)) map.set(key, stated)
  }
  const moves = acts.filter((act) => isNow(act) && act.value.action !== 'hold')
  for (const act of moves) {
    const key = `${act.value.issuer} ${act.value.action}`
    if (hasLevel(act)) put(levelled, key, act)
    else if (act.value.changeBps !== undefined) put(sized, key, act)
  }
  for (const stated of plain) if (isNow(stated) && hasLevel(stated)) put(levelled, `${stated.value.issuer}`, stated)
  for (const act of moves) {
    const { issuer, action, changeBps } = act.value
    const size = sized.get(`${issuer} ${action}`)
    const level = levelled.get(`${issuer} ${action}`) ?? levelled.get(`${issuer}`)
    if (hasLevel(act) && changeBps === undefined && size) {
      act.value.changeBps = size.value.changeBps!
      act.evidence.push(...size.evidence.slice(0, 2))
    } else if (!hasLevel(act) && Math.abs(changeBps ?? 0) <= 100 && level) {
      act.value.low = level.value.low
      act.value.high = level.value.high
      act.evidence.push(...level.evidence.slice(0, 2))
    }
  }
}

/** "Held rates steady" and, elsewhere, "its current 3.50% to 3.75%" are one statement. */
function heldAt(doc: Doc, known: readonly Stated[], holds: readonly Hold[]): Stated[] {
  const found: Stated[] = []
  for (const { act, sentence, date } of holds) {
    const levels = known.filter((stated) => stated.value.issuer === act.issuer && isNow(stated) && hasLevel(stated))
    const level = levels.find(({ rule }) => rule === 'rate-decision') ?? levels[0]
    if (
      !level ||
      levels.some(({ value }) => value.action === 'hold') ||
      found.some(({ value }) => value.issuer === act.issuer)
    )
      continue
    found.push({
      value: {
        type: 'policy_rate',
        issuer: act.issuer!,
        low: level.value.low,
        high: level.value.high,
        unit: 'percent',
        action: 'hold',
        changeBps: 0,
        date: date ?? null,
        basis: 'actual',
      },
      evidence: [spanOfSentence(doc, sentence), ...level.evidence],
      rule: 'rate-decision',
      confidence: 0.8,
    })
  }
  return found
}

const noted = /[(,;]\s?(forecast|consensus|expected|previous|prior|last)\s?:?\s$/i

/** Levels stated of a policy rate, with no act of their own. */
function levelsIn(
  doc: Doc,
  { piece, text, quantities, bank, hits }: BankReading<Sentence>,
  taken: ReadonlyMap<Sentence, Quantity[]>,
  take: (sentence: Sentence, quantity: Quantity) => void,
): Stated[] {
  if (!bank || quantities.length === 0) return []
  const places: { start: number; end: number }[] = []
  for (const match of text.matchAll(named)) {
    if (!ofOthers.test(text.slice(Math.max(0, match.index - 14), match.index)))
      places.push({ start: match.index, end: match.index + match[0].length })
  }
  for (const { index, 0: words } of text.matchAll(itsRate)) {
    const own = hits.some(({ value, end }) => value.kind === 'bank' && end <= index)
    if (own && !places.some(({ start, end }) => start < index + words.length && end > index))
      places.push({ start: index, end: index + words.length })
  }
  for (const hit of hits)
    if (hit.value.kind === 'rate' && hit.value.policy) places.push({ start: hit.start, end: hit.end })
  if (policyWords.test(text)) places.push({ start: text.search(policyWords), end: text.search(policyWords) + 12 })
  const found: Stated[] = []
  for (const quantity of quantities) {
    if (quantity.unit !== 'percent' || taken.get(piece)?.includes(quantity)) continue
    const note = noted.exec(text.slice(Math.max(0, quantity.start - 14), quantity.start))?.[1]
    const place = places.find(
      (one) =>
        reaches(text, one, quantity) ||
        (note !== undefined && one.end < quantity.start && quantity.start - one.end < 60),
    )
    if (!place || onLoans.test(text.slice(place.end, place.end + 70))) continue
    const rate = hits.find((hit) => hit.value.kind === 'rate' && hit.start < place.end && hit.end > place.start)
    const issuer = rate?.value.kind === 'rate' ? rate.value.code : bank
    take(piece, quantity)
    if (standing.test(text.slice(0, quantity.start)) || isOfDissenters(text, hits, quantity.start)) continue
    if (issuer === 'ECB' && besideTheDepositRate.test(text.slice(place.start, Math.max(place.end, quantity.start))))
      continue
    const lead = text.slice(Math.max(0, quantity.start - 16), quantity.start)
    const above = /\b(?:above|over|more than)\s(?:the\s)?$/i.test(lead)
    const below = /\b(?:below|under|less than)\s(?:the\s)?$/i.test(lead)
    const date = dateIn(piece, doc.anchor, quantity.start, true)
    found.push({
      value: {
        type: 'policy_rate',
        issuer,
        low: below ? null : quantity.low,
        high: above ? null : quantity.high,
        unit: 'percent',
        date,
        basis: note
          ? /^(?:prev|prior|last)/i.test(note)
            ? 'previous'
            : 'expected'
          : /\bpeak/i.test(text.slice(place.end, quantity.start))
            ? 'previous'
            : basisOf(text, quantity.start, quantity.end, null, doc.anchor),
      },
      evidence: [spanOfSentence(doc, piece)],
      rule: 'states-the-policy-rate',
      confidence: 0.75,
    })
  }
  return found
}

/** The figure is the rate's own level: "the funds rate peaked above 5%", "a 3.5% interest rate", "policy rate: 1.75%". */
function reaches(text: string, place: { start: number; end: number }, quantity: Quantity): boolean {
  if (quantity.start >= place.end) {
    const between = text.slice(place.end, quantity.start)
    return (
      between.length < 70 &&
      ownClauseAt(text, place.start) === ownClauseAt(text, quantity.start) &&
      /(?:\b(?:at|of|to|is|was|been|above|below|near|around|stood|stands|over|exceeding|current|a)\s|:\s|\()$/i.test(
        between,
      ) &&
      !/[;.]|\b(?:inflation|growth|shares?|stocks?|yields?|unemployment|forecast|prices|target|dollar|yen|economy)\b/i.test(
        between,
      )
    )
  }
  return /^\s?(?:[a-z]+[-\s]){0,2}$/i.test(text.slice(quantity.end, place.start)) && place.start - quantity.end < 20
}
