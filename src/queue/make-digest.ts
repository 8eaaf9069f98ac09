/** Job `digest`: builds and keeps the digest of a day; by default of the one now due and, for it is whole by then, of the one before. */
import { buildDigest } from '../digest/build.ts'
import { saveDigest } from '../store/digests.ts'
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
  for (const day of dates) {
    const content = await buildDigest(store.db, { date: day, timezone, market })
    // A day without a story is kept only when somebody asks for it.
    if (content.counts.stories === 0 && data.date === undefined) continue
    await saveDigest(store.db, { date: day, timezone, ...content.window, content, now: clock() })
  }
  return { date }
}
