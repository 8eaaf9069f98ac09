/**
 * What stretch of time a digest tells. A market's day runs from close to close, so that the reports written after a close and
 * the night that follows stand in the digest of the next morning; Monday's goes back to Friday's close, and so does what follows
 * a holiday.
 */
import { DateTime } from 'luxon'
import { z } from 'zod'
import { ThemewireError } from '../errors.ts'
import { closesEarlyInNewYork, isNewYorkHoliday } from './trading-days.ts'

export interface Window {
  /** ISO 8601, UTC; `from` is in it, `to` is not. */
  readonly from: string
  readonly to: string
}

/** Where days are cut. */
export const Market = z
  .object({
    /** HH:MM in `zone`; 24:00 cuts at midnight, which makes calendar days. */
    close: z.string(),
    /** IANA */
    zone: z.string(),
    /** Saturday and Sunday belong to Monday. Asked for by themselves they are days of their own. */
    weekend: z.boolean(),
    /** Whose holidays belong to the day after, as weekends do, and whose early closes cut the day; absent: none. */
    holidays: z.literal('new-york').optional(),
  })
  .meta({ id: 'Market' })
export type Market = z.infer<typeof Market>

/** From the close before to the close of the date; 23 or 25 hours where clocks change. Throws `bad-request` for a date that does not exist. */
export function digestWindow(date: string, market: Market): Window {
  const day = dayOf(date)
  const before = day.minus({ days: 1 })
  return {
    from: closeOf(isOpen(day, market) ? onOpenDay(before, -1, market) : before, market),
    to: closeOf(day, market),
  }
}

/** The date whose scheduled digest tells of a moment. */
export function digestDateAt(instant: string, market: Market): string {
  const local = DateTime.fromISO(instant, { zone: market.zone })
  const day = dayOf(isoDate(local))
  // What comes after the close is told in the next day's; a midnight close belongs to the day before.
  const date = [-1, 0, 1]
    .map((days) => day.plus({ days }))
    .find((candidate) => Date.parse(instant) < Date.parse(closeOf(candidate, market)))
  return isoDate(onOpenDay(date ?? day, 1, market))
}

/** The scheduled digest so many before (negative) or after a date. */
export function scheduledDate(date: string, steps: number, market: Market): string {
  const step = Math.sign(steps)
  let day = dayOf(date)
  for (let i = 0; i < Math.abs(steps); i++) day = onOpenDay(day.plus({ days: step }), step, market)
  return isoDate(day)
}

/** Whole days, cut at the time of day that `until` stands at, latest first: what a day's shares are compared with. */
export function daysBefore(until: string, zone: string, count: number): Window[] {
  const end = DateTime.fromISO(until, { zone })
  return Array.from({ length: count }, (_, i) => ({
    from: iso(end.minus({ days: i + 1 })),
    to: iso(end.minus({ days: i })),
  }))
}

/** Windows of the same length before one, latest first. */
export function windowsBefore({ from, to }: Window, count: number): Window[] {
  const [start, length] = [Date.parse(from), Date.parse(to) - Date.parse(from)]
  const at = (i: number): string => new Date(start - i * length).toISOString()
  return Array.from({ length: count }, (_, i) => ({ from: at(i + 1), to: at(i) }))
}

/** The date that an instant falls on in a time zone. */
export const dateIn = (instant: string, timezone: string): string =>
  DateTime.fromISO(instant, { zone: timezone }).toISODate() ?? instant.slice(0, 10)

/** ISO 8601, UTC, of a time on a zone's clocks; one that is in UTC already stays. */
export const instantIn = (time: string, timezone: string): string =>
  time.endsWith('Z') ? time : iso(DateTime.fromISO(time, { zone: timezone }))

/** "2026-03-13 16:00" on a zone's clocks. */
export const clockIn = (instant: string, timezone: string): string =>
  DateTime.fromISO(instant, { zone: timezone }).toFormat('yyyy-MM-dd HH:mm')

const isOpen = (day: DateTime, { weekend, holidays }: Market): boolean =>
  !(weekend && day.weekday > 5) && !(holidays === 'new-york' && isNewYorkHoliday(day))

/** Days without trading give way to the trading day before (−1) or after (1). */
function onOpenDay(day: DateTime, step: number, market: Market): DateTime {
  while (!isOpen(day, market)) day = day.plus({ days: step })
  return day
}

const earlyClose = '13:00'

function closeOf(day: DateTime, { close, zone, holidays }: Market): string {
  const isEarly = holidays === 'new-york' && close > earlyClose && closesEarlyInNewYork(day)
  const [hour = 0, minute = 0] = (isEarly ? earlyClose : close).split(':').map(Number)
  const start = DateTime.fromObject({ year: day.year, month: day.month, day: day.day }, { zone })
  if (!start.isValid) throw noSuch(`there is no time zone "${zone}"`)
  return iso(hour === 24 ? start.plus({ days: 1 }) : start.set({ hour, minute }))
}

/** A date without a zone: arithmetic on dates knows no clocks. */
function dayOf(date: string): DateTime {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? DateTime.fromISO(date, { zone: 'utc' }) : DateTime.invalid('no date')
  if (!day.isValid || day.year < 1900 || day.year > 9000) throw noSuch(`there is no day "${date}" to tell of`)
  return day
}

const noSuch = (message: string): ThemewireError =>
  new ThemewireError('bad-request', message, {
    hint: 'give a date such as 2026-03-13 and an IANA time zone such as America/New_York',
  })

const isoDate = (day: DateTime): string => day.toISODate() ?? ''
const iso = (time: DateTime): string => time.toUTC().toISO() ?? ''
