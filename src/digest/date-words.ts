/** The words for days and moments, and for who said something and when. */
import type { FindingRow } from '../query.ts'
import type { DateRange } from '../types.ts'
import type { DigestFact } from './digest.ts'
import { clockIn } from './window.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** "13 March 2026" for 2026-03-13, "June 2026" for 2026-06. Written here: what ICU prints differs between versions. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? date : [day === undefined ? '' : Number(day), name, year].filter(Boolean).join(' ')
}

/** "Friday, 13 March 2026" */
export const dayWords = (date: string): string =>
  `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''}, ${dateWords(date)}`

/** "12 March"; "12 March 2025" where it stands beside a day of another year. */
export const shortDate = (date: string, beside: string): string =>
  date.slice(0, 4) === beside.slice(0, 4) ? dateWords(date).replace(/ \d{4}$/, '') : dateWords(date)

/** "13 March 2026, 16:00" on a zone's clocks. */
export function momentWords(instant: string, timezone: string): string {
  const [date = '', time = ''] = clockIn(instant, timezone).split(' ')
  return `${dateWords(date)}, ${time}`
}

// A year is told as the year, not as its January.
const startOf = (date: DateRange | null): string | null | undefined =>
  date?.precision === 'year' ? date.from?.slice(0, 4) : date?.from

/** "20 March 2026", "June 2026", "Q4 2025", "2026"; empty when it is not told. */
export function whenWords(date: DateRange | null): string {
  const from = startOf(date) ?? ''
  const quarter = date?.precision === 'quarter' ? ['01', '04', '07', '10'].indexOf(from.slice(5, 7)) + 1 : 0
  return quarter > 0 ? `Q${quarter} ${from.slice(0, 4)}` : dateWords(from)
}

/** The day an event ahead is on, or "June 2026". */
export function eventDay({ finding }: Pick<DigestFact, 'finding'>): string {
  if (finding.kind !== 'policy_event') return ''
  const when = startOf(finding.value.date)
  return when?.length === 10 ? dayWords(when) : whenWords(finding.value.date)
}

/** "The Ledger, 13 March 2026, 16:30 −05:00": the publisher's own clock. */
export function sourceOf({ source }: { source: FindingRow['source'] }): string {
  const { siteName, url, publishedAt, publishedPrecision } = source
  const site = siteName ?? (url !== null && URL.canParse(url) ? new URL(url).hostname : null)
  return [site, publishedAt === null ? 'undated' : publishedWords(publishedAt, publishedPrecision)]
    .filter(Boolean)
    .join(', ')
}

type Precision = FindingRow['source']['publishedPrecision']

/** YYYY-MM-DD, or YYYY-MM: the publisher's own day, as far as it is known. */
export const publishedDay = (publishedAt: string, precision: Precision): string =>
  publishedAt.slice(0, precision === 'month' ? 7 : 10)

export function publishedWords(publishedAt: string, precision: Precision): string {
  const day = dateWords(publishedDay(publishedAt, precision))
  const [, time, offset] = /T(\d{2}:\d{2})[^Z+-]*(Z|[+-]\d{2}:?\d{2})?$/.exec(publishedAt) ?? []
  if (precision !== 'instant' || time === undefined) return day
  return `${day}, ${time} ${offset === undefined || offset === 'Z' ? 'UTC' : offset.replace('-', '−')}`
}
