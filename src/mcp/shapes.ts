/** What tools take and give, made from the project's own schemas. */
import { z } from 'zod'
import { FindingRow, FindingSource } from '../query.ts'
import { Finding } from '../types.ts'

/** A finding with its source as one object per kind: JSON Schema cannot join two closed objects, as the intersection would. */
export const FindingWithSource = z.discriminatedUnion(
  'kind',
  Finding.options.map((option) => option.extend({ source: FindingSource })) as unknown as [
    z.ZodObject,
    ...z.ZodObject[],
  ],
) as unknown as typeof FindingRow

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    data: z.array(row),
    meta: z.object({
      found: z.int().describe('how many match in all, counted up to 10,000'),
      atLeast: z.literal(true).optional().describe('there are more than found'),
      returned: z.int().describe('how many of them are here'),
      next: z.string().nullable().describe('give it as cursor for the following ones; null at the end'),
    }),
  })

const list = (description: string) =>
  z.array(z.string().min(1).max(200)).min(1).max(100).optional().describe(description)
const moment = '2026-01-28, 2026-01-28T16:00:00Z or with an offset; UTC unless it says otherwise'

export const inputs = {
  tickers: list('symbols, any of them: NVDA, BRK.B, 005930.KS, SPX, US10Y'),
  themes: list('theme ids, any of them; list_themes tells them'),
  list,
  oneOf: <T extends readonly [string, ...string[]]>(members: T, description: string) =>
    z.array(z.enum(members)).min(1).optional().describe(description),
  limit: z.int().min(1).max(200).default(20).describe('how many at most'),
  cursor: z.string().max(400).optional().describe('meta.next of the answer before, with the same other arguments'),
  sort: z.enum(['latest', 'earliest', 'relevance']).default('latest'),
  when: {
    time_from: z.string().max(40).optional().describe(`published at or after: ${moment}`),
    time_to: z.string().max(40).optional().describe(`published before: ${moment}`),
    as_of: z.string().max(40).optional().describe(`only what was known at this moment: ${moment}`),
  },
} as const
