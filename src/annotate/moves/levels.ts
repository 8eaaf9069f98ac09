/** Moves told without a size: "rose from $200 to $220" · "gold topped $4,200" · "has more than doubled" · "lost half their value". */
import type { Mention, Sentence } from '../../doc.ts'

export interface Sizeless {
  readonly subject: Mention
  readonly direction: 'up' | 'down'
  readonly percent?: number
  readonly level?: number
  /** Offsets in the sentence's text. */
  readonly start: number
  readonly end: number
  readonly rule: 'verb-and-level' | 'factor'
}

const up =
  'rose|risen|rises|climb(?:s|ed)|jump(?:s|ed)|surg(?:ed|es)|soar(?:s|ed)|rall(?:ied|ies)|advanced|rebounded|leapt|spiked|strengthened|bounced'
const down =
  'fell|fallen|falls|drop(?:s|ped)|declined|slid|slides|slip(?:s|ped)|tumble[ds]|plunge[ds]|sank|sunk|plummeted|dipped|retreated|eased|weakened|slumped|crashed'
const above = 'topp(?:ed|ing)|tops|surpass(?:ed|es)|climbed past|broke (?:above|through)|crossed|breached'
const ownName =
  /^(?:['’]s)?(?: (?:prices?|futures|shares?|stock))?,?(?: (?:has|have|had|also|then|briefly|later|last|earlier))*(?: on \w+day)? $/
const levels = new RegExp(
  `(?<![\\w-])(?:(?<up>${up})(?! (?:to|above|over|past) (?:[a-z]+ )?(?:third|second|fourth|top))|(?<down>${down})|(?<above>${above})|(?<record>(?:hit|hits|reached|set|touched|scaled)(?= (?:an? )?(?:new )?(?:all-time |record)))) ` +
    `(?:(?:further|sharply|early|again|briefly|back|as (?:high|low|far) as) )?(?:from (?:about |around )?[$€£¥]?[\\d.,]*\\d(?: (?:an?|per) \\w+)?,? )?` +
    `(?:(?:to|above|below|past|under|over|through|beyond) )?(?:(?:just|well|about|around|nearly|almost|the|an?|new|record|all-time|high|low|peak|of|\\w+-(?:year|month|week)|at|above|below|under|over|past) ){0,7}` +
    `(?<sign>[$€£¥])?(?<level>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?![-\\d%]|[.,]\\d| ?(?:%|per ?cent|pct|basis|bps?|points?|million|billion|trillion|bn|mn|tn|[bmp]|percentage)\\b)`,
  'gi',
)
const toALevel = /\b(?:to|above|below|past|under|over|through|beyond|record|high|low|at)\b/i

const factors: readonly [RegExp, 'up' | 'down', number][] = [
  [/^doubled/i, 'up', 100],
  [/^tripled|^trebled/i, 'up', 200],
  [/^quadrupled/i, 'up', 300],
  [/half|^halved/i, 'down', 50],
  [/two[- ]thirds/i, 'down', 66.7],
  [/third/i, 'down', 33.3],
  [/three[- ]quarters/i, 'down', 75],
  [/quarter/i, 'down', 25],
]
const factor =
  /(?<![\w-])(?:(?:doubled|tripled|trebled|quadrupled|halved)(?= in (?:value|price)\b|,? (?:since|this year|last year|this (?:month|week)|over the|in the (?:past|last)|so far|year-to-date|from (?:its|their)|in \d{4}|in just)\b|[.;,]|$)|(?:lost|shed|wiped out|erased) (?:about |around |almost |nearly |more than |over |roughly )?(?:half|two[- ]thirds|three[- ]quarters|a (?:third|quarter)) (?:of )?(?:its|their) (?:market )?(?:value|price)\b)/gi
const priced =
  /^(?:['’]s)? (?:shares?|stock|share price|stock price|prices?|futures)(?: (?:has|have|had))?(?: (?:more than|nearly|almost|about|roughly))? $/
const direct = /^ (?:has|have|had)(?: (?:more than|nearly|almost|about|roughly))? $/
const sharesOf = /\b(?:shares|stock|adrs?|prices?) (?:of|in|for) (?:the )?$/i

/** What moved to a level or by a factor, right behind its name; `told` are the subjects whose size is known. */
export function findSizeless(sentence: Sentence, mentions: readonly Mention[], told: ReadonlySet<string>): Sizeless[] {
  const found: Sizeless[] = []
  for (const mention of mentions) {
    if (mention.asSource || mention.type === 'group' || mention.type === 'bond' || told.has(mention.symbol)) continue
    if (found.some(({ subject }) => subject.symbol === mention.symbol)) continue
    const one = toLevel(sentence, mention) ?? byFactor(sentence, mention)
    if (one) found.push(one)
  }
  return found
}

const furthest = 60
const againstDollar = /^ (?:\w+ )?(?:per|to the|against the|a) (?:u\.s\. )?(?:dollar|greenback)\b/i

function toLevel({ text, start }: Sentence, subject: Mention): Sizeless | undefined {
  const from = subject.end - start
  const match = first(levels, text.slice(from, from + 160))
  if (!match || !ownName.test(text.slice(from, from + match.index))) return undefined
  const { up, down, above, sign } = match.groups!
  const level = Number(match.groups!['level']!.replaceAll(',', ''))
  if (!above && !toALevel.test(match[0])) return undefined
  // A year, a rank, a number of things: only an index's level goes without a currency.
  const perDollar = subject.type === 'currency' && againstDollar.test(text.slice(from + match.index + match[0].length))
  if (
    !sign &&
    !perDollar &&
    (subject.type !== 'index' || level < 100 || /^(?:19|20)\d\d$/.test(match.groups!['level']!))
  )
    return undefined
  if (sign && subject.type === 'index') return undefined
  const low = down !== undefined || (!up && !above && /\blow\b/i.test(match[0]))
  return {
    subject,
    direction: low ? 'down' : 'up',
    level,
    start: from + match.index,
    end: from + match.index + match[0].length,
    rule: 'verb-and-level',
  }
}

function byFactor({ text, start }: Sentence, subject: Mention): Sizeless | undefined {
  const from = subject.end - start
  const match = first(factor, text.slice(from, from + 140))
  if (!match) return undefined
  const lead = text.slice(from, from + match.index)
  const price = sharesOf.test(text.slice(Math.max(0, subject.start - start - 24), subject.start - start))
  const fits =
    priced.test(lead) || direct.test(lead) || ((price || subject.type !== 'equity') && / ?$/.test(lead) && isHelp(lead))
  const kind = fits && factors.find(([pattern]) => pattern.test(match[0]))
  if (!kind) return undefined
  return {
    subject,
    direction: kind[1],
    percent: kind[2],
    start: from + match.index,
    end: from + match.index + match[0].length,
    rule: 'factor',
  }
}

const isHelp = (lead: string): boolean =>
  /^(?: (?:has|have|had|more|than|nearly|almost|about|roughly|then|also|prices?|futures))* $/.test(lead)

function first(pattern: RegExp, text: string): RegExpExecArray | undefined {
  pattern.lastIndex = 0
  const match = pattern.exec(text)
  return match && match.index < furthest ? match : undefined
}
