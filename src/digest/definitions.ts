/** What the numbers of a digest mean, one click from each of them; the API's /v1/definitions holds them too. */
import { historyDays } from './request.ts'
import { leastRelevance } from './instruments.ts'
import { apart } from './stories.ts'
import { minimumHistory } from './baseline.ts'

export const digestDefinitions: readonly { term: string; meaning: string; source: string | null }[] = [
  {
    term: 'digest',
    meaning:
      'a market’s day, from close to close: what is written after a close is told in the next one, and Monday’s goes back to Friday’s close. Where days are cut stands in the pipeline file',
    source: null,
  },
  {
    term: 'holidays',
    meaning:
      'days on which the New York Stock Exchange does not trade belong to the next trading day, and days that it ends at 13:00 are cut there; computed by its rules, so days of mourning and storms are not known. Another market’s days are plain weekdays: leave `holidays` out of the pipeline file',
    source: 'NYSE Rule 7.2',
  },
  {
    term: 'story',
    meaning: 'near-identical articles (syndication), counted once; the first to publish leads',
    source: null,
  },
  {
    term: 'attention',
    meaning:
      'stories of a theme ÷ all dated stories of the window, 0..1. A share is a share: a long weekend’s is compared with those of single days',
    source: null,
  },
  {
    term: 'change',
    meaning: 'attention, or sentiment, minus that of the last earlier digest with stories; null when there is none',
    source: null,
  },
  {
    term: 'gains, loses, out of, into',
    meaning:
      'who the theme’s stories say gains or loses by it, and where money leaves or goes to; what some stories put on one side and others on the other is shown where more of them put it, or not at all',
    source: null,
  },
  {
    term: 'usual level (baseline)',
    meaning: `mean attention over those of the ${historyDays} days before that had stories, the window itself left out; null below ${minimumHistory} such days`,
    source: null,
  },
  {
    term: 'z-score (z)',
    meaning: `(attention − usual level) ÷ sample standard deviation of those days; null below ${minimumHistory} days or without spread`,
    source: null,
  },
  {
    term: 'momentum',
    meaning:
      'what themes are ordered by, rounded to whole stories and then by relevance: attention minus its usual level; where the history is short, minus that of the digest before; else attention itself',
    source: null,
  },
  {
    term: 'update',
    meaning:
      'told in the digest before already (a theme, a fact), or told before this window began (a sentence’s story): what is unmarked is new',
    source: null,
  },
  {
    term: 'new, returning, fading',
    meaning: `a theme told for the first time in ${historyDays} days; told on one of them but not in the digest before; told in the digest before, now at most half as much and below its usual level (where that is known)`,
    source: null,
  },
  {
    term: 'sentiment, tone',
    meaning:
      'P(positive) − P(negative) towards the theme or instrument, −1..1; over stories the mean weighted by relevance, each story with the score of its most relevant article. Worded in five steps, cut at ±0.15 and ±0.35',
    source: 'cuts: Alpha Vantage',
  },
  {
    term: 'turned (sentiment movers)',
    meaning:
      'instruments whose sentiment differs by at least 0.2 from the digest before or, not told then, from its mean over the days before',
    source: null,
  },
  {
    term: 'instrument counted',
    meaning: `with a relevance of at least ${leastRelevance}: below, it is only mentioned`,
    source: null,
  },
  {
    term: 'disagreement',
    meaning: `some stories score the theme or company at least +${apart}, others at most −${apart}. Indices, yields, funds, currencies, commodities and the themes of their prices are left out: their tone follows a price, which stories tell at different hours`,
    source: null,
  },
  {
    term: 'first edition',
    meaning:
      'the digest of a day as it was first made and kept; a later one says which themes and facts were added, removed or changed since',
    source: null,
  },
]
