/** What comes back: articles, findings, themes, instruments, stories, and the page of a list. */
import { z } from 'zod'
import { Finding, Role, Sentiment } from '../types.ts'

export const instant = z.string().meta({ description: 'ISO 8601, UTC', format: 'date-time' })

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
  /** Of tariffs: who imposes them, whom they are aimed at, on what; empty for other themes. */
  imposer: z.array(Counted),
  target: z.array(Counted),
  goods: z.array(Counted),
  instruments: z.array(z.object({ symbol: z.string(), name: z.string(), stories: z.int(), sentiment: z.number() })),
  findings: z.array(FindingRow),
}).meta({ id: 'ThemeDetail' })
export type ThemeDetail = z.infer<typeof ThemeDetail>

/** One step of a time series; steps without articles are there with zeros and a null sentiment. */
export const SeriesPoint = z
  .object({
    from: instant,
    to: instant,
    stories: z.int(),
    allStories: z.int(),
    attention: z.number().nullable(),
    sentiment: z.number().nullable(),
  })
  .meta({ id: 'SeriesPoint' })
export type SeriesPoint = z.infer<typeof SeriesPoint>

export const TimelinePoint = SeriesPoint.extend({
  group: z
    .string()
    .nullable()
    .meta({ description: 'theme id, symbol, kind of finding, source or tone; null without group_by' }),
  label: z.string().nullable().meta({ description: 'what the group is called' }),
}).meta({ id: 'TimelinePoint' })
export type TimelinePoint = z.infer<typeof TimelinePoint>

const subject = {
  kind: z.enum(['theme', 'instrument']),
  id: z.string().meta({ description: 'theme id or symbol' }),
  label: z.string(),
}

/** One of several compared: its figures over the whole window, and step by step. */
export const Series = SeriesPoint.omit({ from: true, to: true, allStories: true })
  .extend({ ...subject, points: z.array(SeriesPoint) })
  .meta({ id: 'Series' })
export type Series = z.infer<typeof Series>

/** What shares stories with a theme or instrument. */
const Shared = z
  .object({
    id: z.string().meta({ description: 'theme id or symbol' }),
    label: z.string(),
    together: z.int().meta({ description: 'stories that tell both' }),
    stories: z.int().meta({ description: 'stories that tell it at all' }),
    share: z.number().meta({ description: "together ÷ the subject's stories" }),
    lift: z.number().meta({ description: 'how much more often together than by chance; 1: as often' }),
    pmi: z.number().meta({ description: 'pointwise mutual information: log2 of lift, in bits' }),
  })
  .meta({ id: 'Shared' })
export const Related = z
  .object({
    ...subject,
    from: instant.nullable(),
    to: instant.nullable(),
    stories: z.int().meta({ description: 'stories that tell it' }),
    allStories: z.int().meta({ description: 'dated stories in the window' }),
    themes: z.array(Shared),
    instruments: z.array(Shared),
    found: z.object({ themes: z.int(), instruments: z.int() }).meta({ description: 'how many share stories with it' }),
  })
  .meta({ id: 'Related' })
export type Related = z.infer<typeof Related>

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

/** An article like another, and what the likeness rests on. */
export const LikeRow = z
  .object({
    article: ArticleRow,
    score: z.number().meta({ description: '0..1, see /v1/definitions' }),
    about: z.number().meta({ description: '0..1: the part of it that themes and instruments give' }),
    words: z.number().meta({ description: '0..1: the part of it that words give' }),
    themes: z.array(z.object({ theme: z.string(), label: z.string(), weight: z.number() })),
    instruments: z.array(z.object({ symbol: z.string(), name: z.string(), weight: z.number() })),
    terms: z.array(z.string()).meta({ description: 'words that both have and few others, as the article has them' }),
  })
  .meta({ id: 'LikeRow' })
export type LikeRow = z.infer<typeof LikeRow>

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

/** One page of an answer. `found` counts all that match, up to 10,000: `atLeast` says that there are more; `next` is the cursor of the following page, or null. */
export interface Page<T> {
  readonly data: T[]
  readonly meta: {
    readonly found: number
    readonly atLeast?: true
    readonly returned: number
    readonly next: string | null
    /** What a reader of the answer should know: a name that nothing has, matches that were not ranked. */
    readonly notes?: string[]
  }
}
