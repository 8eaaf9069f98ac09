/** What can be asked: one schema for each list and series, by which the HTTP API validates and the client is typed. */
import { z } from 'zod'
import { instrumentTypes, kinds, policyTypes, rateTypes, statuses } from '../types.ts'
import { about, isTimezone, list, listOf, number, paging, sort, when } from './parameters.ts'

export const ArticleQuery = z.object({
  ...about,
  ...when,
  ...paging,
  sort,
  status: listOf(['queued', 'fetched', 'analyzed', 'failed', 'skipped', 'duplicate'], 'how far it has got').optional(),
  sources: list('site names or hosts').optional(),
  language: z.string().max(20).optional().meta({ description: 'language code, such as en' }),
})
export type ArticleQuery = z.output<typeof ArticleQuery>

export const FindingQuery = z
  .object({
    ...about,
    ...when,
    ...paging,
    sort,
    kinds: listOf(kinds, 'kinds of finding').optional(),
    article: z.string().max(200).optional().meta({ description: 'findings of this article only' }),
    min_relevance: number(0, 1, 'relevance of the theme or instrument, 0..1').optional(),
    sentiment_gte: number(-1, 1, 'sentiment score, −1..1').optional(),
    sentiment_lte: number(-1, 1, 'sentiment score, −1..1').optional(),
  })
  .superRefine(({ sentiment_gte: least = -1, sentiment_lte: most = 1 }, context) => {
    const message = `${most} is less than sentiment_gte, ${least}`
    if (most < least) context.addIssue({ code: 'custom', path: ['sentiment_lte'], message })
  })
export type FindingQuery = z.output<typeof FindingQuery>

export const RateQuery = z.object({
  ...when,
  ...paging,
  sort: sort.meta({
    description: 'by the day the rate holds, newest or oldest first, then by the article; relevance is as latest',
  }),
  issuer: list('central banks: FED, ECB, BOE …').optional(),
  subject: list('US10Y, US_CPI …').optional(),
  type: listOf(rateTypes, 'types of rate').optional(),
  basis: listOf(['actual', 'previous', 'expected', 'hypothetical'], 'basis').optional(),
})
export type RateQuery = z.output<typeof RateQuery>

export const PolicyQuery = z.object({
  ...when,
  ...paging,
  sort,
  actor: list('FED, ECB … or a usual name').optional(),
  type: listOf(policyTypes, 'types of event').optional(),
  status: listOf(statuses, 'status').optional(),
})
export type PolicyQuery = z.output<typeof PolicyQuery>

export const ThemeQuery = z.object({
  ...when,
  tickers: about.tickers,
  min_relevance: number(0, 1, 'relevance of the theme in its article').optional(),
  ...paging,
})
export type ThemeQuery = z.output<typeof ThemeQuery>

export const intervals = ['hour', 'day', 'week', 'month'] as const
export const TimelineQuery = z.object({
  ...when,
  interval: z.enum(intervals).default('day').meta({ description: 'length of one step' }),
  timezone: z
    .string()
    .refine(isTimezone, { message: 'is no IANA time zone, such as America/New_York' })
    .default('UTC')
    .meta({ description: 'IANA time zone that days are counted in' }),
  min_relevance: number(0, 1, 'relevance of the theme or instrument in its article').optional(),
})
export type TimelineQuery = z.output<typeof TimelineQuery>

const groups = z.coerce
  .number()
  .int()
  .min(1)
  .max(50)
  .optional()
  .meta({ description: 'with group_by: how many groups, most told first; 10 unless told' })
/** A number of groups says nothing of what is one. */
const goesWithGroupBy = (
  { group_by, groups }: { group_by?: unknown; groups?: unknown },
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void => {
  const message = 'goes with group_by, which says what is grouped'
  if (groups !== undefined && group_by === undefined) context.addIssue({ code: 'custom', path: ['groups'], message })
}
const grouped =
  'a series for each of these; kind: of stories that also tell a rate, a policy event, a move …; sentiment: of stories that are positive, neutral, negative (cut at ±0.15)'
export const ThemeTimelineQuery = TimelineQuery.extend({
  group_by: z.enum(['instrument', 'kind', 'source', 'sentiment']).optional().meta({ description: grouped }),
  groups,
}).superRefine(goesWithGroupBy)
export const InstrumentTimelineQuery = TimelineQuery.extend({
  group_by: z.enum(['theme', 'kind', 'source', 'sentiment']).optional().meta({ description: grouped }),
  groups,
}).superRefine(goesWithGroupBy)
export type ThemeTimelineQuery = z.output<typeof ThemeTimelineQuery>
export type InstrumentTimelineQuery = z.output<typeof InstrumentTimelineQuery>
/** Of a theme or of an instrument. */
export type SubjectTimelineQuery = TimelineQuery & {
  readonly group_by?: 'theme' | 'instrument' | 'kind' | 'source' | 'sentiment' | undefined
  readonly groups?: number | undefined
}

const mostCompared = 20
export const CompareQuery = TimelineQuery.extend({
  themes: list('theme ids').optional(),
  tickers: list('symbols').optional(),
}).refine(
  ({ themes = [], tickers = [] }) =>
    themes.length + tickers.length > 0 && themes.length + tickers.length <= mostCompared,
  { message: `name 1 to ${mostCompared} of them`, path: ['themes'] },
)
export type CompareQuery = z.output<typeof CompareQuery>

export const RelatedQuery = z.object({
  ...when,
  sort: z
    .enum(['stories', 'lift'])
    .default('stories')
    .meta({ description: 'by stories shared, or by lift: how much more often than chance' }),
  min_stories: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(2)
    .meta({ description: 'stories shared, at least: a lift of a single one says little' }),
  limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'how many of each, at most 100' }),
})
export type RelatedQuery = z.output<typeof RelatedQuery>

export const LikeQuery = z.object({
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(15)
    .meta({ description: 'published at most so many days before or after it' }),
  as_of: when.as_of,
  limit: z.coerce.number().int().min(1).max(50).default(10).meta({ description: 'how many, at most 50' }),
})
export type LikeQuery = z.output<typeof LikeQuery>

export const InstrumentQuery = z.object({
  ...when,
  themes: about.themes,
  type: listOf(instrumentTypes, 'types of instrument').optional(),
  min_relevance: number(0, 1, 'relevance').optional(),
  ...paging,
})
export type InstrumentQuery = z.output<typeof InstrumentQuery>

export const StoryQuery = z.object({ ...when, ...paging, sort })
export type StoryQuery = z.output<typeof StoryQuery>

export const SearchQuery = z.object({
  q: z.string().min(1).max(400).meta({ description: 'words, "a phrase", or, -not' }),
  ...when,
  ...paging,
})
export type SearchQuery = z.output<typeof SearchQuery>
