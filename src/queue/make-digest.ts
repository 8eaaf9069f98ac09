/** Job `digest`: builds and keeps the digest of a day; by default of the one now due and, for it is whole by then, of the one before. */
import { keepDigest } from '../digest/editions.ts'
import { latestDay } from '../digest/latest-day.ts'
import { scheduledDate } from '../digest/window.ts'
import type { JobData } from './jobs.ts'
import type { WorkContext } from './work.ts'

/** Run again it makes the same editions, unless articles came late: then the next ones. */
export async function makeDigest(context: WorkContext, data: JobData['digest']): Promise<{ date: string }> {
  const { settings, clock, store } = context
  const { timezone, market } = settings.digest
  const date = data.date ?? (await latestDay(store.db, { now: clock(), ...settings.digest }))
  const dates = data.date === undefined ? [scheduledDate(date, -1, market), date] : [date]
  for (const day of dates) await keepDigest(store.db, { date: day, timezone, market }, clock())
  return { date }
}
