/** What a digest holds: the facts of a day or of any window, derived from the store, the same bytes for the same store. */
import { z } from 'zod'
import { FindingRow, FindingSource, InstrumentSummary, ThemeDetail, ThemeSummary } from '../query.ts'
import { Market } from './window.ts'

const instant = z.string()

/** A sentence from an article, as it stands there, and where that is. */
export const Quoted = z
  .object({
    quote: z.string(),
    source: FindingSource,
    /** Id of the finding it is the evidence of; a phrase that is no theme has none. */
    finding: z.string().optional(),
    /** There, and true, when its story was told before this window began. */
    update: z.literal(true).optional(),
  })
  .meta({ id: 'Quoted' })
export type Quoted = z.infer<typeof Quoted>

export const DigestTheme = z
  .object({
    ...ThemeSummary.pick({ theme: true, label: true, stories: true, attention: true, sentiment: true }).shape,
    /** Attention minus that of the digest before; null when there is none. */
    change: z.number().nullable(),
    /** What themes are ordered by, in whole stories: attention minus `baseline`; minus the digest before (that is `change`) where the history is short; else attention. */
    momentum: z.number(),
    /** Mean attention over the 30 days before that had stories, this window left out; null below the minimum history. */
    baseline: z.number().nullable(),
    /** (attention − baseline) / standard deviation of the baseline days; null below the minimum history, without spread, or in a window of fewer than three stories. */
    zScore: z.number().nullable(),
    /** Sentiment minus that of the digest before; null when the theme was not told then. */
    sentimentChange: z.number().nullable(),
    /** `continuing`: told in the digest before too; `returning`: on one of the 30 days before; `new`: on none; null without earlier days. */
    standing: z.enum(['new', 'returning', 'continuing']).nullable(),
    /** Attention on each of the 30 days before and in this window, oldest first; null on days without stories. */
    course: z.array(z.number().nullable()),
    ...ThemeDetail.pick({ from: true, to: true, winners: true, losers: true }).shape,
    /** Of tariffs; absent in editions kept before they were counted. */
    ...ThemeDetail.pick({ imposer: true, target: true, goods: true }).partial().shape,
    quotes: z.array(Quoted),
  })
  .meta({ id: 'DigestTheme' })
export type DigestTheme = z.infer<typeof DigestTheme>

/** A theme of the digest before or of most days that has lost at least half of its attention. */
export const FadingTheme = z
  .object({
    ...ThemeSummary.pick({ theme: true, label: true, stories: true, attention: true }).shape,
    /** In the digest before. */
    attentionBefore: z.number(),
    /** As of a theme. */
    baseline: z.number().nullable(),
  })
  .meta({ id: 'FadingTheme' })
export type FadingTheme = z.infer<typeof FadingTheme>

/** A fact that one or more stories state: the clearest statement of it, its sentence, and how many stories say the same. */
export const DigestFact = z
  .object({
    finding: FindingRow,
    stories: z.int(),
    quote: z.string(),
    /** Stated in the digest before already; null when there is none. */
    update: z.boolean().nullable(),
  })
  .meta({ id: 'DigestFact' })
export type DigestFact = z.infer<typeof DigestFact>

export const DigestInstrument = z
  .object({
    ...InstrumentSummary.omit({ articles: true }).shape,
    /** Sentiment minus that of the digest before; null when it was not told then. */
    sentimentChange: z.number().nullable(),
    /** Its sentiment over the 30 days before; null below the minimum history, or where it was not told. */
    usualSentiment: z.number().nullable(),
    /** What it did, as told by most stories first. */
    moves: z.array(DigestFact),
    quote: Quoted,
  })
  .meta({ id: 'DigestInstrument' })
export type DigestInstrument = z.infer<typeof DigestInstrument>

/** A phrase that no theme stands for, and that a day of the last fortnight told far more than the other days of its month did. */
export const EmergingPhrase = z
  .object({
    /** The same for the same phrase, run after run. */
    id: z.string(),
    phrase: z.string(),
    /** What to call it: the name it was promoted under, else the phrase. */
    label: z.string(),
    /** Told by one or two stories of the week; by three or more; by half of what it was or less; by none of the week. */
    state: z.enum(['candidate', 'active', 'fading', 'dormant']),
    /** Stories of the day that tell it. */
    stories: z.int(),
    /** Stories of the day and the seven before it. */
    storiesThisWeek: z.int(),
    /** Class-based TF-IDF of the day; null in editions that were made before it was told, as below. */
    weight: z.number().nullable().default(null),
    /** Log-likelihood ratio of the day that stood out most of its other days; 0 of a promoted phrase that never did. */
    burst: z.number().nullable().default(null),
    /** YYYY-MM-DD */
    firstSeen: z.string(),
    /** YYYY-MM-DD */
    lastSeen: z.string().nullable().default(null),
    quotes: z.array(Quoted),
  })
  .meta({ id: 'EmergingPhrase' })
export type EmergingPhrase = z.infer<typeof EmergingPhrase>

/** One side of what sources disagree on. */
const Side = z.object({
  stories: z.int(),
  /** The most relevant story of this side. */
  quote: Quoted,
})

/** A theme or instrument that some stories tell well of (score ≥ 0.15) and others badly (≤ −0.15). */
export const Disagreement = z
  .object({
    about: z.object({ kind: z.enum(['theme', 'instrument']), id: z.string(), label: z.string() }),
    positive: Side,
    negative: Side,
  })
  .meta({ id: 'Disagreement' })
export type Disagreement = z.infer<typeof Disagreement>

const LeftOutArticle = z.object({ articleId: z.string(), title: z.string().nullable(), url: z.string().nullable() })
const listed = <T extends z.ZodType>(article: T) =>
  z.object({ count: z.int(), articles: z.array(article) }).meta({ description: 'the first of them, and how many' })

export const LeftOut = z
  .object({
    /** How many by reason, most first. */
    reasons: z.array(z.object({ code: z.string(), articles: z.int() })),
    /** Counted with another article: `story`, it tells the same; `article`, it is the same under another address. */
    duplicates: listed(
      LeftOutArticle.extend({
        siteName: z.string().nullable(),
        sameAs: z.enum(['story', 'article']),
        of: z.object({ articleId: z.string(), title: z.string().nullable() }),
      }),
    ),
    /** Articles of the window that failed or were skipped, or in which nothing was found. */
    dropped: listed(LeftOutArticle.extend({ reason: z.object({ code: z.string(), message: z.string() }) })),
    /** Articles of the store that belong to no day; the first of them by address. */
    undated: listed(LeftOutArticle),
  })
  .meta({ id: 'LeftOut' })
export type LeftOut = z.infer<typeof LeftOut>

/** What is different from the first edition that was kept. */
export const DigestChanges = z
  .object({
    /** ISO 8601: when the first edition was made. */
    firstMadeAt: instant,
    /** More articles and stories than then, or fewer. */
    articles: z.int(),
    stories: z.int(),
    /** In words, section by section; at most fifty, `more` counts the rest. */
    items: z.array(
      z.object({
        section: z.enum(['themes', 'rates', 'policy', 'calendar']),
        change: z.enum(['added', 'removed', 'changed']),
        what: z.string(),
        /** Of what changed. */
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
    more: z.int(),
  })
  .meta({ id: 'DigestChanges' })
export type DigestChanges = z.infer<typeof DigestChanges>

export const Digest = z
  .object({
    /** YYYY-MM-DD; of a window that was asked for, the date in `timezone` that it ends on. */
    date: z.string(),
    /** IANA; what times are told in. */
    timezone: z.string(),
    /** Where the day is cut; null when the window was asked for by its two ends. */
    market: Market.nullable(),
    window: z.object({ from: instant, to: instant }),
    /** One sentence, composed from the facts below. */
    lead: z.string(),
    /** Since the first edition that was kept of this day; null when none was, or nothing has changed. */
    changes: DigestChanges.nullable(),
    counts: z.object({
      /** Dated articles of the window that were read. */
      articles: z.int(),
      /** Articles that tell the same count once; what all shares are shares of. */
      stories: z.int(),
      /** Days with stories, of the 30 before the window. */
      historyDays: z.int(),
      /** Found in the window; the lists below hold the first of them. */
      themes: z.int(),
      instruments: z.int(),
      rates: z.int(),
      policy: z.int(),
      calendar: z.int(),
    }),
    /** The newest article of the window, and how long before its end it was published; null without one. */
    freshness: z.object({ latest: instant, minutesBeforeEnd: z.int() }).nullable(),
    /** What changes are measured against: the last earlier digest with stories. */
    previous: z.object({ date: z.string(), window: z.object({ from: instant, to: instant }) }).nullable(),
    /** Most articles first. */
    sources: z.array(z.object({ name: z.string(), articles: z.int() })),
    /** Most momentum first. */
    themes: z.array(DigestTheme),
    fading: z.array(FadingTheme),
    /** Empty below ten earlier days with stories. */
    emerging: z.array(EmergingPhrase),
    rates: z.array(DigestFact),
    policy: z.array(DigestFact),
    /** Most told first. */
    instruments: z.array(DigestInstrument),
    /** Whose sentiment is furthest from that of the digest before, or where it was not told then from its usual one. */
    movers: z.array(DigestInstrument),
    /** Dated events after the window, soonest first. */
    calendar: z.array(DigestFact),
    /** Told most on its weaker side first. */
    disagreements: z.array(Disagreement),
    leftOut: LeftOut,
  })
  .meta({ id: 'Digest' })
export type Digest = z.infer<typeof Digest>
