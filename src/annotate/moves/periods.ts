/** Over what time: "since the start of January" · "in the first few weeks of the year" · "year-to-date" · "on Friday". */
import { isToldApart, ownClauseAt } from '../../text/own-clauses.ts'
import type { Value } from '../../types.ts'

type Period = NonNullable<Value<'move'>['period']>

const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const days = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const period = new RegExp(
  `\\b(?:since (?:the (?:start|beginning|end|close) of (?:the (?:year|month|week|quarter)|\\w+(?: \\d{4})?)|(?:early |late |mid-)?\\w+(?: \\d{4}| \\d{1,2}(?:, \\d{4})?)?(?: (?:of )?last (?:week|month|year))?)` +
    `|(?:in|over|during|for) the (?:first|last|past|previous|final|latest) (?:(?:few|two|three|four|five|six|\\d+|twelve) )?(?:days?|sessions?|weeks?|months?|quarters?|years?|half)(?: of (?:the year|\\w+(?: \\d{4})?))?` +
    `|(?:so far )?this (?:year|month|week|quarter)|(?:for|on) the (?:year|month|week|quarter|day|session)|last (?:year|month|week|quarter)|year[- ]to[- ]date|ytd` +
    `|(?:on |late |early )?(?:${days})|in (?:early|late|after-hours|premarket|extended|morning|afternoon|midday|pre-market) trading|after hours|premarket|today|yesterday` +
    `|in (?:${months})(?: \\d{4})?|in \\d{4})\\b`,
  'gi',
)

/** ", which reports on Thursday,": what is told by the way. */
const aside = /(?:, (?:when|where|which)|,? whose?)\b[^,]*(?=,)/g
/** "its lowest close since January": the time is of the rank, not of the move. */
const superlative =
  /\b(?!(?:interest|latest|request|rest|test|west)\b)(?:first|most|least|best|worst|\w{2,}est|record)\b[^,;]*$/i
/** "0.9%, bringing its gain for the week": what follows has a verb of its own. */
const otherClause =
  /[,;:] *\S|\b(?:after|ahead of|and|as|because|before|but|if|once|provided|should|that(?! (?:day|week|month|quarter|year|session)\b)|unless|until|when|which|while|yet)\b|\b(?:bets?|expectations?|fears?|hopes?)\b/
/** "For the third time this year": how often something else was. */
const rank = /\b(?:(?:first|second|third|fourth|fifth|sixth|\d+th|last|only) time|twice|once|times) $/i
/** "Raised its forecast this year, sending its shares up": the time is that of what sent them. */
const sending =
  /,? (?:and )?(?:which (?:sent|pushed|lifted|drove|dragged|pulled)|sending|pushing|lifting|driving|dragging|pulling|leaving|helping|knocking|putting)\b/i

/** The period said nearest to the size (offsets in `text`), resolved against the article's day where that is certain. */
export function periodOf(text: string, start: number, end: number, anchor: string | null): Period | undefined {
  const from = Math.max(0, start - 110)
  const near = text
    .slice(from, end + 110)
    // A move that is itself told by the way keeps its words.
    .replace(aside, (words, at: number) =>
      from + at <= start && from + at + words.length >= end ? words : ' '.repeat(words.length),
    )
  const found = [...near.matchAll(period)]
    .map((match) => ({ 0: match[0], at: from + match.index, to: from + match.index + match[0].length }))
    .filter(
      (match) => !/^since/i.test(match[0]) || !superlative.test(text.slice(Math.max(end, match.at - 80), match.at)),
    )
    .filter((match) => !rank.test(text.slice(Math.max(0, match.at - 16), match.at)))
  const after = found.find(
    (match) => match.at >= end && match.at - end < 45 && !otherClause.test(text.slice(end, match.at)),
  )
  const inside = found.find((match) => match.at >= start && match.at < end)
  const before = found
    .filter(
      (match) =>
        match.to <= start &&
        start - match.to < 60 &&
        !isOfAnother(text, match, start) &&
        (day.test(match[0]) || !sending.test(text.slice(match.to, start))),
    )
    .at(-1)
  const best = after ?? inside ?? before
  if (!best) return undefined
  const words = best[0]
  return { ...resolve(words.toLowerCase(), anchor), text: words }
}

/** Is all of this a time: "this week", "over the past year"? */
export const isPeriod = (words: string): boolean => [...words.matchAll(period)].some(([time]) => time === words)

const size = /\d\s?(?:%|percent|per cent|points?|basis)/
const day = new RegExp(`(?:${days})$|^(?:today|yesterday)$`, 'i')

/** "Sees no cut in December, and the yield rose 8 basis points": the time of another clause is shared where that tells a move, too, or a day. */
function isOfAnother(text: string, time: { 0: string; at: number }, start: number): boolean {
  if (day.test(time[0]) || !isToldApart(text, time.at, start)) return false
  const clause = ownClauseAt(text, time.at)
  const end = ownClauseAt(text, start)?.start ?? start
  return !size.test(text.slice(clause?.start ?? 0, end))
}

/** "For the week, the gap is wider still. The index gained 4.4%": what the sentence before begins with holds for this one, too. */
export function periodBefore(before: string, anchor: string | null): Period | undefined {
  const words = /^(?:for|over|in|during) (?:the|this|last) (?:week|month|quarter|year)(?=,)/i.exec(before)?.[0]
  return words === undefined ? undefined : { ...resolve(words.toLowerCase(), anchor), text: words }
}

function resolve(words: string, anchor: string | null): { from: string | null; to: string | null } {
  const unknown = { from: null, to: null }
  if (anchor === null) return unknown
  const year = anchor.slice(0, 4)
  if (/year[- ]to[- ]date|ytd|this year|of the year$|start of the year|beginning of the year/.test(words))
    return { from: `${year}-01-01`, to: anchor }
  const month = new RegExp(`(?:start|beginning) of (${months})$`).exec(words)?.[1]
  if (month) {
    const at = months.split('|').indexOf(month) + 1
    const in_ = at > Number(anchor.slice(5, 7)) ? String(Number(year) - 1) : year
    return { from: `${in_}-${String(at).padStart(2, '0')}-01`, to: anchor }
  }
  if (words === 'today') return { from: anchor, to: anchor }
  return unknown
}
