/** The figures of an act on a policy rate: its size, the level it sets and the level before: "by 25 basis points to 4% from 4.25%" */
import type { NamedHit } from './institutions.ts'
import { inBasisPoints, type Quantity } from './numbers.ts'
import { ownClauseAt } from './own-clauses.ts'
import { policyObjects, type Place, type RateStep } from './rate-words.ts'
import { clauseStart } from './status.ts'

export interface Level {
  readonly low: number | null
  readonly high: number | null
  readonly quantity: Quantity
}

export interface Figures {
  /** Signed. */
  readonly changeBps: number | null
  readonly level: Level | null
  readonly previous: Level | null
  /** Only a rate other than the policy rate is spoken of. */
  readonly reserve: boolean
}

const facilities: readonly [RegExp, 'deposit' | 'refinancing' | 'lending'][] = [
  [/\bdeposit facility/i, 'deposit'],
  [/\bmain refinancing/i, 'refinancing'],
  [/\bmarginal lending/i, 'lending'],
]

/** The ECB's three rates stand in one sentence, "respectively": the deposit facility is the one that counts. */
function facilityLevel(sentence: string, quantities: readonly Quantity[]): Quantity | null {
  const order = facilities
    .map(([pattern, name]) => ({ name, at: sentence.search(pattern) }))
    .filter((place) => place.at >= 0)
    .sort((a, b) => a.at - b.at)
  if (order.length < 2) return null
  const percents = quantities.filter((quantity) => quantity.unit === 'percent' && quantity.start > order[0]!.at)
  const index = order.findIndex((place) => place.name === 'deposit')
  return percents.length >= order.length && index >= 0 ? percents[index]! : null
}

const chanceOf = /\b(?:odds|probability|chances?|likelihood)\s(?:of|for|on)\b/i
const notALevel = /^\s?(?:chance|probability|odds|objective|target(?!\srange)|goal|inflation|mark\b|of\b)/i
const otherMeasure = /\b(?:inflation|unemployment|growth|forecast|projection)\b/i

export function figuresOf(
  sentence: string,
  hits: readonly NamedHit[],
  quantities: readonly Quantity[],
  { step, start, end, bank }: Place & { readonly step: RateStep; readonly bank: string | null },
): Figures {
  const reserveHit = hits.find((hit) => hit.value.kind === 'rate' && !hit.value.policy)
  const policyHit = hits.some((hit) => hit.value.kind === 'rate' && hit.value.policy)
  const reserve = Boolean(reserveHit && !policyHit && reserveHit.start > start - 30 && reserveHit.start < end + 60)
  const sign = step === 'hike' ? 1 : step === 'cut' ? -1 : 0
  const opening = clauseStart(sentence, start)
  const limit = othersFrom(hits, end, bank)
  const chance = chanceOf.test(sentence.slice(opening, start))
  let level: Level | null = null
  let previous: Level | null = null
  let change: number | null = null
  for (const quantity of quantities) {
    if (quantity.end < opening || quantity.start > Math.min(end + 220, limit)) continue
    if (isOfAnotherSubject(sentence, start, quantity.start)) continue
    // The figure is the chance's own: "odds of a cut by June at 71%".
    if (chance && quantity.start > end && !/^\sto\s$/i.test(sentence.slice(end, quantity.start))) continue
    const lead = sentence.slice(Math.max(0, quantity.start - 34), quantity.start)
    if (quantity.unit !== 'percent') {
      // A size stands beside the act; one further on belongs to something else.
      if (change === null && quantity.start - end < 90 && start - quantity.end < 60) change = inBasisPoints(quantity)
      continue
    }
    if (quantity.start < start && !/\b(?:at|to)\s$/i.test(lead)) continue
    if (notALevel.test(sentence.slice(quantity.end, quantity.end + 16))) continue
    if (quantity.start > end && otherMeasure.test(sentence.slice(end, quantity.start))) continue
    if (reserveHit && policyHit && reserveHit.start > end && quantity.start > reserveHit.start) continue
    if (
      /\bfrom\s(?:about\s|around\s|the current\s|an?\s(?:target\s)?range\sof\s|(?:its|the|their)\s(?:current\s)?(?:target\s)?range\sof\s|between\s)?$/i.test(
        lead,
      )
    )
      previous ??= levelOf(quantity, lead)
    else if (
      /\b(?:to|at|of|is|range|rate|stands?|current)[\s:]+(?:about\s|around\s|a\s|an?\s(?:range|target)\sof\s|a\starget\srange\sof\s|between\s|just\s|its\scurrent\s|[a-z]+\s(?:low|high)\sof\s)?(?:a range of\s)?$/i.test(
        lead,
      ) ||
      /\b(?:to|at)\b[^.;]{0,30}$/i.test(lead)
    )
      level ??= levelOf(quantity, lead)
  }
  const facility = facilityLevel(sentence, quantities)
  if (facility) level = levelOf(facility, '')
  let changeBps = step === 'hold' ? 0 : change === null ? null : sign * change
  if (changeBps === null && level && previous && level.low !== null && previous.low !== null) {
    const difference = Math.round((level.low - previous.low) * 1e4) / 100
    if (Math.sign(difference) === sign) changeBps = difference
  }
  if (!level && toZero.test(sentence.slice(end, end + 70))) {
    const zero: Quantity = { start: end, end, low: 0, high: 0, unit: 'percent' }
    level = { low: 0, high: 0, quantity: zero }
  }
  return { changeBps, level: reserve ? null : level, previous: reserve ? null : previous, reserve }
}

const isTheAct =
  /^(?:the|this|that|its)\s(?:[\w-]+\s){0,2}(?:decision|move|cut|hike|increase|reduction|rise|step|vote|change)s?\s(?:[a-z]+\s)?$/i

// "Cut rates in March and lowered them again to 3.5%", "raised rates and signalled two more increases, to 5.25%"
const onceMore = /\band\s(?:then\s|later\s)?[a-z]+\s(?:[a-z]+\s){0,3}(?:again|further|once more|more|another)\b/i

const supposed = /\b(?:will|would|could|may|might|should)\b/i

/** "… and unemployment rose to 4.6%", but "… and the target range now stands at 3.5%" */
function isOfAnotherSubject(sentence: string, act: number, figure: number): boolean {
  const clause = ownClauseAt(sentence, figure)
  const own = ownClauseAt(sentence, act)
  if (clause === own) return onceMore.test(sentence.slice(act, Math.max(act, figure)))
  if (!clause) return true
  const subject = sentence.slice(clause.subject, clause.verb)
  if (isTheAct.test(subject) || policyObjects(subject, []).length > 0) return false
  // "After nine members backed a move that puts the target range at 3.5%": what stands under the act tells of it, unless it supposes.
  const told = sentence.slice(clause.subject, figure)
  return clause.equal || supposed.test(told) || policyObjects(told, []).length === 0
}

const toZero = /^[^.;\d%]{0,50}\b(?:to|at)\szero\b(?!\s(?:tariff|dut|growth|emission|carbon))/i

/** Where another bank is spoken of, whose figures are its own. */
const othersFrom = (hits: readonly NamedHit[], end: number, bank: string | null): number =>
  hits.find(({ value, start }) => value.kind === 'bank' && start >= end && bank !== null && value.code !== bank)
    ?.start ?? Number.MAX_SAFE_INTEGER

function levelOf(quantity: Quantity, lead: string): Level {
  const above = /\b(?:above|over|more than|at least)\s$/i.test(lead)
  const below = /\b(?:below|under|less than)\s$/i.test(lead)
  return { low: below ? null : quantity.low, high: above ? null : quantity.high, quantity }
}
