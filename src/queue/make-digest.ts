/** Job `digest`: builds and keeps the digest of a day, by default the newest whole one with stories in the pipeline's time zone. */
import { buildDigest } from '../digest/build.ts'
import { latestDay } from '../digest/latest-day.ts'
import { saveDigest } from '../store/digests.ts'
import type { JobData } from './jobs.ts'
import type { WorkContext } from './work.ts'

/** Run again it makes the same edition, unless articles came late: then the next one. */
export async function makeDigest(context: WorkContext, data: JobData['digest']): Promise<{ date: string }> {
  const { settings, clock, store } = context
  const { timezone } = settings.digest
  const date = data.date ?? (await latestDay(store.db, { now: clock(), timezone }))
  const content = await buildDigest(store.db, { date, timezone })
  await saveDigest(store.db, { date, timezone, ...content.window, content, now: clock() })
  return { date }
}
