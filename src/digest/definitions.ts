/** What the numbers and words of a digest mean, one click from each of them; the API's /v1/definitions holds them too. */
import { historyDays } from './request.ts'
import { leastRelevance } from './instruments.ts'
import { apart } from './stories.ts'
import { fewestShared, minimumHistory } from './baseline.ts'
import { leastStories, rememberedDays } from './life-cycle.ts'
import { leastLikelihoodRatio } from '../text/likelihood.ts'

/** Where a term is told on a page: "z-score (z)" → "z-score". */
export const anchorOf = (term: string): string =>
  term
    .replace(/[(,].*/, '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')

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
      'stories of a theme ÷ all dated stories of the window, 0..1. A share is a share: a long weekend’s is compared with those of single days. Pages tell counts instead of a window of fewer than three stories and, where a usual level is not known, of a theme of fewer than three',
    source: null,
  },
  {
    term: 'undated',
    meaning:
      'an article that names no day of its own is never given one: it stands in no digest, no window of time and no chart. Lists without a window, and counts over all there is, hold it too, so they may be higher',
    source: null,
  },
  {
    term: 'change (against a day)',
    meaning:
      'attention, or sentiment, minus that of the last earlier digest with stories; null when there is none, attention’s also where that has fewer than three stories and a usual level is not known',
    source: null,
  },
  {
    term: 'gains, loses, out of, into',
    meaning:
      'who the theme’s stories say gains or loses by it, and where money leaves or goes to; what some stories put on one side and others on the other is shown where more of them put it, or not at all. Sectors and groups come before companies: where money leaves a group, a company named with it stands among those that lose',
    source: null,
  },
  {
    term: 'usual level (baseline)',
    meaning: `mean attention over those of the ${historyDays} days before that had stories, the window itself left out; null below ${minimumHistory} such days`,
    source: null,
  },
  {
    term: 'z-score (z)',
    meaning: `(attention − usual level) ÷ sample standard deviation of those days; null below ${minimumHistory} days, without spread, or in a window of fewer than ${fewestShared} stories`,
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
    meaning: `a theme told for the first time in ${historyDays} days; told on one of them but not in the digest before; told in the digest before, now at most half as much and below its usual level (where that is not known, by at least ${fewestShared} stories then)`,
    source: null,
  },
  {
    term: 'sentiment, tone',
    meaning:
      'P(positive) − P(negative) towards the theme or instrument, −1..1; over stories the mean weighted by relevance, each story with the score of its most relevant article. Worded in five steps, cut at ±0.15 and ±0.35',
    source: 'cuts: Alpha Vantage',
  },
  {
    term: 'moves',
    meaning:
      'what the stories say an instrument did: the step of the day first, then steps over a longer time, which is named, then what was told on another day, which is dated: what is written after a close tells of the day before. One step told in rounder and in exact figures is told once',
    source: null,
  },
  {
    term: 'rates',
    meaning:
      'levels as the stories state them; “expected” is what somebody expects, anything else is stated as a fact. A level before a change, and one that only might be, stand on the page of rates',
    source: null,
  },
  {
    term: 'happened, scheduled, expected, possible, denied',
    meaning:
      'how sure a policy event is by the words of its sentence: done; fixed for a date; thought likely by somebody named; only proposed or spoken of; ruled out by those who would act',
    source: null,
  },
  {
    term: 'ahead',
    meaning:
      'policy events scheduled or expected for a day after this one, told within the last 30 days; “new” where it was not told before this window',
    source: null,
  },
  {
    term: 'phrases',
    meaning: `groups of two or three words that no theme stands for. Their words meet more often than chance has it, and at least ${leastStories} stories of a day within the last ${rememberedDays} tell them, a larger share than of the other days of their month: both by a log-likelihood ratio of at least ${leastLikelihoodRatio}, which chance exceeds once in four hundred times`,
    source: 'Dunning (1993), Accurate methods for the statistics of surprise and coincidence',
  },
  {
    term: 'candidate, active, fading, dormant',
    meaning:
      'where a phrase stands: a candidate is told by one or two stories of the day and the seven before it, an active one by three or more. One that three stories have told fades when of the last three days’ stories less than half the share tells it that did in its best three of the month, and is dormant when no story of the day and the seven before it does. A promoted phrase is shown until no story of a month tells it',
    source: null,
  },
  {
    term: 'left out',
    meaning:
      'articles that count in nothing above, each with its reason: the same as another, about no market, in another language, unreadable, undated',
    source: null,
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
