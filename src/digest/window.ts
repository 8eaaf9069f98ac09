/** A calendar day in a time zone as two instants; 23 or 25 hours long when clocks change. */
import { DateTime } from 'luxon'
import { ThemewireError } from '../errors.ts'

export interface Window {
  /** ISO 8601, UTC; `from` is in it, `to` is not. */
  readonly from: string
  readonly to: string
}

/** Throws `bad-request` for a date or zone that does not exist. `daysBefore` moves the window into the past. */
export function dayWindow(date: string, timezone: string, daysBefore = 0): Window {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? DateTime.fromISO(date, { zone: timezone })
    : DateTime.invalid('no date')
  if (!start.isValid) {
    throw new ThemewireError('bad-request', `there is no day "${date}" in ${timezone}`, {
      hint: 'give a date such as 2026-03-13 and an IANA time zone such as America/New_York',
    })
  }
  const day = start.startOf('day').minus({ days: daysBefore })
  return { from: iso(day), to: iso(day.plus({ days: 1 })) }
}

/** The date that an instant falls on in a time zone. */
export const dateIn = (instant: string, timezone: string): string =>
  DateTime.fromISO(instant, { zone: timezone }).toISODate() ?? instant.slice(0, 10)

/** The date some days before or after. */
export const shiftDate = (date: string, days: number): string =>
  DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate() ?? date

const iso = (time: DateTime): string => time.toUTC().toISO() ?? ''
