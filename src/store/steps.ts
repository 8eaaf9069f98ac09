/** Cuts a window into hours, days, weeks or months of a time zone: the steps of a time series. */
import { DateTime } from 'luxon'
import { ThemewireError } from '../errors.ts'
import type { TimelineQuery } from '../query.ts'

export const mostSteps = 5000

const units = { hour: 'hours', day: 'days', week: 'weeks', month: 'months' } as const

type Steps = Pick<TimelineQuery, 'interval' | 'timezone'>

/** When the step that a moment lies in begins (ISO 8601, UTC, as all here). */
export const startOf = (moment: string, { interval, timezone }: Steps): string =>
  DateTime.fromISO(moment, { zone: timezone }).startOf(interval).toUTC().toISO()!

/** When the step ends that lies just before a moment. */
export const endOf = (moment: string, { interval, timezone }: Steps): string =>
  DateTime.fromISO(moment, { zone: timezone })
    .minus(1)
    .startOf(interval)
    .plus({ [units[interval]]: 1 })
    .toUTC()
    .toISO()!

const hour = 3_600_000
const lengths = { hour, day: 24 * hour, week: 7 * 24 * hour, month: null } as const

/** Null after the year 9999, whose texts no longer sort. */
const iso = (time: number): string | null => (time < 253_402_300_800_000 ? new Date(time).toISOString() : null)

/**
 * Where each step begins, and last where the window ends (ISO 8601, UTC); the outermost are cut to the window. Hours are of
 * equal length; days, weeks (from Monday) and months are the zone's own, whatever its clocks do. Throws `bad-request` for
 * more than `mostSteps`.
 */
export function stepsOf(
  { from, to }: { readonly from: string; readonly to: string },
  { interval, timezone }: Steps,
): string[] {
  const start = DateTime.fromISO(from, { zone: timezone }).startOf(interval)
  const bounds = [from]
  // A calendar takes long over years of days; where no clock is ever changed, none is needed.
  const length = interval === 'hour' || start.zone.isUniversal ? lengths[interval] : null
  for (let step = 1; ; step += 1) {
    const next = iso(
      length === null ? start.plus({ [units[interval]]: step }).toMillis() : start.toMillis() + step * length,
    )
    if (next === null || next >= to) return [...bounds, to]
    if (next > from) bounds.push(next)
    if (bounds.length > mostSteps) {
      throw new ThemewireError('bad-request', `interval: more than ${mostSteps} steps between time_from and time_to`, {
        hint: 'use a longer interval, or a shorter window',
      })
    }
  }
}
