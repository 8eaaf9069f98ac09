/** Where an article stands in time: when it was published, and when it could first be known. */
import type { Article } from '../types.ts'

const day = 86_400_000

export interface Placed {
  /** As it was written, with its offset. */
  readonly text: string | null
  readonly precision: Article['publishedPrecision']
  /** ISO 8601, UTC; null when undated or known to the month only, for neither belongs to a day. */
  readonly at: string | null
  /** The last moment it can have been published: when history is known from. */
  readonly latest: string | null
}

/**
 * A day without a time stands at 12:00 UTC, which is that day in every zone from −12 to +11. A day or month is over before
 * it counts as known.
 */
export function placeInTime({
  publishedAt,
  publishedPrecision,
}: Pick<Article, 'publishedAt' | 'publishedPrecision'>): Placed {
  const time = publishedAt === null ? Number.NaN : Date.parse(publishedAt)
  if (Number.isNaN(time)) return { text: null, precision: null, at: null, latest: null }
  const start = Date.parse(`${publishedAt!.slice(0, 10)}T00:00:00Z`)
  switch (publishedPrecision) {
    case 'day':
      return placed(publishedAt, 'day', start + day / 2, start + day - 1)
    case 'month': {
      const month = new Date(start)
      const end = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1) - 1
      return placed(publishedAt, 'month', null, end)
    }
    case 'instant':
    case null:
      return placed(publishedAt, 'instant', time, time)
  }
}

const placed = (text: string | null, precision: Placed['precision'], at: number | null, latest: number): Placed => ({
  text,
  precision,
  at: at === null ? null : new Date(at).toISOString(),
  latest: new Date(latest).toISOString(),
})

/** When we could first have known a first reading: when it was fetched, or for history when it was published, never later. */
export function knownFrom(placed: Placed, fetchedAt: string, backfill: boolean): string {
  const fetched = new Date(fetchedAt).toISOString()
  return backfill && placed.latest !== null && placed.latest < fetched ? placed.latest : fetched
}

export const laterOf = (a: string, b: string): string => (a > b ? a : b)
