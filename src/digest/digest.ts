/** What a digest holds: one day's facts, derived from the store, the same bytes for the same store. */
import { z } from 'zod'
import { FindingRow, FindingSource } from '../query.ts'
import { Role } from '../types.ts'

const instant = z.string()

/** A sentence from an article, with where it stands. */
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
    /** Attention minus that of the day before; null when the day before had no stories. */
    change: z.number().nullable(),
    /** Mean attention over the earlier days that had stories, today left out; null below the minimum history. */
    baseline: z.number().nullable(),
    /** (attention − baseline) / standard deviation of the baseline days; null below the minimum history or without spread. */
    zScore: z.number().nullable(),
    /** Mean score over stories, −1..1. */
    sentiment: z.number(),
    sentimentChange: z.number().nullable(),
    /** `new`: not seen on any earlier day of the baseline; `returning`: not the day before; `continuing`: the day before too. */
    standing: z.enum(['new', 'returning', 'continuing']),
    from: z.array(CountedRole),
    to: z.array(CountedRole),
    winners: z.array(CountedRole),
    losers: z.array(CountedRole),
    quotes: z.array(Quoted),
  })
  .meta({ id: 'DigestTheme' })
export type DigestTheme = z.infer<typeof DigestTheme>

/** A fact that one or more stories state: the clearest statement of it, and how many stories say the same. */
export const DigestFact = z.object({ finding: FindingRow, stories: z.int() }).meta({ id: 'DigestFact' })
export type DigestFact = z.infer<typeof DigestFact>

export const DigestInstrument = z
  .object({
    symbol: z.string(),
    exchange: z.string().nullable(),
    name: z.string(),
    type: z.string(),
    stories: z.int(),
    mentions: z.int(),
    sentiment: z.number(),
    moves: z.array(DigestFact),
    quote: Quoted.nullable(),
  })
  .meta({ id: 'DigestInstrument' })
export type DigestInstrument = z.infer<typeof DigestInstrument>

export const Digest = z
  .object({
    /** YYYY-MM-DD */
    date: z.string(),
    timezone: z.string(),
    window: z.object({ from: instant, to: instant }),
    /** One sentence, composed from the facts below. */
    lead: z.string(),
    counts: z.object({ articles: z.int(), stories: z.int(), historyDays: z.int() }),
    sources: z.array(z.object({ name: z.string(), articles: z.int() })),
    themes: z.array(DigestTheme),
    /** Themes of the day before that have no story today. */
    fading: z.array(z.object({ theme: z.string(), attentionBefore: z.number() })),
    rates: z.array(DigestFact),
    policy: z.array(DigestFact),
    instruments: z.array(DigestInstrument),
    /** Dated events after the window, soonest first. */
    calendar: z.array(DigestFact),
    leftOut: z.object({
      /** Followers of a story, counted with their leader. */
      duplicates: z.array(
        z.object({
          articleId: z.string(),
          title: z.string().nullable(),
          siteName: z.string().nullable(),
          storyId: z.string(),
        }),
      ),
      /** Articles of the window that could not be analysed, or need not be. */
      articles: z.array(
        z.object({
          articleId: z.string(),
          title: z.string().nullable(),
          url: z.string().nullable(),
          reason: z.object({ code: z.string(), message: z.string() }),
        }),
      ),
      /** Articles in the store that belong to no day, known since before the window's end. */
      undated: z.int(),
    }),
  })
  .meta({ id: 'Digest' })
export type Digest = z.infer<typeof Digest>
