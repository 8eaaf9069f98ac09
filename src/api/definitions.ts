/** What the numbers mean; shown by /v1/definitions and linked from every answer. */
import { digestDefinitions } from '../digest/definitions.ts'

export const definitions: readonly { term: string; meaning: string; source: string | null }[] = [
  {
    term: 'relevance',
    meaning: '0..1: how much the article is about the theme or instrument; 1 when the headline is about it',
    source: 'LSEG News Analytics',
  },
  {
    term: 'sentiment.score',
    meaning:
      '−1..1: P(positive) − P(negative) towards the target. On pages it is worded in five steps, cut at ±0.15 and ±0.35',
    source: 'cuts: Alpha Vantage',
  },
  {
    term: 'sentiment.label',
    meaning:
      'the most probable of positive, neutral and negative. For a theme: good or bad for what the theme concerns',
    source: null,
  },
  {
    term: 'stance.score',
    meaning: "−1 dovish..1 hawkish: (hawkish − dovish) sentences ÷ sentences, of a central bank's words",
    source: 'Shah, Paturi and Chava (2023), Trillion Dollar Words',
  },
  { term: 'confidence', meaning: '0..1: how sure the rule that found it is', source: null },
  {
    term: 'knownAt',
    meaning:
      'when we could first have known it: when the article was fetched, or when it was published for an article added as history (backfill)',
    source: null,
  },
  {
    term: 'as_of',
    meaning:
      'an answer as of a moment holds only what was known by then: knownAt ≤ as_of, in the revision current then',
    source: null,
  },
  {
    term: 'mark',
    meaning:
      'a finding that a person has marked wrong counts nowhere, as of no moment: a mark corrects how an article was read, as a better analysis does, not what was known. Editions of a digest stay as they were given; GET /v1/marks lists what is marked, and why',
    source: null,
  },
  {
    term: 'publishedAt',
    meaning:
      "the publisher's own time, with publishedPrecision; a day without a time counts as 12:00 UTC of that day in windows. An undated article is in no window",
    source: null,
  },
  ...digestDefinitions,
]
