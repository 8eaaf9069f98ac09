/** Which day a reader means by "the latest": the newest whole day that has something to read. */
import type { Kysely } from 'kysely'
import { newestStoryBefore } from '../store/attention.ts'
import type { Database } from '../store/schema.ts'
import { dateIn, dayWindow, shiftDate } from './window.ts'

/**
 * The newest day, up to the last whole one in the zone, that has a dated story; today when only today has one; without any, the
 * last whole day. YYYY-MM-DD.
 */
export async function latestDay(
  db: Kysely<Database>,
  { now, timezone }: { readonly now: string; readonly timezone: string },
): Promise<string> {
  const today = dateIn(now, timezone)
  const newest = (await newestStoryBefore(db, dayWindow(today, timezone).from)) ?? (await newestStoryBefore(db, now))
  return newest === null ? shiftDate(today, -1) : dateIn(newest, timezone)
}
