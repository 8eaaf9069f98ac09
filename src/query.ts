/**
 * The query vocabulary: what can be asked and what comes back, one zod schema each. The store answers in these shapes, the
 * HTTP API validates by them, the client and the command line are typed by them.
 * Parameter names are those users of news APIs know (Alpha Vantage, Marketaux, LSEG).
 */
import { z } from 'zod'
import { Finding, kinds, Role, Sentiment, statuses, policyTypes, rateTypes } from './types.ts'

/** A time with its offset, on a day that the calendar has: 30 February is none, though `Date` takes it. */
function isInstant(iso: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/.exec(iso) ?? []
  const time = Date.parse(`${day}T00:00:00Z`)
  return day !== undefined && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

function isTimezone(name: string): boolean {
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

/** `a,b` or repeated: a list means OR. */
const list = (description: string) =>
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
const listOf = <T extends readonly [string, ...string[]]>(members: T, description: string) =>
  list(description).pipe(z.array(z.enum(members)))
const number = (low: number, high: number, description: string) =>
  z.coerce.number().min(low).max(high).meta({ description })

const paging = {
  limit: z.coerce.number().int().min(1).max(1000).default(50).meta({ description: 'how many, at most 1000' }),
  cursor: z.string().max(400).optional().meta({ description: 'meta.next of the answer before' }),
}
const moment = '2026-01-28T16:00:00Z, 2026-01-28 or 20260128T1600, in UTC unless it says otherwise'
const when = {
  time_from: Moment.optional().meta({ description: `published at or after this: ${moment}` }),
  time_to: Moment.optional().meta({ description: `published before this: ${moment}` }),
  as_of: Moment.optional().meta({ description: `as it was known at this moment, nothing learnt later: ${moment}` }),
}
const about = {
  tickers: list('symbols, any of them').optional(),
  'tickers.all': list('symbols, all of them in the same article').optional(),
  themes: list('theme ids, any of them').optional(),
  'themes.all': list('theme ids, all of them in the same article').optional(),
}
const sort = z
  .enum(['latest', 'earliest', 'relevance'])
  .default('latest')
  .meta({ description: 'by time published, newest or oldest first, or by relevance' })

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

export const FindingQuery = z.object({
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
export type FindingQuery = z.output<typeof FindingQuery>

export const RateQuery = z.object({
  ...when,
  ...paging,
  sort,
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
  limit: paging.limit,
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
})
export type TimelineQuery = z.output<typeof TimelineQuery>

export const InstrumentQuery = z.object({
  ...when,
  themes: about.themes,
  type: list('equity, index …').optional(),
  min_relevance: number(0, 1, 'relevance').optional(),
  limit: paging.limit,
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

// ── answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const instant = z.string().meta({ description: 'ISO 8601, UTC', format: 'date-time' })

export const ArticleRow = z
  .object({
    id: z.string(),
    status: z.enum(['queued', 'fetched', 'analyzed', 'failed', 'skipped', 'duplicate']),
    /** Why it failed or was skipped, or the id of the article it duplicates. */
    reason: z.object({ code: z.string(), message: z.string() }).nullable(),
    url: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    title: z.string().nullable(),
    authors: z.array(z.string()),
    siteName: z.string().nullable(),
    language: z.string().nullable(),
    wordCount: z.int().nullable(),
    revision: z.int(),
    storyId: z.string().nullable(),
    publishedAt: z.string().nullable(),
    publishedPrecision: z.enum(['instant', 'day', 'month']).nullable(),
    addedAt: instant,
    fetchedAt: instant.nullable(),
    analyzedAt: instant.nullable(),
    knownAt: instant.nullable(),
    backfill: z.boolean(),
  })
  .meta({ id: 'ArticleRow' })
export type ArticleRow = z.infer<typeof ArticleRow>

/** An article with its text and findings. */
export const ArticleDetail = ArticleRow.extend({
  text: z.string().nullable(),
  tables: z
    .string()
    .meta({ description: 'market data beside the text: one row a line, cells parted by tabs, tables by a blank line' }),
  publisherTickers: z.array(z.string()).meta({ description: "the publisher's own, as its feed gives them" }),
  summary: z.string().nullable().meta({ description: 'what its feed says it is about' }),
  findings: z.array(Finding),
  version: z.object({ themewire: z.string(), pipeline: z.string(), models: z.string() }).nullable(),
  revisions: z.array(
    z.object({ revision: z.int(), fetchedAt: instant, knownAt: instant, title: z.string().nullable() }),
  ),
}).meta({ id: 'ArticleDetail' })
export type ArticleDetail = z.infer<typeof ArticleDetail>

/** Where a finding stands: enough to show and link it. */
export const FindingSource = z
  .object({
    articleId: z.string(),
    storyId: z.string().nullable(),
    title: z.string().nullable(),
    url: z.string().nullable(),
    siteName: z.string().nullable(),
    publishedAt: z.string().nullable(),
    publishedPrecision: z.enum(['instant', 'day', 'month']).nullable(),
    knownAt: instant,
  })
  .meta({ id: 'FindingSource' })
export type FindingSource = z.infer<typeof FindingSource>
export const FindingRow = z.intersection(Finding, z.object({ source: FindingSource })).meta({ id: 'FindingRow' })
export type FindingRow = z.infer<typeof FindingRow>

export const ThemeSummary = z
  .object({
    theme: z.string(),
    label: z.string(),
    stories: z.int(),
    articles: z.int(),
    /** Stories of this theme as a share of all dated stories in the window. */
    attention: z.number(),
    /** Mean score over stories, weighted by relevance. */
    sentiment: z.number(),
  })
  .meta({ id: 'ThemeSummary' })
export type ThemeSummary = z.infer<typeof ThemeSummary>

const Counted = Role.extend({ stories: z.int() })
export const ThemeDetail = ThemeSummary.extend({
  parent: z.string().nullable(),
  about: z.string().nullable(),
  from: z.array(Counted),
  to: z.array(Counted),
  winners: z.array(Counted),
  losers: z.array(Counted),
  instruments: z.array(z.object({ symbol: z.string(), name: z.string(), stories: z.int(), sentiment: z.number() })),
  findings: z.array(FindingRow),
}).meta({ id: 'ThemeDetail' })
export type ThemeDetail = z.infer<typeof ThemeDetail>

/** One step of a time series; steps without articles are there with zeros and a null sentiment. */
export const TimelinePoint = z
  .object({
    from: instant,
    to: instant,
    stories: z.int(),
    allStories: z.int(),
    attention: z.number().nullable(),
    sentiment: z.number().nullable(),
  })
  .meta({ id: 'TimelinePoint' })
export type TimelinePoint = z.infer<typeof TimelinePoint>

export const InstrumentSummary = z
  .object({
    symbol: z.string(),
    exchange: z.string().nullable(),
    name: z.string(),
    type: z.string(),
    stories: z.int(),
    articles: z.int(),
    mentions: z.int(),
    sentiment: Sentiment.shape.score,
  })
  .meta({ id: 'InstrumentSummary' })
export type InstrumentSummary = z.infer<typeof InstrumentSummary>
export const InstrumentDetail = InstrumentSummary.extend({
  themes: z.array(ThemeSummary.pick({ theme: true, label: true, stories: true })),
  findings: z.array(FindingRow),
}).meta({ id: 'InstrumentDetail' })
export type InstrumentDetail = z.infer<typeof InstrumentDetail>

export const StoryRow = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    publishedAt: z.string().nullable(),
    articles: z.array(ArticleRow),
  })
  .meta({ id: 'StoryRow' })
export type StoryRow = z.infer<typeof StoryRow>

export const SearchHit = z
  .object({ article: ArticleRow, /** Matched words stand between « and ». */ highlight: z.string(), rank: z.number() })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>

/** One page of an answer. `found` counts all that match; `next` is the cursor of the following page, or null. */
export interface Page<T> {
  readonly data: T[]
  readonly meta: { readonly found: number; readonly returned: number; readonly next: string | null }
}

// ── adding, feeds, queue ─────────────────────────────────────────────────────────────────────────────────────────────

export const NewArticle = z
  .object({
    url: z.string().max(4096).optional(),
    html: z.string().optional(),
    text: z.string().optional(),
    title: z.string().max(2000).optional(),
    publishedAt: z.string().max(100).optional(),
  })
  .refine((item) => item.url !== undefined || item.html !== undefined || item.text !== undefined, {
    message: 'needs "url", "html" or "text"',
  })
export type NewArticle = z.infer<typeof NewArticle>
export const AddArticles = z
  .object({
    urls: z.array(z.string().max(4096)).max(10_000).optional(),
    items: z.array(NewArticle).max(10_000).optional(),
    /** History: known since it was published, and marked as such. */
    backfill: z.boolean().default(false),
  })
  .meta({ id: 'AddArticles' })
export const Added = z
  .object({
    id: z.string().nullable(),
    url: z.string().nullable(),
    /** `known`: it is already there, under this id. `refused`: see error. */
    outcome: z.enum(['queued', 'known', 'refused']),
    error: z.object({ code: z.string(), message: z.string() }).optional(),
  })
  .meta({ id: 'Added' })
export type Added = z.infer<typeof Added>

export const FeedRow = z
  .object({
    id: z.string(),
    url: z.string(),
    title: z.string().nullable(),
    status: z.enum(['new', 'ok', 'failing', 'paused']),
    reason: z.object({ code: z.string(), message: z.string() }).nullable(),
    addedAt: instant,
    polledAt: instant.nullable(),
    nextPollAt: instant.nullable(),
    minutes: z.int().meta({ description: 'between two polls' }),
    items: z.int().meta({ description: 'articles that came from it' }),
    failures: z
      .int()
      .meta({ description: 'polls that failed since the last that did not; each doubles the time to the next' }),
    keep: z.array(z.string()).meta({ description: 'where there are any, only items that match one are taken' }),
    block: z.array(z.string()).meta({ description: 'items that match one are left out' }),
  })
  .meta({ id: 'FeedRow' })
export type FeedRow = z.infer<typeof FeedRow>

export const queueNames = ['fetch', 'analyze', 'poll-feed', 'digest', 'retain', 'alert', 'deliver'] as const
export type QueueName = (typeof queueNames)[number]
export const QueueState = z
  .object({
    queue: z.enum(queueNames),
    waiting: z.int(),
    active: z.int(),
    delayed: z.int(),
    failed: z.int(),
    completed: z.int(),
  })
  .meta({ id: 'QueueState' })
export type QueueState = z.infer<typeof QueueState>
export const FailedJob = z
  .object({
    queue: z.enum(queueNames),
    id: z.string(),
    articleId: z.string().nullable(),
    url: z.string().nullable(),
    code: z.string(),
    message: z.string(),
    attempts: z.int(),
    failedAt: instant.nullable(),
  })
  .meta({ id: 'FailedJob' })
export type FailedJob = z.infer<typeof FailedJob>

// ── alerts ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const alertKinds = ['theme-spike', 'sentiment-swing', 'decision', 'ticker-with-theme', 'test'] as const
export const AlertQuery = z.object({
  rule: z.string().max(60).optional().meta({ description: 'name of the rule, as the pipeline file has it' }),
  ...paging,
})
export type AlertQuery = z.output<typeof AlertQuery>

/** Something a rule noticed, with the sentences it rests on and who was told. */
export const AlertRow = z
  .object({
    id: z.string().meta({ description: 'also the webhook-id of its deliveries' }),
    rule: z.string(),
    kind: z.enum(alertKinds).meta({ description: 'test: sent to try the webhooks' }),
    subject: z.string().meta({ description: 'the theme, symbol or bank' }),
    title: z.string(),
    raisedAt: instant,
    figures: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
    evidence: z.array(z.object({ quote: z.string(), source: FindingSource })),
    deliveries: z.array(
      z.object({
        webhook: z.string(),
        state: z.enum(['pending', 'delivered', 'failed']),
        attempts: z.int(),
        status: z.int().nullable().meta({ description: 'HTTP status of the last try' }),
        reason: z.object({ code: z.string(), message: z.string() }).nullable(),
        triedAt: instant.nullable(),
        deliveredAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'Alert' })
export type AlertRow = z.infer<typeof AlertRow>
