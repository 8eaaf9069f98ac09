/** What is told of an act of policy: the clause that says it, its figures, its day. */
import type { DateRange, Status } from '../../types.ts'
import { findDates } from '../../text/dates.ts'
import { ownClauseAt } from '../../text/own-clauses.ts'

/** Offsets into the sentence. */
export interface Act {
  readonly start: number
  readonly end: number
  readonly thing: string
  /** Where the thing stands. */
  readonly at: number
  readonly status: Status
  readonly rule: string
}

// Where another clause of a long sentence begins.
const otherClause = /;\s|,\s(?=(?:as|while|whereas|after|before|when|but|and|since|because)\s)/gu
const longestTitle = 140

/** The sentence; of a long one, the clause that tells the act, up to a comma where it is still long. Never cut within words that belong together. */
export function titleOf(text: string, act: Act): string {
  let from = 0
  let to = text.length
  const [first, last] = [Math.min(act.start, act.at), Math.max(act.end, act.at + act.thing.length)]
  if (text.length > longestTitle) {
    for (const { index, 0: joint } of text.matchAll(otherClause)) {
      if (index + joint.length <= first) from = index + joint.length
      else if (index >= last) to = Math.min(to, index)
    }
  }
  const told = text
    .slice(from, to)
    .trim()
    .replace(/^(?:and|but)\s/, '')
  const comma = told.length > longestTitle ? told.lastIndexOf(', ', longestTitle) : -1
  return comma >= last - from ? told.slice(0, comma) : told
}

const facts =
  /\b\d{1,3}\s?[-–]\s?\d{1,3}(?=\svote|[.,;]|$)|(?:[$€£¥]\s?|(?<!\d))\d[\d.,]{0,10}\s(?:trillion|billion|million)(?:\s(?:dollars|pounds|euros?|yen|yuan|won|francs|rupees|pesos|reais|rubles|roubles|lira|crowns|kronor|kroner|shekels|rand|zloty|forints?|barrels|tonnes|tons)\b)?|\b\d{1,3}(?:\.\d{1,2})?(?:%|\spercent|\sper\scent)|\b\d[\d,]{2,9}\sbarrels/gi

/** The figures that belong to the event, as they are written: how much, on what majority; not those of another clause ("coffee sank 5% after …"). */
export function detailsOf(text: string, act: Act): string[] {
  const own = [ownClauseAt(text, act.start), ownClauseAt(text, act.at)]
  const found = [...text.slice(0, 600).matchAll(facts)].filter(({ index }) => own.includes(ownClauseAt(text, index)))
  return [...new Set(found.map(([fact]) => fact))].slice(0, 4)
}

/** "… meets on July 23", "takes effect on 1 July", "is scheduled to vote on": the day of what comes after. */
export const ofWhatComes =
  /\b(?:meets|to\smeet|sits|to\svote|due|scheduled|takes?\seffect|begins?|starts?|ends|expires|resumes?)\s(?:again\s|next\s)?(?:(?:on|in)\s(?:the\s)?)?$/i

/** What has happened lies not after the article; a day's grace for those who write across a date line. */
export function isAhead(range: DateRange, anchor: string | null): boolean {
  if (!range.from || !anchor) return false
  if (range.precision !== 'day') return range.from.slice(0, 7) > anchor.slice(0, 7)
  return Date.parse(`${range.from}T00:00:00Z`) - Date.parse(`${anchor.slice(0, 10)}T00:00:00Z`) > 86_400_000
}

/** The day named nearest the act, not one that it is measured against. */
export function dateOf(text: string, act: Act, anchor: string | null, ahead: boolean): DateRange | null {
  let best: { range: DateRange; distance: number } | null = null
  // "Proposed on Thursday" was done, though what is proposed may never be.
  const done =
    (act.status === 'happened' && !ahead) ||
    /^(?:proposed|threatened|introduced|floated|weighed|considered)$/i.test(text.slice(act.start, act.end))
  for (const date of findDates(text, anchor, done ? 'past' : 'future')) {
    const notIts =
      act.status === 'happened'
        ? /\b(?:since|until|than|from)\s(?:the\s)?$/i
        : /\b(?:since|until|than|(?:said|told\s[a-z]+|announced)(?:\slate|\searly)?(?:\son)?)\s(?:the\s)?$/i
    const lead = text.slice(Math.max(0, date.start - 24), date.start)
    if (notIts.test(lead) || (act.status === 'happened' && !ahead && ofWhatComes.test(lead))) continue
    if (text.slice(Math.min(date.end, act.end), Math.max(date.start, act.start)).includes('; ')) continue
    if (act.status === 'happened' && !ahead && isAhead(date.range, anchor)) continue
    // "The 2026 budget" is passed when it is passed.
    if (/^\s(?:budget|draft|fiscal|finance\sbill)\b/i.test(text.slice(date.end, date.end + 14))) continue
    const distance = date.start >= act.end ? date.start - act.end : act.start - date.end
    if (!best || distance < best.distance) best = { range: date.range, distance }
  }
  return best && best.distance < 120 ? best.range : null
}
