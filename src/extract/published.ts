/** When the article was published, and how exactly that is known. Pure: there is no "now", so relative dates say nothing. */
import { readDate, type ReadDate } from './read-date.ts'

/** What the page says, by where it says so. */
export interface DateEvidence {
  readonly linked: string | null
  /** JSON-LD describes an article, not a page or a video on it. */
  readonly linkedSure: boolean
  readonly linkedModified: string | null
  /** From meta properties of publication. */
  readonly meta: readonly string[]
  readonly metaModified: readonly string[]
  /** `datetime` of `<time>` near the headline, in order, then their texts. */
  readonly times: readonly { datetime: string; text: string; modified: boolean }[]
  /** Short lines near the headline that may hold a date as the reader sees it. */
  readonly lines: readonly { text: string; modified: boolean }[]
  /** Of those lines and times, the ones right under the headline. */
  readonly underHeadline: readonly string[]
  readonly onlyDate: string | null
  /** Dates of publication in script data, the last resort. */
  readonly scripts: readonly string[]
  readonly url: string | null
}

const dayMs = 86_400_000

export interface Published {
  readonly publishedAt: string | null
  readonly publishedPrecision: 'instant' | 'day' | 'month' | null
  readonly modifiedAt: string | null
}

/**
 * JSON-LD wins over meta properties, for it is made for search engines that punish errors; both win over `<time>`, which may belong to
 * a teaser; the line the reader sees comes next, and the address last, for it is often the day of the first draft.
 * A date the reader sees settles the day: machines often write UTC where the publisher's evening was still the day before.
 * Where one date alone stands under the headline, with no word of a change, and it is another day altogether, it wins over what machines
 * are told: these keep the day of the first draft, or of the move to another system, and the text is not known to be older than it says.
 * A date of a change is the last resort: the text is as old as that, at least.
 */
export function readPublished(evidence: DateEvidence): Published {
  const modified = first([evidence.linkedModified, ...evidence.metaModified])
  const seen = seenDates(evidence, false)
  const machine = evidence.linkedSure ? [evidence.linked, ...evidence.meta] : [...evidence.meta, evidence.linked]
  const told = first(machine)
  const said =
    shownInstead(told, evidence) ??
    told ??
    first(timesOf(evidence)) ??
    seen[0] ??
    first(evidence.scripts) ??
    urlDate(evidence.url) ??
    first([evidence.onlyDate]) ??
    seenDates(evidence, true)[0]
  if (!said) return { publishedAt: null, publishedPrecision: null, modifiedAt: modified?.iso ?? null }
  const settled = settle(said, evidence, seen)
  return { publishedAt: settled.iso, publishedPrecision: settled.precision, modifiedAt: modified?.iso ?? null }
}

function first(values: readonly (string | null)[]): ReadDate | null {
  for (const value of values) {
    const date = value === null ? null : readDate(value)
    if (date) return date
  }
  return null
}

const timesOf = ({ times }: DateEvidence): (string | null)[] =>
  times.filter(({ modified }) => !modified).flatMap(({ datetime, text }) => [datetime, text])

function seenDates(evidence: DateEvidence, changes: boolean): ReadDate[] {
  const dates: ReadDate[] = []
  for (const { text, modified } of [...evidence.times, ...evidence.lines]) {
    const date = modified === changes ? readDate(text) : null
    if (date && date.precision !== 'month') dates.push(date)
  }
  return dates
}

/** The one date under the headline, where it is not the day told, give or take the zone. */
function shownInstead(told: ReadDate | null, { underHeadline }: DateEvidence): ReadDate | null {
  const shown = underHeadline.flatMap((line) => (isDateAlone(line) ? (readDate(line) ?? []) : []))
  const days = new Set(shown.map(dayOf))
  const [date] = shown
  if (!told || !date || days.size !== 1 || date.precision === 'month') return null
  return Math.abs(dayOf(date) - dayOf(told)) > dayMs ? date : null
}

const dayOf = ({ iso }: ReadDate): number => Date.parse(iso.slice(0, 10))

const dateWord =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*|\d(?:st|nd|rd|th)\b|\b(?:[ap]\.?m|[ecmp][sd]?t|utc|gmt|bst|at|on|of|published|posted|date)\b/gi
/** A line with no other word in it: captions and events have dates as well. */
const isDateAlone = (line: string): boolean => line.length <= 60 && !/\p{L}/u.test(line.replace(dateWord, ''))

/** The date in an address such as `/2024/03/15/`, to the day or month. */
function urlDate(url: string | null): ReadDate | null {
  const found = /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])(?:[/_-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)/.exec(url ?? '')
  if (!found) return null
  return readDate(found[3] === undefined ? `${found[1]}-${found[2]}` : `${found[1]}-${found[2]}-${found[3]}`)
}

/** Puts an instant given in UTC into the publisher's own offset, when the page shows which day or hour it was there. */
function settle(said: ReadDate, evidence: DateEvidence, seen: readonly ReadDate[]): ReadDate {
  if (said.precision !== 'instant')
    return seen.find(({ iso, precision }) => precision === 'instant' && iso.startsWith(said.iso.slice(0, 10))) ?? said
  if (!said.iso.endsWith('Z') && !said.iso.endsWith('+00:00')) return said
  const instant = Date.parse(said.iso)
  const near = seen.find(
    (date) => Math.abs(Date.parse(date.iso.slice(0, 10)) - Date.parse(said.iso.slice(0, 10))) <= dayMs,
  )
  const exact = seen.find((date) => date.zoned && Math.abs(Date.parse(date.iso) - instant) < 60_000)
  if (exact) return exact
  const local = localOffset(instant, evidence.meta)
  if (local !== null) return withOffset(instant, local)
  const offset = offsetOf([...evidence.meta, ...evidence.metaModified, evidence.linkedModified, ...timesOf(evidence)])
  if (offset !== null) return withOffset(instant, offset)
  if (!near || near.iso.slice(0, 10) === said.iso.slice(0, 10)) return said
  return near.iso < said.iso ? withOffset(instant, -easternHours(instant) * 60) : withOffset(instant, 8 * 60)
}

/** Minutes east of UTC by which a time without zone, of the same second, is off: the publisher's own clock. */
function localOffset(instant: number, values: readonly string[]): number | null {
  for (const value of values) {
    const date = readDate(value)
    if (!date || date.zoned || date.precision !== 'instant') continue
    const minutes = (Date.parse(date.iso) - instant) / 60_000
    if (minutes !== 0 && Math.abs(minutes) <= 14 * 60 && minutes % 30 === 0) return minutes
  }
  return null
}

/** Minutes east of UTC that another date of the page carries. */
function offsetOf(values: readonly (string | null)[]): number | null {
  for (const value of values) {
    const found = /T[\d:.]+([+-])(\d\d):?(\d\d)$/.exec(value ?? '')
    const minutes = found ? (Number(found[2]) * 60 + Number(found[3])) * (found[1] === '-' ? -1 : 1) : 0
    if (minutes !== 0 && Math.abs(minutes) <= 14 * 60) return minutes
  }
  return null
}

/** US Eastern time, where most that write so are: daylight saving from the second Sunday of March to the first of November. */
function easternHours(instant: number): number {
  const date = new Date(instant)
  const sunday = (month: number, nth: number): number => {
    const firstDay = new Date(Date.UTC(date.getUTCFullYear(), month, 1)).getUTCDay()
    return Date.UTC(date.getUTCFullYear(), month, 1 + ((7 - firstDay) % 7) + (nth - 1) * 7, 7)
  }
  return instant >= sunday(2, 2) && instant < sunday(10, 1) ? 4 : 5
}

function withOffset(instant: number, minutes: number): ReadDate {
  const local = new Date(instant + minutes * 60_000).toISOString().slice(0, 19)
  const sign = minutes < 0 ? '-' : '+'
  const two = (value: number): string => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return { iso: `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`, precision: 'instant', zoned: true }
}
