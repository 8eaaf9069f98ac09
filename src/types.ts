/**
 * The whole vocabulary: what an article is, what a finding is, and every kind of value a finding can hold.
 * The zod schemas are the one definition; TypeScript types, the OpenAPI document and validation all derive from them.
 * Growing an enumeration is a line here.
 */
import { z } from 'zod'

/** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
const day = z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/)
const share = z.number().min(0).max(1)

/** A piece of the article: UTF-16 offsets; `text.slice(start, end) === quote`. `field` points into the headline or the tables instead. */
export const Span = z
  .object({
    start: z.int().min(0),
    end: z.int().min(1),
    quote: z.string(),
    field: z.enum(['title', 'tables']).optional(),
  })
  .meta({ id: 'Span' })
export type Span = z.infer<typeof Span>

/** Tone towards a target: three probabilities that sum to 1, `score` = P(positive) − P(negative), `label` the most probable. */
export const Sentiment = z
  .object({
    probabilities: z.object({ positive: share, neutral: share, negative: share }),
    score: z.number().min(-1).max(1),
    label: z.enum(['positive', 'neutral', 'negative']),
  })
  .meta({ id: 'Sentiment' })
export type Sentiment = z.infer<typeof Sentiment>

/** When something is: `from` and `to` are the first and last day (or month) it can be, equal when known exactly. */
export const DateRange = z
  .object({ from: day.nullable(), to: day.nullable(), precision: z.enum(['day', 'month', 'quarter', 'year']) })
  .meta({ id: 'DateRange' })
export type DateRange = z.infer<typeof DateRange>

export const instrumentTypes = ['equity', 'etf', 'index', 'currency', 'commodity', 'bond', 'crypto', 'group'] as const
export type InstrumentType = (typeof instrumentTypes)[number]

/** One per instrument; its mentions are the evidence. `relevance` is 1 when the headline is about it (LSEG News Analytics). */
export const InstrumentValue = z
  .object({
    symbol: z.string(),
    exchange: z.string().nullable(),
    name: z.string(),
    cik: z.string().optional(),
    type: z.enum(instrumentTypes),
    members: z.array(z.string()).optional(),
    relevance: share,
    sentiment: Sentiment,
    mentions: z.int().min(1),
  })
  .meta({ id: 'InstrumentValue' })

/** A price or level that moved. Sizes are magnitudes; `direction` says the sign. */
export const MoveValue = z
  .object({
    subject: z.string(),
    direction: z.enum(['up', 'down', 'flat']),
    percent: z.number().optional(),
    points: z.number().optional(),
    basisPoints: z.number().optional(),
    level: z.number().optional(),
    period: z.object({ from: day.nullable(), to: day.nullable(), text: z.string() }).optional(),
    basis: z.enum(['actual', 'expected']),
  })
  .meta({ id: 'MoveValue' })

export const rateTypes = [
  'policy_rate',
  'bond_yield',
  'inflation',
  'mortgage_rate',
  'lending_rate',
  'unemployment',
  'gdp_growth',
  'spread',
] as const

/** A stated rate. Exactly one of `issuer` (a central bank's code) and `subject` (`US10Y`, `US_CPI`). A single level has low = high. */
export const RateValue = z
  .object({
    type: z.enum(rateTypes),
    issuer: z.string().optional(),
    subject: z.string().optional(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.enum(['percent', 'bps']),
    action: z.enum(['hike', 'cut', 'hold']).optional(),
    changeBps: z.number().optional(),
    date: DateRange.nullable(),
    basis: z.enum(['actual', 'previous', 'expected', 'hypothetical']),
  })
  .meta({ id: 'RateValue' })

export const policyTypes = [
  'rate_decision',
  'balance_sheet',
  'guidance',
  'legislation',
  'tariff',
  'regulation',
  'sanction',
  'appointment',
  'term_end',
  'leadership_change',
  'fiscal',
  'intervention',
  'trade_deal',
  'legal_ruling',
  'bailout',
  'output_decision',
  'debt_auction',
  'election',
] as const
export const statuses = ['happened', 'scheduled', 'expected', 'possible', 'denied'] as const
export type Status = (typeof statuses)[number]

/** Something an authority did, will do, may do or will not do. `actor` is a central bank's code, else its usual name. */
export const PolicyEventValue = z
  .object({
    type: z.enum(policyTypes),
    actor: z.string().nullable(),
    person: z.string().optional(),
    jurisdiction: z.string().nullable(),
    action: z.string(),
    title: z.string(),
    date: DateRange.nullable(),
    status: z.enum(statuses),
    details: z.array(z.string()),
    rate: z
      .object({ low: z.number().nullable(), high: z.number().nullable(), changeBps: z.number().nullable() })
      .optional(),
    vote: z.object({ for: z.int(), against: z.int(), dissenters: z.array(z.string()) }).optional(),
  })
  .meta({ id: 'PolicyEventValue' })

/** Who plays a part in a theme: an instrument (with its symbol), or a sector or group by name. */
export const Role = z.object({ symbol: z.string().optional(), name: z.string() }).meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

/** The parts that instruments, groups, sectors, places and goods play in a theme, in the order in which they are told. */
export const themeParts = ['from', 'to', 'imposer', 'target', 'goods', 'winners', 'losers'] as const
export type ThemePart = (typeof themeParts)[number]

/** What the article is about. `sentiment`: good or bad for what the theme concerns; a fading fear is positive. */
export const ThemeValue = z
  .object({
    theme: z.string(),
    label: z.string(),
    relevance: share,
    sentiment: Sentiment,
    from: z.array(Role),
    to: z.array(Role),
    winners: z.array(Role),
    losers: z.array(Role),
    /** Of tariffs: who imposes them, whom they are aimed at, on what. */
    imposer: z.array(Role).optional(),
    target: z.array(Role).optional(),
    goods: z.array(Role).optional(),
  })
  .meta({ id: 'ThemeValue' })

/** A central bank's tone, −1 dovish to +1 hawkish: (hawkish − dovish) / sentences (Shah, Paturi and Chava 2023). */
export const StanceValue = z
  .object({ issuer: z.string(), score: z.number().min(-1).max(1) })
  .meta({ id: 'StanceValue' })

export const QuoteValue = z
  .object({
    speaker: z.string(),
    role: z.string().optional(),
    affiliation: z.string().optional(),
    text: z.string(),
    verb: z.string(),
  })
  .meta({ id: 'QuoteValue' })

/** Market data found in the page, kept apart from what the article is about. */
export const TableValue = z
  .object({
    rows: z.array(
      z.object({
        symbol: z.string(),
        price: z.number(),
        change: z.number().optional(),
        changePercent: z.number().optional(),
      }),
    ),
  })
  .meta({ id: 'TableValue' })

/** Every kind of finding and the value it holds. */
export const values = {
  instrument: InstrumentValue,
  move: MoveValue,
  rate: RateValue,
  policy_event: PolicyEventValue,
  theme: ThemeValue,
  stance: StanceValue,
  quote: QuoteValue,
  table: TableValue,
} as const
export type Kind = keyof typeof values
export const kinds = Object.keys(values) as [Kind, ...Kind[]]

const findingOf = <K extends Kind, V extends (typeof values)[K]>(kind: K, value: V) =>
  z.object({
    id: z.string(),
    kind: z.literal(kind),
    value,
    evidence: z.array(Span).min(1),
    rule: z.string(),
    confidence: share,
  })
/** One typed fact with the words that say so. `rule` names what found it; `confidence` is 0..1. */
export const Finding = z
  .discriminatedUnion('kind', [
    findingOf('instrument', InstrumentValue),
    findingOf('move', MoveValue),
    findingOf('rate', RateValue),
    findingOf('policy_event', PolicyEventValue),
    findingOf('theme', ThemeValue),
    findingOf('stance', StanceValue),
    findingOf('quote', QuoteValue),
    findingOf('table', TableValue),
  ])
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>
export type FindingOf<K extends Kind> = Extract<Finding, { kind: K }>
export type Value<K extends Kind> = FindingOf<K>['value']

/** What was read, once and for all. A changed page is a new revision, never an edit. */
export const Article = z
  .object({
    url: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    title: z.string().nullable(),
    authors: z.array(z.string()),
    siteName: z.string().nullable(),
    /** ISO 8601 with offset, or null: unknown stays unknown. A day or month without a time is its first instant in UTC. */
    publishedAt: z.string().nullable(),
    publishedPrecision: z.enum(['instant', 'day', 'month']).nullable(),
    language: z.string().nullable(),
    text: z.string(),
    /** Market data on the page outside the text: one row a line, cells parted by tabs, tables by a blank line. Not of the content hash. */
    tables: z.string(),
    wordCount: z.int(),
    contentHash: z.string(),
  })
  .meta({ id: 'Article' })
export type Article = z.infer<typeof Article>

export const Version = z
  .object({ themewire: z.string(), pipeline: z.string(), models: z.string() })
  .meta({ id: 'Version' })
export type Version = z.infer<typeof Version>

/** The contract, version 1: what `themewire analyze` prints. */
export const Analysis = z
  .object({ id: z.string(), article: Article, findings: z.array(Finding), version: Version })
  .meta({ id: 'Analysis' })
export type Analysis = z.infer<typeof Analysis>

/** What can be handed to `themewire analyze --jsonl`, one a line. One of `html` and `text` is needed. */
export const AnalysisInput = z
  .strictObject({
    id: z.union([z.string(), z.number()]).transform(String),
    html: z.string().optional(),
    text: z.string().optional(),
    url: z.string().optional(),
    title: z.string().optional(),
    publishedAt: z.string().nullish(),
    fetchedAt: z.string().nullish(),
  })
  .refine((input) => input.html !== undefined || input.text !== undefined, { message: 'needs "html" or "text"' })
  .meta({ id: 'AnalysisInput' })
export type AnalysisInput = z.infer<typeof AnalysisInput>
