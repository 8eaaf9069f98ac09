/** The parameters that questions share: moments, lists, pages. Names are those users of news APIs know (Alpha Vantage, Marketaux, LSEG). */
import { z } from 'zod'

/** A time with its offset, on a day that the calendar has: 30 February is none, though `Date` takes it. */
function isInstant(iso: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/.exec(iso) ?? []
  const time = Date.parse(`${day}T00:00:00Z`)
  return day !== undefined && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

export function isTimezone(name: string): boolean {
  try {
    // Offsets such as +05:00 are left out: PostgreSQL reads their sign the other way round.
    return (
      /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
    )
  } catch {
    return false
  }
}

/** A moment: ISO 8601, a day, or `YYYYMMDDTHHMM` (UTC). Given back as ISO 8601 in UTC. */
export const Moment = z
  .string()
  .transform((text, context) => {
    const compact = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?$/.exec(text)
    const iso = compact
      ? `${compact[1]}-${compact[2]}-${compact[3]}T${compact[4]}:${compact[5]}:${compact[6] ?? '00'}Z`
      : /^\d{4}-\d{2}-\d{2}$/.test(text)
        ? `${text}T00:00:00Z`
        : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/.test(text)
          ? `${text}Z`
          : // An unencoded + of a query string arrives as a space.
            text.replace(/ (\d{2}:?\d{2})$/, '+$1')
    const time = new Date(isInstant(iso) ? iso : Number.NaN)
    // Outside the years 1 to 9999 PostgreSQL and ISO 8601 part ways.
    if (Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1 || time.getUTCFullYear() > 9999) {
      context.addIssue({
        code: 'custom',
        message: `"${text}" is no time: use 2026-01-28T16:00:00Z, 2026-01-28 or 20260128T1600`,
      })
      return z.NEVER
    }
    return time.toISOString()
  })
  .meta({ description: 'ISO 8601 (2026-01-28T16:00:00Z), a day (2026-01-28, UTC) or YYYYMMDDTHHMM (UTC)' })

/** A moment; without an offset it is one of another zone than UTC, and given back without: `2026-03-09T00:00:00.000`. */
export const LocalMoment = z.string().transform((text, context) => {
  const moment = Moment.safeParse(text)
  if (moment.success)
    return /(?:Z|:\d{2}(?:\.\d{1,9})?[+ -]\d{2}:?\d{2})$/.test(text) ? moment.data : moment.data.slice(0, -1)
  context.addIssue({ code: 'custom', message: moment.error.issues[0]?.message ?? 'is no time' })
  return z.NEVER
})

/** `a,b` or repeated: a list means OR. */
export const list = (description: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) =>
      [value]
        .flat()
        .flatMap((part) => part.split(','))
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((parts) => parts.length > 0, { message: 'names nothing: give a value, or leave it out' })
    .meta({ description })
export const listOf = <T extends readonly [string, ...string[]]>(members: T, description: string) =>
  list(description).pipe(z.array(z.enum(members)))
export const number = (low: number, high: number, description: string) =>
  z.coerce.number().min(low).max(high).meta({ description })

export const paging = {
  limit: z.coerce.number().int().min(1).max(1000).default(50).meta({ description: 'how many, at most 1000' }),
  cursor: z.string().max(400).optional().meta({ description: 'meta.next of the answer before' }),
}
const moment = '2026-01-28T16:00:00Z, 2026-01-28 or 20260128T1600, in UTC unless it says otherwise'
export const when = {
  time_from: Moment.optional().meta({ description: `published at or after this: ${moment}` }),
  time_to: Moment.optional().meta({ description: `published before this: ${moment}` }),
  as_of: Moment.optional().meta({ description: `as it was known at this moment, nothing learnt later: ${moment}` }),
}
export const about = {
  tickers: list('symbols, any of them').optional(),
  'tickers.all': list('symbols, all of them in the same article').optional(),
  themes: list('theme ids, any of them').optional(),
  'themes.all': list('theme ids, all of them in the same article').optional(),
}
export const sort = z
  .enum(['latest', 'earliest', 'relevance'])
  .default('latest')
  .meta({ description: 'by time published, newest or oldest first, or by relevance' })
