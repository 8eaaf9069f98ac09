/** The words in which a policy rate and what is done to it are spoken of: "the key rate" · "trimmed" · "a jumbo hike" · "stood pat" */

import type { NamedHit } from './institutions.ts'

export type RateStep = 'hike' | 'cut' | 'hold'
/** Which form of words says it; annotators name their rules after it. */
export type ActForm = 'verb' | 'noun' | 'spoken-of' | 'unchanged' | 'reserve-pressure' | 'rates-move'

/** Offsets into the sentence. */
export interface Place {
  readonly start: number
  readonly end: number
}

const object =
  /\b(?:(?:key|main|benchmark|policy|official|interest|short-term|overnight|cash|repo|deposit|facility|lending|refinancing|reference|base|bank|target|federal|federal-funds|funds|fed|discount|credit|primary|call|selic|lombard|reverse|prime|loan|bi|ecb|borrowing|repurchase|refinance|interbank|sight)[\s-]+){0,5}(?:rates?\b(?!-)|borrowing\scosts?\b|target\srange|selic\b|bank\srate\b|ocr\b)|\btarget\s(?:range|level)?\s?for\s(?:the|its)|\bdegree\sof\s(?:monetary\s)?(?:pressure|accommodation)|\bcosts?\sof\sborrowing|\bdeposit\sfacility\b|\bmain\srefinancing\soperations\b/gi
export const notPolicy =
  /\b(?:mortgage|tax|growth|exchange|unemployment|jobless|inflation|saving|savings|participation|default|vacancy|occupancy|freight|charter|birth|death|success|conversion|churn|interchange|real|market|longer-term|long-term|bill|bond|coupon|wage|pay|tariff|duty|levy|corporate|income|capital-gains|day|delinquency|loan-to-value|hit|run|run-rate|at any|first)[\s-]+(?:interest\s)?rates?$/i

const benchmark = /\b(?:its|the|their)\s(?:key\s|main\s)?benchmark(?=\s(?:at|to|by|up|down)\s|$)/gi
// Terms of lending to banks are not the policy rate.
const ofLoans = /^\son\s(?:the\s)?(?:TLTRO|PELTRO|targeted|reserve|required|excess|term|loans|savings|deposits)/i

const steps: readonly [RateStep, string][] = [
  [
    'hike',
    'rais(?:e|es|ed|ing)|hik(?:e|es|ed|ing)|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)|boost(?:s|ed|ing)?|tighten(?:s|ed|ing)?|jack(?:s|ed)?\\sup|bump(?:s|ed)?\\sup|pushe[sd]\\sup|put(?:s|ting)?\\sup|mov(?:e|es|ed|ing)\\sup|ups|upped|(?:t(?:ook|akes?|aking|aken)|br(?:ings?|ought|inging))(?=\\s.{0,50}?\\bup\\b)|(?:nudg|ratchet|bump|push|jack|put|mov|crank|edg)(?:e|es|ed|s|ing|ting|ped)?(?=\\s.{0,50}?\\b(?:up|higher)\\b)',
  ],
  [
    'cut',
    'cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|eas(?:e|es|ed|ing)|shav(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|chop(?:s|ped)?|br(?:ings?|ought|inging)\\sdown|loosen(?:s|ed|ing)?|(?:t(?:ook|akes?|aking|aken)|br(?:ings?|ought|inging)|put(?:s|ting)?)(?=\\s.{0,50}?\\b(?:off|down)\\b)|t(?:ook|akes?|aking|aken)\\soff|dropp?(?:s|ed|ing)?|snipp?(?:s|ed|ing)?|lopp?(?:s|ed|ing)?|par(?:es|ed|ing)|(?:nudg|ratchet|bump|push|mov|edg)(?:e|es|ed|s|ing|ting|ped)?(?=\\s.{0,50}?\\b(?:down|lower)\\b)',
  ],
  [
    'hold',
    'h(?:olds?|eld|olding)|k(?:eeps?|ept|eeping)|l(?:eaves?|eft|eaving)|maintain(?:s|ed|ing)?|retain(?:s|ed|ing)?|reaffirm(?:s|ed|ing)?|fr(?:eeze|eezes|oze|eezing|ozen)|extend(?:s|ed)?\\sa\\spause',
  ],
]
export const verbs = steps.map(([step, source]) => [step, new RegExp(`\\b(?:${source})\\b`, 'gi')] as const)
const nounOf: readonly [RateStep, string][] = [
  ['hike', 'hikes?|increases?|rises?|raises?'],
  ['cut', 'cuts?|reductions?|decreases?|declines?'],
  ['hold', 'holds?|pauses?'],
]
// "a rate cut", "25-basis-point hike", "175 basis points in cuts", "an increase in the cash rate".
export const nouns = nounOf.map(
  ([step, source]) =>
    [
      step,
      new RegExp(
        `\\b(?:rate|rates|point|points|bps?|percent|jumbo|outsized|borrowing-cost)[\\s-](?:in\\s|of\\s|policy\\s|interest-rate\\s|rate\\s|-)?(?:${source})\\b|\\b(?:two|three|four|five|six|seven|consecutive|straight|successive|further|additional|deeper|bigger)\\s(?:${source})\\b(?!\\s(?:in|to|of)\\s(?:the\\s)?(?:jobs|staff|tax|output|production|spending|forecasts?|guidance))|\\b(?:${source})\\s(?:in|to|of)\\s(?:the\\s|its\\s|their\\s|official\\s|key\\s|benchmark\\s|short-term\\s|interest\\s|borrowing\\s|policy\\s|federal\\s|fed\\s|funds\\s|discount\\s|cash\\s|target\\s|bank['’]s\\s|fed['’]s\\s|primary\\s|credit\\s){1,5}(?:rates?|costs|range)\\b`,
        'gi',
      ),
    ] as const,
)
/** After a bank's own name: "odds of a Fed cut", "bets on an ECB hike". */
export const ofBank =
  /^\s(?:rate\s|interest-rate\s)?(?<what>cut|hike|increase|pause)s?(?=\sby\s(?!an?\s|\d|half|quarter)|\s(?:in|at|next|this|later|before|on|as|is|was|are|and|or|to\sbe|would|could|may|might)\b|[,.;:)]|$)/i
/** "The BOJ's next increase, to 1.25%" */
export const nextOfBank =
  /^['’]s?\s(?:next|first|second|latest|final)\s(?:rate\s|interest-rate\s|policy\s)?(?<what>cut|hike|increase|pause)s?\b(?!\s(?:in|to|of)\s(?:its|the|their)\s(?!(?:key|policy|main|benchmark|interest|official|deposit|cash|repo|target)\b))/i
/** What stands before the bank's name where the two are one noun. */
export const nounBefore =
  /\b(?:of|on|for|a|an|another|any|further|no|expected|likely|imminent|possible|potential|with|after|following|since|despite|price|priced|pricing)\s(?:[a-z]+\s)?$/i
/** "Backs another cut", "divided over a December cut": the bank is named elsewhere in the sentence. */
export const anotherStep =
  /\b(?:another|(?:an?|the|over|of|for|on)\s(?:january|february|march|april|may|june|july|august|september|october|november|december))\s(?:rate\s)?(?<what>cut|hike)s?\b(?!\s(?:in|to|of)\s(?!january|february|march|april|may|june|july|august|september|october|november|december|early|late|the\s(?:first|second|third|fourth|new|coming|next))|\s(?:its|their|jobs|staff|costs|spending|output|production))/gi
export const unchanged =
  /\b(?:unchanged|on hold|no change|not change|stand(?:s|ing)? pat|stood pat|paus(?:es?|ed|ing)(?=\s(?:at\s[\d.]|its\s(?:rate|easing|tightening|cutting|hiking)|again\b|on\s(?:mon|tues|wednes|thurs|fri)day|after\s(?:[a-z]+\s){1,3}(?:cuts|hikes|increases|reductions)))|stays? put|stayed put|steady|reaffirmed its view that the current|how long to maintain (?:the current|this)|did nothing|sat tight|sits tight|sit on its hands|sit tight|sat on its hands|h(?:old|olds|eld|olding)\s(?:its\s|their\s)?fire|(?:stay|stays|stayed|remain|remains|remained) on the sidelines|status quo|(?:refrain(?:s|ed)?\sfrom|avoid(?:s|ed)?)\s(?:moving|changing|touching)|left (?:them|it) alone)\b/gi
export const pressure =
  /\b(?<way>increase|decrease|reduce)\s(?:slightly\s|somewhat\s|slightly\sfurther\s)?the\s(?:existing\s)?degree\sof\spressure\son\s(?:bank\s)?reserve/gi
export const moved =
  /\b(?<object>(?:interest\s|policy\s|key\s|cash\s|base\s|bank\s|repo\s|deposit\s|funds\s)?rates?|borrowing\scosts?)(?:\s[a-z.]+){0,5}?\s(?<way>c[ao]mes?\sdown|went\sup|go(?:es)?\sup|going\sup|falls?|fell|rises?|rose|dropped|climbed)\b/gi
/** Verbs that set a rate and leave the direction to the figures. */
export const turns =
  /\b(?:tak(?:e|es|en|ing)|took|br(?:ing|ings|inging|ought)|mov(?:e|es|ed|ing)|sets?|setting|adjust(?:s|ed|ing)?|chang(?:e|es|ed|ing)|steer(?:s|ed)?)\b/gi
/** A noun of another noun tells of what is thought, not of an act: "rate-cut bets". */
export const attributive =
  /^[\s-](?:bets?|hopes?|wagers?|speculation|talk|fears?|odds|cycle|campaign|debate|path|timing|pricing|calls?|narrative|optimism|story)\b/i
const stays = /\b(?:stay|remain)(?:s|ed)?(?=\s(?:where\s(?:it|they)\s(?:is|was|are|were),?\s)?at\s[\d.]+\s?(?:%|per))/gi
const undone =
  /\b(?:undo(?:es|ne|ing)?|undid|revers(?:e|es|ed|ing)|unw(?:ind|inds|ound|inding)|eras(?:e|es|ed|ing)|(?:claw|roll|t(?:ake|ook|aking))(?:s|ed|ing)?\sback)\s(?:[a-z’']+\s){0,6}$/i
/** "Expect the Riksbank to hold on Thursday" */
export const bankToHold = /^(?:[.,;]|$|\s(?:on|at|this|next|in|again|until|through|for\snow|fire|steady)\b)/i

/** "Did not raise its rate, leaving it at 2%" */
export const isOfIt = /^\s(?:it|them|both|all\sthree)\s(?:at\s[\d.]|unchanged\b|where\s(?:it|they)\b)/i
/** What every act without a named bank, person or rate must hold. */
export const actGate =
  /rate|voted|committee|council|board|panel|policy\s?maker|officials|members|borrowing|selic|facility|refinancing|target\s|degree\sof|ocr\s|(?:point|bp)s?[\s-](?:in\s|of\s)?(?:policy\s|rate\s)?(?:cut|hike|inc|ris|red|dec|rai|hold|paus)/i
/** Cheap on purpose: no word boundaries, so that it runs at the speed of a search for letters. */
export const gate =
  /%|per\s?cent|rate|zero|cost|point|bps|basis|selic|range|degree|policy|facility|unchanged|hold|nothing|tight|fire|sideline|benchmark|quo|put|cut|hike|paus|\spat/i

export const within = (places: readonly Place[], from: number, to: number): Place | undefined =>
  places.find((place) => place.start >= from && place.end <= to)

export function policyObjects(sentence: string, hits: readonly NamedHit[]): Place[] {
  const places: Place[] = []
  for (const match of sentence.matchAll(object)) {
    const end = match.index + match[0].length
    if (notPolicy.test(sentence.slice(Math.max(0, match.index - 24), end))) continue
    if (ofLoans.test(sentence.slice(end, end + 40))) continue
    places.push({ start: match.index, end })
  }
  if (hits.some(({ value }) => value.kind === 'bank')) {
    for (const { index, 0: words } of sentence.matchAll(benchmark)) {
      const end = index + words.length
      if (!places.some((place) => place.start < end && place.end > index)) places.push({ start: index, end })
    }
    places.sort((a, b) => a.start - b.start)
  }
  return places
}

const directWords = new Set(
  'to by at in on from its the their a all three both slightly further again sharply short-term official for of another down off up main key basis point points percent percentage quarter half and as expected targets target current existing settings policy including a two one seven day week month year overnight reverse status quo lending top bottom upper bound limit floor ceiling midpoint'.split(
    ' ',
  ),
)

/** Nothing but small words, sizes and names stands between a verb and its object. */
export const isDirect = (between: string): boolean => {
  const words = between.split(/[\s,-]+/u).filter(Boolean)
  return (
    words.length < 10 &&
    words.every((word) => directWords.has(word.toLowerCase()) || /^[\p{Lu}\d¼½¾]|['’]s$/u.test(word))
  )
}

/** "Undoing one of last year's three cuts": what was done before. */
export const isUndone = (sentence: string, at: number): boolean => undone.test(sentence.slice(Math.max(0, at - 60), at))

/** "The policy rate stays at 4%", right behind the rate. */
export const staying = (sentence: string, objects: readonly Place[]): Place[] =>
  objects.length === 0
    ? []
    : [...sentence.matchAll(stays)]
        .map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
        .filter(({ start }) =>
          objects.some(
            ({ end }) =>
              end <= start && /^\s(?:(?:now|still|also|thus|therefore)\s)?$/i.test(sentence.slice(end, start)),
          ),
        )
