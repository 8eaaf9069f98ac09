/** Reads what is done to a policy rate: "decided to raise the target range to 3-3/4 to 4 percent" · "a quarter-point cut" · "leaves its key rate unchanged at 2%" */
import type { Status } from '../types.ts'
import type { NamedHit } from './institutions.ts'
import { inBasisPoints, readQuantities, type Quantity } from './numbers.ts'
import { clauseEnd, clauseStart, readStatus } from './status.ts'

export type RateStep = 'hike' | 'cut' | 'hold'
export interface Level {
  readonly low: number | null
  readonly high: number | null
  readonly quantity: Quantity
}

export interface RateAction {
  readonly step: RateStep
  /** Which form of words said it; annotators name their rules after it. */
  readonly form: 'verb' | 'noun' | 'unchanged' | 'reserve-pressure' | 'rates-move'
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

const object =
  /\b(?:(?:key|main|benchmark|policy|official|interest|short-term|overnight|cash|repo|deposit|facility|lending|refinancing|reference|base|bank|target|federal|federal-funds|funds|fed|discount|credit|primary|call|selic|lombard|reverse|prime|loan|bi|ecb|borrowing)[\s-]+){0,5}(?:rates?\b(?!-)|borrowing\scosts?\b|target\srange|selic\b|bank\srate\b|ocr\b)|\btarget\s(?:range|level)?\s?for\s(?:the|its)|\bdegree\sof\s(?:monetary\s)?(?:pressure|accommodation)|\bcosts?\sof\sborrowing|\bdeposit\sfacility\b|\bmain\srefinancing\soperations\b/giu
const notPolicy =
  /\b(?:mortgage|tax|growth|exchange|unemployment|jobless|inflation|saving|savings|participation|default|vacancy|occupancy|freight|charter|birth|death|success|conversion|churn|interchange|real|market|longer-term|long-term|bill|bond|coupon|wage|pay|tariff|duty|levy|corporate|income|capital-gains|day|delinquency|loan-to-value|hit|run|run-rate|at any|first)[\s-]+(?:interest\s)?rates?$/iu

// Terms of lending to banks are not the policy rate.
const ofLoans = /^\son\s(?:the\s)?(?:TLTRO|PELTRO|targeted|reserve|required|excess|term|loans|savings|deposits)/iu

const steps: readonly [RateStep, string][] = [
  [
    'hike',
    'rais(?:e|es|ed|ing)|hik(?:e|es|ed|ing)|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)|boost(?:s|ed|ing)?|tighten(?:s|ed|ing)?|jack(?:s|ed)?\\sup|bump(?:s|ed)?\\sup|pushe[sd]\\sup|put(?:s|ting)?\\sup|mov(?:e|es|ed|ing)\\sup',
  ],
  [
    'cut',
    'cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|eas(?:e|es|ed|ing)|shav(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|chop(?:s|ped)?|br(?:ings?|ought|inging)\\sdown|loosen(?:s|ed|ing)?|t(?:ook|akes?|aking|aken)(?=\\s.{0,50}?\\b(?:off|down)\\b)|t(?:ook|akes?|aking|aken)\\soff|dropp?(?:s|ed|ing)?',
  ],
  [
    'hold',
    'h(?:olds?|eld|olding)|k(?:eeps?|ept|eeping)|l(?:eaves?|eft|eaving)|maintain(?:s|ed|ing)?|retain(?:s|ed|ing)?|reaffirm(?:s|ed|ing)?',
  ],
]
const verbs = steps.map(([step, source]) => [step, new RegExp(`\\b(?:${source})\\b`, 'giu')] as const)
const nounOf: readonly [RateStep, string][] = [
  ['hike', 'hikes?|increases?|rises?|raises?'],
  ['cut', 'cuts?|reductions?|decreases?|declines?'],
  ['hold', 'holds?|pauses?'],
]
// "a rate cut", "25-basis-point hike", "175 basis points in cuts", "an increase in the cash rate".
const nouns = nounOf.map(
  ([step, source]) =>
    [
      step,
      new RegExp(
        `\\b(?:rate|rates|point|points|bps?|percent|jumbo|outsized|borrowing-cost)[\\s-](?:in\\s|of\\s|policy\\s|interest-rate\\s|rate\\s|-)?(?:${source})\\b|\\b(?:two|three|four|five|six|seven|consecutive|straight|successive|further|additional|deeper|bigger)\\s(?:${source})\\b(?!\\s(?:in|to|of)\\s(?:the\\s)?(?:jobs|staff|tax|output|production|spending|forecasts?|guidance))|\\b(?:${source})\\s(?:in|to|of)\\s(?:the\\s|its\\s|their\\s|official\\s|key\\s|benchmark\\s|short-term\\s|interest\\s|borrowing\\s|policy\\s|federal\\s|fed\\s|funds\\s|discount\\s|cash\\s|target\\s|bank['’]s\\s|fed['’]s\\s|primary\\s|credit\\s){1,5}(?:rates?|costs|range)\\b`,
        'giu',
      ),
    ] as const,
)
const unchanged =
  /\b(?:unchanged|on hold|no change|not change|standing? pat|stands pat|stood pat|stays? put|stayed put|steady|reaffirmed its view that the current|how long to maintain (?:the current|this)|did nothing|sat tight|sits tight|sit on its hands|left (?:them|it) alone)\b/giu
const pressure =
  /\b(?<way>increase|decrease|reduce)\s(?:slightly\s|somewhat\s|slightly\sfurther\s)?the\s(?:existing\s)?degree\sof\spressure\son\s(?:bank\s)?reserve/giu
const moved =
  /\b(?<object>(?:interest\s|policy\s|key\s|cash\s|base\s|bank\s|repo\s|deposit\s|funds\s)?rates?|borrowing\scosts?)(?:\s[\p{L}.]+){0,5}?\s(?<way>c[ao]mes?\sdown|went\sup|go(?:es)?\sup|going\sup|falls?|fell|rises?|rose|dropped|climbed)\b/giu
const gate =
  /\brates?\b|\bborrowing costs?\b|\bcost of borrowing\b|basis.point|\bbps?\b|\bpoints?\b|selic|\btarget range\b|degree of pressure|\bpolicy\b|\bfacility\b|%|\bper ?cent\b|\bpat\b|\bunchanged\b|\bon hold\b|\bdid nothing\b|\bsat tight\b/iu

export interface RateReading {
  readonly actions: RateAction[]
  readonly quantities: readonly Quantity[]
}

interface Place {
  readonly start: number
  readonly end: number
}

const within = (places: readonly Place[], from: number, to: number): Place | undefined =>
  places.find((place) => place.start >= from && place.end <= to)

function policyObjects(sentence: string): Place[] {
  const places: Place[] = []
  for (const match of sentence.matchAll(object)) {
    const end = match.index + match[0].length
    if (notPolicy.test(sentence.slice(Math.max(0, match.index - 24), end))) continue
    if (ofLoans.test(sentence.slice(end, end + 40))) continue
    places.push({ start: match.index, end })
  }
  return places
}

/** Every act on a policy rate that the sentence speaks of; `hits` are the institutions named in it. */
export function readRateActions(sentence: string, hits: readonly NamedHit[]): RateReading {
  if (!gate.test(sentence)) return { actions: [], quantities: [] }
  const quantities = readQuantities(sentence)
  const objects = policyObjects(sentence)
  const sizes = quantities.filter((quantity) => quantity.unit !== 'percent')
  const actions: RateAction[] = []
  const taken: Place[] = []
  const add = (step: RateStep, form: RateAction['form'], start: number, end: number): void => {
    if (taken.some((place) => start < place.end && end > place.start)) return
    taken.push({ start, end })
    actions.push(complete(sentence, hits, quantities, { step, form, start, end }))
  }
  for (const [step, pattern] of nouns) {
    for (const match of sentence.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (
        notPolicy.test(`${sentence.slice(Math.max(0, match.index - 24), match.index)}rate`) &&
        /^rate/i.test(match[0])
      )
        continue
      if (
        /^(?:two|three|four|five|six|seven|consec|straight|succ|further|addit|deeper|bigger)/iu.test(match[0]) &&
        (objects.length === 0 || !hits.some((hit) => hit.value.kind === 'bank' || hit.value.kind === 'rate'))
      )
        continue
      if (/^points?/i.test(match[0]) && !sizes.some((size) => size.end > match.index && size.start < match.index + 7))
        continue
      add(step, 'noun', match.index, end)
    }
  }
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
    if (near || (bank && !/^(?:steady|unchanged)$/i.test(match[0])))
      add('hold', 'unchanged', match.index, match.index + match[0].length)
  }
  for (const [step, pattern] of verbs) {
    for (const match of sentence.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (governsRate(sentence, step, match[0], start, end, objects, sizes, hits, quantities))
        add(step, 'verb', start, end)
    }
  }
  for (const match of sentence.matchAll(moved)) {
    if (notPolicy.test(sentence.slice(Math.max(0, match.index - 24), match.index) + match.groups!['object']!)) continue
    if (!hits.some((hit) => hit.value.kind === 'bank' || hit.value.kind === 'rate')) continue
    const end = match.index + match[0].length
    add(
      /down|f[ae]ll|drop/i.test(match.groups!['way']!) ? 'cut' : 'hike',
      'rates-move',
      end - match.groups!['way']!.length,
      end,
    )
  }
  return { actions: actions.sort((a, b) => a.start - b.start), quantities }
}

const directWords = new Set(
  'to by at in on from its the their a all three both slightly further again sharply short-term official for of another down off up main key basis point points percent percentage quarter half and as expected targets target current existing settings policy including a.'.split(
    ' ',
  ),
)

/** Nothing but small words, sizes and names stands between a verb and its object. */
const isDirect = (between: string): boolean => {
  const words = between.split(/[\s,-]+/u).filter(Boolean)
  return (
    words.length < 10 &&
    words.every((word) => directWords.has(word.toLowerCase()) || /^[\p{Lu}\d¼½¾]|['’]s$/u.test(word))
  )
}

const mayLower =
  /\b(?:to|will|would|could|may|might|not|and|or|should|must|can|did|does|shall|they|we|further|also|again|banks|policymakers|officials)\s$/iu
const committee =
  /\b(?:committee|council|board|central bank|policymakers|policy makers|rate-setters|rate setters|panel|members|officials)\b/iu

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
    /\b(?:the|a|an|this|that|another|of|further|tax|job|spending|production|output|price|pay)\s$/iu.test(
      sentence.slice(Math.max(0, start - 12), start),
    ) &&
    step !== 'hold'
  )
    return false
  // "Leverage lower borrowing costs": a comparison, not an act.
  if (
    /^lower$/iu.test(verb) &&
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
  if (before && /\b(?:was|were|be|been|being|is|are|get|got)\s(?:\p{L}+\s)?$/iu.test(sentence.slice(opening, start)))
    return true
  if (step === 'hold') return false
  const bank = hits.some(
    (hit) =>
      (hit.value.kind === 'bank' || hit.value.kind === 'person') && hit.start >= opening - 40 && hit.end <= start,
  )
  const subject = bank || committee.test(sentence.slice(Math.max(0, start - 60), start))
  const size = sizes.find((quantity) => quantity.start >= end && quantity.start - end < 24)
  if (subject && size) return true
  const level = quantities.find(
    (quantity) => quantity.unit === 'percent' && quantity.start >= end && quantity.start - end < 14,
  )
  return (
    bank &&
    Boolean(level) &&
    /^\s(?:rates?\s)?(?:to|by)\s/iu.test(sentence.slice(end, end + 12)) &&
    !/\b(?:forecast|outlook|estimate|projection|growth|inflation)/iu.test(sentence.slice(opening, end + 14)) &&
    verb !== 'drop'
  )
}

const facilities: readonly [RegExp, 'deposit' | 'refinancing' | 'lending'][] = [
  [/\bdeposit facility/iu, 'deposit'],
  [/\bmain refinancing/iu, 'refinancing'],
  [/\bmarginal lending/iu, 'lending'],
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

const notALevel = /^\s?(?:objective|target(?!\srange)|goal|inflation|mark\b|of\b)/iu
const otherMeasure = /\b(?:inflation|unemployment|growth|forecast|projection)\b/iu

function complete(
  sentence: string,
  hits: readonly NamedHit[],
  quantities: readonly Quantity[],
  { step, form, start, end }: { step: RateStep; form: RateAction['form']; start: number; end: number },
): RateAction {
  const reserveHit = hits.find((hit) => hit.value.kind === 'rate' && !hit.value.policy)
  const policyHit = hits.some((hit) => hit.value.kind === 'rate' && hit.value.policy)
  const reserve = Boolean(reserveHit && !policyHit && reserveHit.start > start - 30 && reserveHit.start < end + 60)
  const sign = step === 'hike' ? 1 : step === 'cut' ? -1 : 0
  const opening = clauseStart(sentence, start)
  let level: Level | null = null
  let previous: Level | null = null
  let change: number | null = null
  for (const quantity of quantities) {
    if (quantity.end < opening || quantity.start > end + 220) continue
    const lead = sentence.slice(Math.max(0, quantity.start - 34), quantity.start)
    if (quantity.unit !== 'percent') {
      // A size stands beside the act; one further on belongs to something else.
      if (change === null && quantity.start - end < 90 && start - quantity.end < 60) change = inBasisPoints(quantity)
      continue
    }
    if (quantity.start < start && !/\b(?:at|to)\s$/iu.test(lead)) continue
    if (notALevel.test(sentence.slice(quantity.end, quantity.end + 16))) continue
    if (quantity.start > end && otherMeasure.test(sentence.slice(end, quantity.start))) continue
    if (reserveHit && policyHit && reserveHit.start > end && quantity.start > reserveHit.start) continue
    if (/\bfrom\s(?:about\s|around\s|the current\s|a range of\s|between\s)?$/iu.test(lead))
      previous ??= levelOf(quantity, lead)
    else if (
      /\b(?:to|at|of|is|range|rate|stands?|current)[\s:]+(?:about\s|around\s|a\s|an?\s(?:range|target)\sof\s|a\starget\srange\sof\s|between\s|just\s|its\scurrent\s|\p{L}+\s(?:low|high)\sof\s)?(?:a range of\s)?$/iu.test(
        lead,
      ) ||
      /\b(?:to|at)\b[^.;]{0,30}$/iu.test(lead)
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
  return {
    step,
    form,
    start,
    end,
    bank: bankNear(hits, start, end),
    status: statusOf(sentence, form, step, start, end, level),
    changeBps,
    level: reserve ? null : level,
    previous: reserve ? null : previous,
    reserve,
  }
}

function levelOf(quantity: Quantity, lead: string): Level {
  const above = /\b(?:above|over|more than|at least)\s$/iu.test(lead)
  const below = /\b(?:below|under|less than)\s$/iu.test(lead)
  return { low: below ? null : quantity.low, high: above ? null : quantity.high, quantity }
}

const announced =
  /\b(?:decided|decides|agreed|voted|resolved|announced)[^.;]{0,30}?\s(?:that|to)\b|\bfollowing a decision|will (?:therefore |accordingly )?(?:be|remain) (?:increased|raised|decreased|lowered|reduced|cut|unchanged|kept|left)\b/iu
const wishful =
  /\b(?:would|could|might|may|if|unless|until|once|preferred|wanted|expects?|expected|anticipates?|anticipated|appropriate|likely)\b/iu

function statusOf(
  sentence: string,
  form: RateAction['form'],
  step: RateStep,
  start: number,
  end: number,
  level: Level | null,
): Status {
  const opening = clauseStart(sentence, start)
  const governing = sentence.slice(Math.max(0, start - 240), start)
  const decision = announced.exec(sentence.slice(0, end + 24))
  if (
    decision &&
    !/\b(?:not|against)\s(?:decided|voted)/iu.test(sentence) &&
    !wishful.test(sentence.slice(decision.index + decision[0].length, start)) &&
    !wishful.test(governing.slice(-60))
  ) {
    if (/\bnot\b/iu.test(sentence.slice(decision.index, start)) && step !== 'hold') return 'denied'
    return 'happened'
  }
  const before = sentence.slice(opening, start)
  // A bank that says it will keep its rate where it is has decided so.
  if (step === 'hold' && level && /\b(?:will|shall)\s(?:continue\sto\s)?$/iu.test(before)) return 'happened'
  if (form === 'unchanged' && /^(?:reaffirmed|how long)/iu.test(sentence.slice(start, end))) return 'happened'
  if (form === 'unchanged' && /^no change/iu.test(sentence.slice(start, end)) && !wishful.test(before))
    return 'happened'
  if (form === 'noun') return readStatus(sentence, nounStart(sentence, start), end, 'happened')
  return readStatus(sentence, start, end, 'happened')
}

const sizeWords = new Set(
  'the a an another its their that this third second first quarter half full percentage interest basis of and three one large jumbo surprise emergency unexpected rate point'.split(
    ' ',
  ),
)

/** What governs "a 25-basis-point cut" stands before its article and size. */
function nounStart(sentence: string, start: number): number {
  let at = start
  for (let steps = 0; steps < 8; steps++) {
    const word = /[^\s-]{1,16}[\s-]?$/u.exec(sentence.slice(Math.max(0, at - 17), at))?.[0]
    if (!word) break
    const plain = word.replace(/[\s-]$/u, '').toLowerCase()
    if (!sizeWords.has(plain) && !/^\d/u.test(plain)) break
    at -= word.length
  }
  return at
}

/** The bank (or its rate, or its people) named nearest before the act, else nearest after it. */
function bankNear(hits: readonly NamedHit[], start: number, end: number): string | null {
  let before: string | null = null
  let rateAfter: string | null = null
  let after: string | null = null
  for (const hit of hits) {
    const code =
      hit.value.kind === 'bank' || hit.value.kind === 'rate'
        ? hit.value.code
        : hit.value.kind === 'person' && hit.value.person.of.length > 2
          ? hit.value.person.of
          : null
    if (!code) continue
    if (hit.end <= start) before = code
    else if (hit.value.kind === 'rate' && hit.start < end + 80) rateAfter ??= code
    else after ??= code
  }
  return rateAfter ?? before ?? after
}
