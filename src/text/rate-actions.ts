/** Reads what is done to a policy rate: "decided to raise the target range to 3-3/4 to 4 percent" · "a quarter-point cut" · "leaves its key rate unchanged at 2%" */
import type { Status } from '../types.ts'
import { bankNear } from './bank-near.ts'
import { isOfDissenters } from './dissent.ts'
import type { NamedHit } from './institutions.ts'
import { readQuantities, type Quantity } from './numbers.ts'
import { figuresOf, type Level } from './rate-figures.ts'
import { statusOf } from './rate-status.ts'
import { ownClauseAt } from './own-clauses.ts'
import {
  actGate,
  anotherStep,
  attributive,
  bankToHold,
  gate,
  isDirect,
  isOfIt,
  isUndone,
  moved,
  nextOfBank,
  notPolicy,
  nounBefore,
  nouns,
  ofBank,
  policyObjects,
  pressure,
  staying,
  turns,
  unchanged,
  verbs,
  within,
  type ActForm,
  type Place,
  type RateStep,
} from './rate-words.ts'
import { clauseEnd, clauseStart } from './status.ts'

export type { RateStep } from './rate-words.ts'

export interface RateAction {
  readonly step: RateStep
  /** Which form of words said it; annotators name their rules after it. */
  readonly form: ActForm
  /** Offsets into the sentence. */
  readonly start: number
  readonly end: number
  /** The bank named nearest in the sentence; null when the article's context must say. */
  readonly bank: string | null
  readonly status: Status
  /** Signed. */
  readonly changeBps: number | null
  readonly level: Level | null
  readonly previous: Level | null
  /** Only a rate other than the policy rate moved (the discount rate). */
  readonly reserve: boolean
}

export interface RateReading {
  readonly actions: RateAction[]
  readonly quantities: readonly Quantity[]
}

/** Every act on a policy rate that the sentence speaks of; `hits` are the institutions named in it. */
export function readRateActions(sentence: string, hits: readonly NamedHit[]): RateReading {
  if (!gate.test(sentence)) return { actions: [], quantities: [] }
  const quantities = readQuantities(sentence)
  const named = hits.some(({ value }) => value.kind === 'bank' || value.kind === 'person' || value.kind === 'rate')
  // Most sentences with a percentage speak of no bank and no rate: they pay for no more than this test.
  if (!named && !actGate.test(sentence)) return { actions: [], quantities }
  const objects = policyObjects(sentence, hits)
  const sizes = quantities.filter((quantity) => quantity.unit !== 'percent')
  const actions: RateAction[] = []
  const taken: Place[] = []
  const unwanted = new Set<Quantity>()
  const add = (step: RateStep, form: ActForm, start: number, end: number): void => {
    if (taken.some((place) => start < place.end && end > place.start)) return
    taken.push({ start, end })
    const bank = bankNear(sentence, hits, start, end)
    const figures = figuresOf(sentence, hits, quantities, { step, start, end, bank })
    if (isOfDissenters(sentence, hits, start)) {
      if (figures.level && figures.level.quantity.start > start) unwanted.add(figures.level.quantity)
      return
    }
    const status = statusOf(sentence, form, step, start, end, figures.level)
    actions.push({ step, form, start, end, bank, status, ...figures })
  }
  for (const [step, pattern] of nouns) {
    for (const match of sentence.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (attributive.test(sentence.slice(end, end + 24)) || isUndone(sentence, match.index)) continue
      if (
        notPolicy.test(`${sentence.slice(Math.max(0, match.index - 24), match.index)}rate`) &&
        /^rate/i.test(match[0])
      )
        continue
      if (
        /^(?:two|three|four|five|six|seven|consec|straight|succ|further|addit|deeper|bigger)/i.test(match[0]) &&
        (objects.length === 0 || !hits.some((hit) => hit.value.kind === 'bank' || hit.value.kind === 'rate'))
      )
        continue
      if (/^points?/i.test(match[0]) && !sizes.some((size) => size.end > match.index && size.start < match.index + 7))
        continue
      add(step, 'noun', match.index, end)
    }
  }
  for (const { value, start, end } of hits) {
    if (value.kind !== 'bank') continue
    const next = nextOfBank.exec(sentence.slice(end, end + 48))
    const what = next ?? ofBank.exec(sentence.slice(end, end + 40))
    if (!what || !(next || nounBefore.test(sentence.slice(Math.max(0, start - 32), start)))) continue
    const word = what.groups!['what']!
    add(stepOf(word), 'spoken-of', end + what[0].lastIndexOf(word), end + what[0].length)
  }
  for (const match of named ? sentence.matchAll(anotherStep) : []) {
    const end = match.index + match[0].length
    if (attributive.test(sentence.slice(end, end + 24))) continue
    add(stepOf(match.groups!['what']!), 'spoken-of', match.index, end)
  }
  const ruled =
    objects.length > 0 ||
    sizes.length > 0 ||
    (named && (quantities.length > 0 || /\bto\s(?:zero|hold)\b/i.test(sentence)))
  for (const match of sentence.matchAll(pressure)) {
    add(
      /^inc/i.test(match.groups!['way']!) ? 'hike' : 'cut',
      'reserve-pressure',
      match.index,
      match.index + match[0].length,
    )
  }
  for (const match of sentence.matchAll(unchanged)) {
    const near = objects.some((place) => place.start >= match.index - 260 && place.end <= match.index + 120)
    const bank = hits.some((hit) => hit.value.kind === 'bank' && hit.end <= match.index && match.index - hit.end < 60)
    if ((near && !/fire|sideline|paus/i.test(match[0])) || (bank && !/^(?:steady|unchanged)$/i.test(match[0])))
      add('hold', 'unchanged', match.index, match.index + match[0].length)
  }
  for (const { start, end } of staying(sentence, objects)) add('hold', 'unchanged', start, end)
  for (const [step, pattern] of ruled ? verbs : []) {
    for (const match of sentence.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (governsRate(sentence, step, match[0], start, end, objects, sizes, hits, quantities))
        add(step, 'verb', start, end)
    }
  }
  for (const match of objects.length > 0 && quantities.length > 1 ? sentence.matchAll(turns) : []) {
    const step = stepBetween(sentence, match.index + match[0].length, objects, quantities)
    if (step) add(step, 'verb', match.index, match.index + match[0].length)
  }
  for (const match of named ? sentence.matchAll(moved) : []) {
    if (notPolicy.test(sentence.slice(Math.max(0, match.index - 24), match.index) + match.groups!['object']!)) continue
    if (!hits.some((hit) => hit.value.kind === 'bank' || hit.value.kind === 'rate')) continue
    const end = match.index + match[0].length
    if (ownClauseAt(sentence, match.index) !== ownClauseAt(sentence, end - 1)) continue
    add(
      /down|f[ae]ll|drop/i.test(match.groups!['way']!) ? 'cut' : 'hike',
      'rates-move',
      end - match.groups!['way']!.length,
      end,
    )
  }
  return {
    actions: actions
      .sort((a, b) => a.start - b.start)
      .map(withOwnLevel)
      .filter((action, at, all) => !isWhereItLeads(sentence, action, all.slice(0, at))),
    quantities: unwanted.size === 0 ? quantities : quantities.filter((quantity) => !unwanted.has(quantity)),
  }
}

/** "Did not raise its rate, leaving it at 2%": the level is that of the act it stands behind. */
function withOwnLevel(action: RateAction, at: number, all: readonly RateAction[]): RateAction {
  const { level, end } = action
  const isOfNext =
    action.status === 'denied' &&
    level !== null &&
    all.slice(at + 1).some((next) => next.step !== action.step && next.start >= end && next.end <= level.quantity.start)
  return isOfNext ? { ...action, level: null, changeBps: null } : action
}

/** "Cut its rate by a quarter point, leaving it at 2.25%": where the cut leads, no hold. */
const isWhereItLeads = (sentence: string, action: RateAction, before: readonly RateAction[]): boolean =>
  action.step === 'hold' &&
  action.status === 'happened' &&
  /^leaving$/i.test(sentence.slice(action.start, action.end)) &&
  before.some(
    ({ step, status, bank, start }) =>
      step !== 'hold' &&
      status === 'happened' &&
      bank === action.bank &&
      ownClauseAt(sentence, start) === ownClauseAt(sentence, action.start),
  )

const stepOf = (word: string): RateStep => (/^cut/i.test(word) ? 'cut' : /^paus/i.test(word) ? 'hold' : 'hike')

const mayLower =
  /\b(?:to|will|would|could|may|might|not|and|or|should|must|can|did|does|shall|they|we|further|also|again|banks|policymakers|officials)\s$/i
const committee =
  /\b(?:committee|council|board|central bank|policymakers|policy makers|rate-setters|rate setters|panel|members|officials)\b/i

/** Is the verb's object a policy rate, or a size that a bank takes off or puts on? */
function governsRate(
  sentence: string,
  step: RateStep,
  verb: string,
  start: number,
  end: number,
  objects: readonly Place[],
  sizes: readonly Quantity[],
  hits: readonly NamedHit[],
  quantities: readonly Quantity[],
): boolean {
  const stop = Math.min(clauseEnd(sentence, end), end + 90)
  // "the cut in rates": the noun, not the verb.
  if (
    /\b(?:the|a|an|this|that|another|of|further|tax|job|spending|production|output|price|pay)\s$/i.test(
      sentence.slice(Math.max(0, start - 12), start),
    ) &&
    step !== 'hold'
  )
    return false
  // Lenders move their own rates.
  if (
    /(?<!\bcentral\s)\b(?:banks|lenders|brokers|landlords)\s(?:[a-z]+\s)?$/i.test(
      sentence.slice(Math.max(0, start - 32), start),
    )
  )
    return false
  // "Leverage lower borrowing costs": a comparison, not an act.
  if (
    /^lower$/i.test(verb) &&
    !mayLower.test(sentence.slice(Math.max(0, start - 24), start)) &&
    !hits.some((hit) => start - hit.end < 3 && hit.end <= start)
  )
    return false
  const after = within(objects, end, stop)
  if (after) {
    const between = sentence.slice(end, after.start)
    // The object itself, not what stands in a later phrase: "cut jobs as rates rise".
    if (isDirect(between)) return true
  }
  const opening = clauseStart(sentence, start)
  // Passive: "the cash rate was cut to 3.6%".
  const before = within(objects, opening, start)
  if (before && /\b(?:was|were|be|been|being|is|are|get|got)\s(?:[a-z]+\s)?$/i.test(sentence.slice(opening, start)))
    return true
  // "… is expected to keep its rate at 0%, and the Riksbank to hold at 1.75%"
  if (step === 'hold')
    return (
      (bankToHold.test(sentence.slice(end, end + 24)) &&
        hits.some(
          (hit) =>
            hit.value.kind === 'bank' &&
            /^\s(?:is\s(?:widely\s)?expected\s|likely\s|set\s)?to\s$/i.test(sentence.slice(hit.end, start)),
        )) ||
      (/^\s(?:it\s|them\s)?at\s[\d.,]+\s?(?:%|per)/i.test(sentence.slice(end, end + 16)) &&
        hits.some((hit) => hit.value.kind === 'bank' && hit.end <= start && start - hit.end < 22)) ||
      (isOfIt.test(sentence.slice(end, end + 24)) &&
        objects.some(
          (place) => place.end <= start && ownClauseAt(sentence, place.start) === ownClauseAt(sentence, start),
        ))
    )
  // Who acts stands in the verb's own clause.
  const own = Math.max(opening - 40, ownClauseAt(sentence, start)?.start ?? 0)
  const bank = hits.some(
    (hit) => (hit.value.kind === 'bank' || hit.value.kind === 'person') && hit.start >= own && hit.end <= start,
  )
  const subject = bank || committee.test(sentence.slice(Math.max(0, start - 60, own), start))
  const size = sizes.find((quantity) => quantity.start >= end && quantity.start - end < 24)
  if (subject && size) return true
  const level = quantities.find(
    (quantity) => quantity.unit === 'percent' && quantity.start >= end && quantity.start - end < 24,
  )
  if (bank && step === 'cut' && /^\s(?:rates?\s)?to\szero\b/i.test(sentence.slice(end, end + 16))) return true
  return (
    bank &&
    Boolean(level) &&
    /^\s(?:(?:rates?|its|it|them|again|further)\s){0,2}(?:to|by)\s/i.test(sentence.slice(end, end + 24)) &&
    !/\b(?:forecast|outlook|estimate|projection|growth|inflation)/i.test(sentence.slice(opening, end + 14)) &&
    verb !== 'drop'
  )
}

/** Of a verb that names no direction ("takes its rate to 4% from 4.5%") the two levels say it. */
function stepBetween(
  sentence: string,
  end: number,
  objects: readonly Place[],
  quantities: readonly Quantity[],
): RateStep | null {
  const rate = within(objects, end, Math.min(sentence.length, end + 60))
  if (!rate || !isDirect(sentence.slice(end, rate.start))) return null
  const levels = quantities.filter(
    ({ unit, start }) => unit === 'percent' && start >= rate.end && start - rate.end < 60,
  )
  const [first, second] = levels
  if (!first || !second || !/\b(?:to|at)\s$/i.test(sentence.slice(rate.end, first.start))) return null
  if (!/^,?\sfrom\s$/i.test(sentence.slice(first.end, second.start))) return null
  return first.low > second.low ? 'hike' : first.low < second.low ? 'cut' : 'hold'
}
