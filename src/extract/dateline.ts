/** The day that a plain text names before its first sentence: "OSLO, March 12, 2026 (Wire) - " · "March 12, 2026 -- " · "12 March 2026" on a line of its own. Pure. */
import { readDate, type ReadDate } from './read-date.ts'

const longest = 160
/** A day with its year, as the source of an expression without regard to case. */
export const date = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}|\d{1,2} [a-z]{3,9} \d{4}|\d{4}-\d{2}-\d{2})`
const anyDate = new RegExp(date, 'i')
/** An agency in brackets or slashes, and a time of day, may stand behind the date. */
const day = new RegExp(
  String.raw`^\(?(${date}(?:,? \d{1,2}[:.]\d{2}[^()/]{0,20})?)\)?[ ,]*(?:\([^()]*\)|/[^/]*/)?$`,
  'i',
)
/** "OSLO", "Oslo, Norway": a place has no word in small letters, and a comma or capitals part it from the date. */
const place = /^(?:[\p{Lu}.'’ -]+|(?:\p{Lu}[\p{L}.'’-]*[ ,]+)+)$/u

/** Null where the text begins with its first sentence, and where the year is not told: it would be guessed. */
export function readDateline(text: string): ReadDate | null {
  const line = text.trimStart().split('\n', 1)[0]!
  const dash = /\s(?:--?|[–—])\s/.exec(line.slice(0, longest))
  const head = dash ? line.slice(0, dash.index).trim() : line.trim()
  if (head.length > longest) return null
  const start = head.search(anyDate)
  const [before, told] = [head.slice(0, start).replace(/\($/, '').trim(), head.slice(start)]
  if (start < 0 || !day.test(told)) return null
  const placed =
    before === '' || (dash !== null && place.test(before) && (before.endsWith(',') || before === before.toUpperCase()))
  const found = placed ? readDate(told) : null
  return found?.precision === 'month' ? null : found
}
