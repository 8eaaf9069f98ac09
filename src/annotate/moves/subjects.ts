/** Whose move it is: the instrument before the verb, the one a pronoun stands for, or the one after "a 5% drop in". */
import type { Doc, Mention, Sentence } from '../../doc.ts'
import { tenorPattern, yearsOf } from '../../text/tenors.ts'
import { mainCompany } from './main-company.ts'
import type { Size } from './sizes.ts'

const business =
  '(?:revenues?|sales|profits?|earnings|income|ebitda|eps|margins?|deliver(?:y|ies)|shipments?|orders?|output|production|volumes?|traffic|exports?|imports?|demand|suppl(?:y|ies)|spending|capex|expenditures?|costs?|expenses|debts?|dividends?|assets|deposits?|loans?|inventor(?:y|ies)|subscribers?|users|customers|stores?|bookings|backlog|premiums?|workforce|jobs|employees|staff|headcount|wages?|inflation|unemployment|growth|gdp|economy|tariffs?|dut(?:y|ies)|taxes|stake|ownership|odds|probability|chance|share of|market share|capacity|purchases|starts|permits|fees|guidance|outlook|forecasts?|estimates?|budget|cash flow|consumption|payrolls|claims|confidence|sentiment|turnover|contracts?|compensation|commissions?|rents?|mortgages?|comparable|same-store|like-for-like)'
const lastIsBusiness = new RegExp(
  `\\b${business}(?: (?:for|in|from|of|at|by) [^,;]{0,40})?(?: (?:has|have|had|was|were|is|are|also|then|only|actually|that|which|will|would|could|may|might))* $`,
  'i',
)
const ofBusiness = new RegExp(`^,? (?:in|of|for) (?:[\\w$'’.-]+ ){0,5}?${business}\\b`, 'i')
const businessClose = new RegExp(`\\b${business}\\b`, 'i')
const generic =
  /\b(?:(its|their|his|the company's|the group's|the bank's|the lender's|the firm's|the chipmaker's|the automaker's|the retailer's) (?:shares?|stock|share price|stock price|adrs?|u\.s\.-listed shares)|(?:the|those|these) (shares?|stock|company|adrs?)|(the) (?:benchmark |broad(?:er)? |small-cap |blue-chip |pan-european |tech-heavy )*(?:index|gauge|benchmark|average|measure)|(the|three-month|spot|benchmark) (?:metal|commodity|contract|precious metal|yellow metal)|(the) (?:currency|unit|pair)|(the) yield|(it|they|both|which|that)|^(shares|stock|futures|prices))\b/gi

const kindsOf = (match: RegExpMatchArray): readonly string[] => {
  if (match[1] ?? match[2]) return ['equity', 'etf']
  if (match[3]) return ['index', 'group', 'etf']
  if (match[4]) return ['commodity']
  if (match[5]) return ['currency', 'crypto']
  if (match[6]) return ['bond']
  return []
}

/** What "the small-cap index" can stand for, of all indices named before. */
const indicesBy: Readonly<Record<string, readonly string[]>> = {
  'small-cap': ['^RUT', '^SP600'],
  'tech-heavy': ['^IXIC', '^NDX'],
}

/** "Apple, whose supply chain runs through Asia, is down": what stands between the commas has no part in the move. */
const aside = /, (?:which|whose|who|where)\b[^,]*,(?: (?=\S)|$)/g
const asideBeforeCue =
  /,? (?:which|whose|who|where)\b[^,]*,(?: (?:is|are|was|were|has|have|had|also|then|now|closed|ended|finished|opened|traded|trading))* $/

/** Is what moved a figure of a business or an economy ("revenue rose 24%"), not a price? */
export function isBusinessFigure(text: string, size: Size, from: number): boolean {
  const cue = size.cue
  if (!cue) return false
  const before = text.slice(Math.max(from, cue.start - 90), Math.min(cue.start, size.start)).replace(aside, ', ')
  if (ofBusiness.test(text.slice(size.end, size.end + 60))) return true
  if (cue.kind === 'verb') return lastIsBusiness.test(before)
  const near = before.slice(-60)
  if (cue.kind === 'adverb' && cue.after) return lastIsBusiness.test(before) || businessClose.test(near.slice(-40))
  if (cue.kind === 'adverb') return businessClose.test(near) && !/(?<!\b(?:a|per) )\b(?:shares?|stock)\b/i.test(near)
  return cue.after ? false : new RegExp(`\\b${business} $`, 'i').test(before)
}

/** The mentions of a sentence, in order. */
export type MentionsOf = (sentence: Sentence) => readonly Mention[]

/** How far back a subject may stand, in characters; keeps endless lines linear. */
const reach = 500

/** The instrument that moved, or undefined when none is said to. */
export function subjectOf(doc: Doc, sentence: Sentence, mentionsOf: MentionsOf, size: Size): Mention | undefined {
  const told = sentence.start + Math.min(size.cue?.start ?? size.start, size.start)
  const lead = Math.max(0, told - sentence.start - reach)
  const clause = asideBeforeCue.exec(sentence.text.slice(lead, told - sentence.start))
  const cueAt = clause ? sentence.start + lead + clause.index : told
  const sizeEnd = sentence.start + size.end
  const around = within(mentionsOf(sentence), cueAt - reach, sizeEnd + 80)
  const after = around.find((mention) => mention.start >= sizeEnd)
  if (after && size.cue?.kind === 'noun') {
    const link = sentence.text.slice(size.end, after.start - sentence.start)
    if ((size.cue.off ? offIt : ofIt).test(link)) return after
  }
  const nearest = lastSubject(
    around.filter((mention) => mention.end <= cueAt && !mention.asSource),
    sentence,
    cueAt,
  )
  const from = Math.max(sentence.start, cueAt - reach)
  const pronoun = [...sentence.text.slice(from - sentence.start, cueAt - sentence.start).matchAll(generic)].at(-1)
  if (!nearest && !pronoun && size.cue?.off) return mainOf(doc, sentence, mentionsOf)
  if (!pronoun || (nearest && from + pronoun.index <= nearest.end)) return nearest
  const wanted = kindsOf(pronoun)
  const described = /small-cap|tech-heavy/i.exec(pronoun[0])?.[0].toLowerCase()
  const fits = (mention: Mention): boolean =>
    (wanted.length === 0 || wanted.includes(mention.type)) &&
    (described === undefined || indicesBy[described]!.includes(mention.symbol))
  if (nearest && fits(nearest)) return nearest
  const rest = sentence.text.slice(from + pronoun.index - sentence.start, cueAt - sentence.start)
  if (!nearest && (pronoun[2] ? theStock : bareShares).test(rest)) return mainOf(doc, sentence, mentionsOf)
  // Two are told of elsewhere, or it is not known which.
  if (/^both$/i.test(pronoun[0])) return nearest
  const plain = pronoun[8] !== undefined
  return plain ? nearest : antecedent(doc, sentence, mentionsOf, fits)
}

/** "Shares were down 1.8%", "The stock, down 17% at the time, lost": nothing says whose. */
const bareShares =
  /^(?:shares|stock)(?: (?:are|were|was|had|have|has|then|also|later|last|closed|ended|finished|opened|traded))* $/i
const theStock = /^the (?:stock|shares|company|adrs?)\b/i

const mainOf = (doc: Doc, sentence: Sentence, mentionsOf: MentionsOf): Mention | undefined =>
  mainCompany(
    doc,
    sentence,
    antecedent(doc, sentence, mentionsOf, ({ type }) => type === 'equity' || type === 'etf'),
  )

const ofIt = /^,? (?:in|for|by|of) (?:[\w'’-]+ ){0,4}$/i
const offIt = /^ (?:off|from) (?:[\w'’-]+ ){0,5}$/

const tenor = new RegExp(`\\b(?<years>${tenorPattern})[-\\s]year\\b`, 'gi')

/** "…, while the two-year yield rose": the same country's bond of the tenor that is named after it. */
export function ofTenor(subject: Mention, sentence: Sentence, cue: number): string {
  const country = /^(?<country>[A-Z]{2})\d+Y$/.exec(subject.symbol)?.groups!['country']
  if (subject.type !== 'bond' || subject.sentence !== sentence || !country) return subject.symbol
  const from = subject.end - sentence.start
  const named = [...sentence.text.slice(from, Math.min(cue, from + reach)).matchAll(tenor)].at(-1)?.groups!['years']
  return named ? `${country}${yearsOf(named)}Y` : subject.symbol
}

/** The mentions that begin between two offsets, found by halving. */
export function within(mentions: readonly Mention[], from: number, to: number): readonly Mention[] {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.start < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < mentions.length && mentions[end]!.start <= to) end++
  return mentions.slice(low, end)
}

/** "against the dollar", "in the S&P 500": under a preposition, unless it is "shares of". */
function governed(mention: Mention, sentence: Sentence): boolean {
  const at = mention.start - sentence.start
  const lead = sentence.text.slice(Math.max(0, at - 30), at)
  return (
    /\b(?:against|versus|vs|than|outpac\w+|beating|behind|with|from|by|rivals?|like|including|unlike|listed on|in|on|of|to|and) (?:the |a |an )?(?:\w+ )?$/i.test(
      lead,
    ) &&
    !/\b(?:shares?|stock|adrs?|price|prices|futures|contracts?|cut|and) (?:of|in|on|for)? ?(?:the )?(?:\w+ )?$/i.test(
      lead,
    )
  )
}

/** "from Alphabet and Microsoft": the next of a list stands under the same preposition. */
const follows = (left: Mention, right: Mention, { text, start }: Sentence): boolean =>
  /^['’s)]*(?:,|,? and)(?: the)? $/.test(text.slice(left.end - start, right.start - start))

/** Those told of together with the subject: "Nvidia and Microsoft fell 2%", not "the gap between gold and silver rose". */
export function jointSubjects(sentence: Sentence, mentions: readonly Mention[], subject: Mention): readonly Mention[] {
  if (subject.sentence !== sentence) return []
  const joint: Mention[] = []
  const { text, start } = sentence
  let right = subject
  const near = within(mentions, subject.start - reach, subject.start - 1)
  for (let i = near.length - 1; i >= 0 && joint.length < 8; i--) {
    const left = near[i]!
    const link = text.slice(left.end - start, right.start - start)
    // "Apple (AAPL)": the same company, named twice.
    const same = left.symbol === right.symbol && /^ \((?:[A-Za-z ]{1,20}: ?)?$/.test(link)
    if (!same && !(joint.length > 0 ? listLink : lastLink).test(link)) break
    if (!same) {
      if (left.asSource || left.type !== subject.type) break
      joint.push(left)
    }
    right = left
  }
  const lead = text.slice(Math.max(0, right.start - start - 40), right.start - start)
  return /\b(?:between|against|versus|than|with|from|like|including|gap|spread|rivals?) (?:the )?(?:\w+ )?$/i.test(lead)
    ? []
    : joint
}

const lastLink = /^['’s]*(?: \([^()]{1,12}\)|\))? (?:and|as well as) (?:the )?(?:shares of )?$/
const listLink = /^['’s]*(?: \([^()]{1,12}\)|\))?, (?:the )?$/

/** "With the euro down 0.3%": the one under "with" is what moved. */
const absolute = ({ start, end }: Mention, sentence: Sentence, cue: number): boolean =>
  /\bwith (?:the )?$/i.test(sentence.text.slice(Math.max(0, start - sentence.start - 12), start - sentence.start)) &&
  /^(?: (?:also|last|shares?|stock))? $/.test(sentence.text.slice(end - sentence.start, cue - sentence.start))

/** The last mention that can be a subject: not what something is measured against or part of. */
function lastSubject(before: readonly Mention[], sentence: Sentence, cue: number): Mention | undefined {
  for (let i = before.length - 1; i >= 0; i--) {
    const mention = before[i]!
    if (i > 0 && governed(mention, sentence) && !absolute(mention, sentence, cue)) continue
    return mention
  }
  return before[0]
}

/** What "it" or "the index" stands for: the first fitting instrument of the sentence before, up to three back. */
function antecedent(
  doc: Doc,
  sentence: Sentence,
  mentionsOf: MentionsOf,
  fits: (mention: Mention) => boolean,
): Mention | undefined {
  for (let back = 1; back <= 3; back++) {
    const earlier = doc.sentences[sentence.index - back]
    if (!earlier) return undefined
    let listed: Mention | undefined
    for (const mention of mentionsOf(earlier).slice(0, 20)) {
      const under = governed(mention, earlier) || (listed !== undefined && follows(listed, mention, earlier))
      if (under) listed = mention
      else if (!mention.asSource && fits(mention)) return mention
    }
  }
  return undefined
}
