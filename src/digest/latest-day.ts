/** Which day a reader means by "the latest": the newest digest that is due and has something to read. */
import type { Kysely } from 'kysely'
import { newestStoryBefore } from '../store/attention.ts'
import type { Database } from '../store/schema.ts'
import { clockIn, dateIn, digestDateAt, digestWindow, scheduledDate, type Market } from './window.ts'

export interface Schedule {
  /** IANA; the zone of `at`. */
  readonly timezone: string
  /** HH:MM: from then on, a date's digest is the one to read. */
  readonly at: string
  readonly market: Market
}

/**
 * A date's digest is due at a time of that day, in the morning: then it tells what came since the last close. YYYY-MM-DD; the
 * newest due one without any story, when there is none at all.
 */
export async function latestDay(
  db: Kysely<Database>,
  { now, timezone, at, market }: Schedule & { readonly now: string },
): Promise<string> {
  const due = dueAt(now, { timezone, at, market })
  const newest = (await newestStoryBefore(db, digestWindow(due, market).to)) ?? (await newestStoryBefore(db, now))
  return newest === null ? due : digestDateAt(newest, market)
}

/** The newest date whose digest is due. */
export function dueAt(now: string, { timezone, at, market }: Schedule): string {
  const today = dateIn(now, timezone)
  // The date itself when a digest is scheduled on it, else the one before.
  const scheduled = scheduledDate(scheduledDate(today, 1, market), -1, market)
  return scheduled === today && clockIn(now, timezone).slice(11) < at ? scheduledDate(today, -1, market) : scheduled
}
