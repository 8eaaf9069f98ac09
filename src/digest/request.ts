/** Which window a digest is asked for, and what that window is compared with. */
import type { Kysely } from 'kysely'
import { ThemewireError } from '../errors.ts'
import { newestStoryBefore } from '../store/attention.ts'
import type { Database } from '../store/schema.ts'
import type { Digest } from './digest.ts'
import {
  dateIn,
  daysBefore,
  digestDateAt,
  digestWindow,
  scheduledDate,
  windowsBefore,
  type Market,
  type Window,
} from './window.ts'

/** A day, cut where the market closes; or a window by its ends. */
export type DigestRequest = {
  /** IANA; what times are told in. */
  readonly timezone: string
} & (
  | {
      /** YYYY-MM-DD */
      readonly date: string
      readonly market: Market
    }
  | Window
)

/** Days before a window that attention is compared with. */
export const historyDays = 30
const longestDays = 366

export interface Frame {
  readonly date: string
  readonly timezone: string
  readonly market: Market | null
  readonly window: Window
  /** Of a day, the 30 days before, so that the share of a long weekend is compared with shares of days; else windows of the same length. Latest first. */
  readonly days: readonly Window[]
}

/** Throws `bad-request` for a date or zone that does not exist, and for a window that ends before it begins or is longer than a year. */
export function frameOf(request: DigestRequest): Frame {
  const { timezone } = request
  if ('market' in request) {
    const { date, market } = request
    const window = digestWindow(date, market)
    return { date, timezone, market, window, days: daysBefore(window.from, market.zone, historyDays) }
  }
  const window = { from: request.from, to: request.to }
  const length = Date.parse(window.to) - Date.parse(window.from)
  if (!(length > 0 && length <= longestDays * 86_400_000)) {
    throw new ThemewireError('bad-request', `from ${window.from} to ${window.to} is no window that a digest can tell`, {
      hint: `it begins before it ends, and is at most ${longestDays} days long`,
    })
  }
  const date = dateIn(new Date(Date.parse(window.to) - 1).toISOString(), timezone)
  return { date, timezone, market: null, window, days: windowsBefore(window, historyDays) }
}

/** The last earlier digest with stories, no further back than the history; of a window by its ends, the one of its length before it. */
export async function digestBefore(
  db: Kysely<Database>,
  { date, timezone, market, window, days }: Frame,
): Promise<Digest['previous']> {
  if (market === null) {
    const [before] = days
    const newest = await newestStoryBefore(db, window.from)
    if (!before || newest === null || newest < before.from) return null
    return { date: dateIn(new Date(Date.parse(before.to) - 1).toISOString(), timezone), window: before }
  }
  const last = scheduledDate(date, -1, market)
  const newest = await newestStoryBefore(db, digestWindow(last, market).to)
  const oldest = days.at(-1)
  if (newest === null || (oldest && newest < oldest.from)) return null
  const told = digestDateAt(newest, market)
  return { date: told, window: digestWindow(told, market) }
}
