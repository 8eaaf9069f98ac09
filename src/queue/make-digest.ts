/** Job `digest`: builds and keeps the digest of a day, by default the last whole one in the pipeline's time zone. */
import { buildDigest } from '../digest/build.ts'
import { dayWindow } from '../digest/window.ts'
import { saveDigest } from '../store/digests.ts'
import type { JobData } from './jobs.ts'
import type { WorkContext } from './work.ts'

/** The same day made again with nothing new is the same edition. */
export async function makeDigest(context: WorkContext, data: JobData['digest']): Promise<void> {
  const { store, settings, clock } = context
  const { timezone } = settings.digest
  const date = data.date ?? lastWholeDay(clock(), timezone)
  const { from, to } = dayWindow(date, timezone)
  const content = await buildDigest(store.db, { date, timezone })
  await saveDigest(store.db, { date, timezone, from, to, content, now: clock() })
}

/** YYYY-MM-DD of the day before the one it is in the zone. */
export function lastWholeDay(now: string, timezone: string): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(new Date(now))
  return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
