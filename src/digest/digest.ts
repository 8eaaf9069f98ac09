/** What a digest holds: one day's facts, derived from the store, the same bytes for the same store. */
import { z } from 'zod'
import { FindingRow, FindingSource } from '../query.ts'
import { Role } from '../types.ts'

const instant = z.string()

/** A sentence from an article, as it stands there, and where that is. */
export const Quoted = z.object({ quote: z.string(), source: FindingSource }).meta({ id: 'Quoted' })
export type Quoted = z.infer<typeof Quoted>

const CountedRole = Role.extend({ stories: z.int() })

export const DigestTheme = z
  .object({
    theme: z.string(),
    label: z.string(),
    stories: z.int(),
    /** Share of the day's stories, 0..1. */
    attention: z.number(),
    /** Attention minus that of `previousDay`; null when there is none. */
    change: z.number().nullable(),
    /** Mean attention over the earlier days that had stories, today left out; null below the minimum history. */
    baseline: z.number().nullable(),
    /** (attention − baseline) / standard deviation of the baseline days; null below the minimum history or without spread. */
    zScore: z.number().nullable(),
    /** Mean score over stories, weighted by relevance, −1..1; a story's score is that of its most relevant article. */
    sentiment: z.number(),
    /** Sentiment minus that of `previousDay`; null when the theme was not told then. */
    sentimentChange: z.number().nullable(),
    /** `continuing`: told on `previousDay` too; `returning`: on an earlier day; `new`: on none; null without earlier days. */
    standing: z.enum(['new', 'returning', 'continuing']).nullable(),
    /** Attention on each day of the history and this one, oldest first; null on days without stories. */
    course: z.array(z.number().nullable()),
    from: z.array(CountedRole),
    to: z.array(CountedRole),
    winners: z.array(CountedRole),
    losers: z.array(CountedRole),
    quotes: z.array(Quoted),
  })
  .meta({ id: 'DigestTheme' })
export type DigestTheme = z.infer<typeof DigestTheme>

/** A fact that one or more stories state: the clearest statement of it, its sentence, and how many stories say the same. */
export const DigestFact = z
  .object({ finding: FindingRow, stories: z.int(), quote: z.string() })
  .meta({ id: 'DigestFact' })
export type DigestFact = z.infer<typeof DigestFact>

export const DigestInstrument = z
  .object({
    symbol: z.string(),
    exchange: z.string().nullable(),
    name: z.string(),
    type: z.string(),
    stories: z.int(),
    mentions: z.int(),
    /** As of a theme. */
    sentiment: z.number(),
    /** What it did, as told by most stories first. */
    moves: z.array(DigestFact),
    quote: Quoted,
  })
  .meta({ id: 'DigestInstrument' })
export type DigestInstrument = z.infer<typeof DigestInstrument>

/** A phrase that no theme stands for: told by several stories today, and first told within the week. */
export const EmergingPhrase = z
  .object({
    phrase: z.string(),
    /** Stories of the day that tell it. */
    stories: z.int(),
    /** Stories of the day and the seven before it. */
    storiesThisWeek: z.int(),
    /** YYYY-MM-DD */
    firstSeen: z.string(),
    quotes: z.array(Quoted),
  })
  .meta({ id: 'EmergingPhrase' })
export type EmergingPhrase = z.infer<typeof EmergingPhrase>

const LeftOutArticle = z.object({ articleId: z.string(), title: z.string().nullable(), url: z.string().nullable() })

export const LeftOut = z
  .object({
    /** Counted with another article: `story`, it tells the same; `article`, it is the same under another address. */
    duplicates: z.array(
      LeftOutArticle.extend({
        siteName: z.string().nullable(),
        sameAs: z.enum(['story', 'article']),
        of: z.object({ articleId: z.string(), title: z.string().nullable() }),
      }),
    ),
    /** Articles of the window that failed or were skipped, or in which nothing was found. */
    articles: z.array(LeftOutArticle.extend({ reason: z.object({ code: z.string(), message: z.string() }) })),
    /** Articles of the store that belong to no day; the first of them by address. */
    undated: z.object({ count: z.int(), articles: z.array(LeftOutArticle) }),
  })
  .meta({ id: 'LeftOut' })
export type LeftOut = z.infer<typeof LeftOut>

export const Digest = z
  .object({
    /** YYYY-MM-DD */
    date: z.string(),
    timezone: z.string(),
    window: z.object({ from: instant, to: instant }),
    /** One sentence, composed from the facts below. */
    lead: z.string(),
    counts: z.object({
      articles: z.int(),
      /** Articles that tell the same count once; what all shares are shares of. */
      stories: z.int(),
      /** Earlier days with stories, of the 30 before this one. */
      historyDays: z.int(),
    }),
    /** The last of these days, which changes are measured against; YYYY-MM-DD. */
    previousDay: z.string().nullable(),
    sources: z.array(z.object({ name: z.string(), articles: z.int() })),
    themes: z.array(DigestTheme),
    /** Themes of `previousDay` that have no story today. */
    fading: z.array(z.object({ theme: z.string(), label: z.string(), attentionBefore: z.number() })),
    /** Empty below ten earlier days with stories. */
    emerging: z.array(EmergingPhrase),
    rates: z.array(DigestFact),
    policy: z.array(DigestFact),
    instruments: z.array(DigestInstrument),
    /** Dated events after the window, soonest first. */
    calendar: z.array(DigestFact),
    leftOut: LeftOut,
  })
  .meta({ id: 'Digest' })
export type Digest = z.infer<typeof Digest>
