/** What the numbers mean; shown by /v1/definitions and linked from every answer. */
import { digestDefinitions } from '../digest/definitions.ts'
import { rememberedDays } from '../digest/life-cycle.ts'
import { historyDays } from '../digest/request.ts'
import { leastLikelihoodRatio } from '../text/likelihood.ts'

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
  {
    term: 'currencies',
    meaning:
      'JPY=X is the yen itself: up is a stronger yen, and fewer yen for a dollar. A pair has both codes: USDJPY=X up is more yen for a dollar. Elsewhere JPY=X often stands for the pair',
    source: null,
  },
  {
    term: 'found, atLeast',
    meaning:
      'how many match in all. Lists and searches count up to 10,000: with atLeast there are more, and all of a list can be paged through. Of a search the latest 3,000 matches are ranked',
    source: null,
  },
  {
    term: 'emerging.firstSeen',
    meaning: `when a phrase was first told: of the ${historyDays} days before the window and the window itself, not of all time; lastSeen likewise`,
    source: null,
  },
  {
    term: 'emerging.weight',
    meaning:
      'what a phrase weighs in its day, by class-based TF-IDF, a day’s stories being a class: the share of the stories of the day that tell it × log(1 + stories of a mean day ÷ stories of the whole month that tell it)',
    source: 'Grootendorst (2022), BERTopic',
  },
  {
    term: 'emerging.burst',
    meaning: `log-likelihood ratio of the day within the last ${rememberedDays} that stood out most of the other days of the month; at least ${leastLikelihoodRatio}, else 0, which only a promoted phrase has`,
    source: 'Dunning (1993), Accurate methods for the statistics of surprise and coincidence',
  },
  {
    term: 'group_by',
    meaning:
      'a series cut by what its stories tell besides (themes, instruments: a story may stand in several), by source (each that told it), or by tone (positive from 0.15, negative to −0.15). Attention stays a share of all stories; sentiment is towards the theme or instrument asked for',
    source: null,
  },
  {
    term: 'together, share, lift, pmi',
    meaning:
      'of N dated stories in the window a tell the subject, b the other and c both: together = c, share = c ÷ a, lift = c·N ÷ (a·b), 1 where they meet as often as chance has it, pmi = log2(lift). Of few stories a lift says little: min_stories',
    source: 'Church and Hanks (1990), Word association norms, mutual information, and lexicography',
  },
  {
    term: 'like.score',
    meaning:
      '0..1: 0.7 × about + 0.3 × words. about: what the article’s themes and instruments weigh of themselves in the other, each by its rarity ln(1 + N ÷ n), n of N stories near in time have it, and by the lesser relevance of the two; words: the same for the stems of title and text. At most 12 themes and instruments and the 60 likest stories by them are looked at',
    source: 'inverse document frequency: Spärck Jones (1972)',
  },
  ...digestDefinitions,
]
