/**
 * Phrases nobody has named a theme for: told by several stories today, and in a month by none until days ago, or by far fewer.
 * What people decided on them holds: a promoted phrase stays, a merged one is the other, a silenced one is never shown.
 * The tagger proposes from the whole text (about a millisecond an article); compromise, which costs that much a sentence,
 * judges only the few that several stories share.
 */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { articleTexts } from '../store/article-texts.ts'
import { listPhraseDecisions, type PhraseDecision } from '../store/phrase-decisions.ts'
import { phraseHistories, type PhraseHistory } from '../store/phrase-history.ts'
import type { Database } from '../store/schema.ts'
import { nounPhrases, phraseKey } from '../text/noun-phrases.ts'
import { spellingsOf } from '../text/spelling.ts'
import { splitSentences } from '../text/sentences.ts'
import type { ArticleRow } from '../query.ts'
import type { EmergingPhrase, Quoted } from './digest.ts'
import { minimumHistory } from './baseline.ts'
import { dateIn, daysBefore, type Window } from './window.ts'

/** Told for the first time no longer ago than this, in days. */
export const newWithin = 7
const leastStories = 2
/** Stories of a week that make a candidate an active theme. */
const activeStories = 3
/** How far a day must stand out of a phrase's own past, in standard deviations of a count. */
const leastBurst = 3
const mostJudged = 60
const mostShown = 5
const mostQuotes = 2

export interface EmergingRequest {
  readonly window: Window
  readonly timezone: string
  readonly historyDays: number
  /** ISO 8601: how far back a phrase is looked for. */
  readonly since: string
  /** Phrases, in small letters, that stand for an instrument or theme already. */
  readonly named: ReadonlySet<string>
}

interface Candidate {
  /** Its stems. */
  readonly key: string
  readonly text: string
  /** story → its first article that tells it */
  readonly stories: Map<string, ArticleRow>
}

/** Empty below the minimum history: what is new to a store that is new itself says nothing. */
export async function emergingPhrases(
  db: Kysely<Database>,
  articles: readonly ArticleRow[],
  day: EmergingRequest,
): Promise<EmergingPhrase[]> {
  if (day.historyDays < minimumHistory) return []
  const texts = await articleTexts(
    db,
    articles.map((article) => article.id),
  )
  const decided = await listPhraseDecisions(db)
  const decisions = new Map(decided.map((decision) => [phraseKey(decision.phrase), decision]))
  const told = sharedPhrases(articles, (id) => texts.get(id)?.text ?? '', decisions)
  const named = new Set([...day.named].map(phraseKey))
  const open = told.filter(({ key }) => !named.has(key) && decisions.get(key)?.decision !== 'silenced')
  const promoted = open.filter(({ key }) => decisions.get(key)?.decision === 'promoted')
  const shared = [...promoted, ...(await judged(open.filter((candidate) => !promoted.includes(candidate))))]
  const { from, to } = day.window
  const since = daysBefore(from, day.timezone, newWithin).at(-1)?.from ?? from
  // What was merged into a phrase is told in its own words.
  const spellings = new Map(
    shared.map(({ text }) => {
      const merged = decided.flatMap(({ phrase, into }) => (into === text ? [phrase] : []))
      return [text, [text, ...merged].flatMap((phrase) => [...new Set([phrase, ...spellingsOf(phrase)])])]
    }),
  )
  const histories = await phraseHistories(db, [...spellings.values()].flat(), { since: day.since, from: since, to })
  return shared
    .flatMap((candidate) => {
      const spelt = spellings.get(candidate.text)!
      const history = together(histories.filter(({ phrase }) => spelt.includes(phrase)))
      if (!history) return []
      const decision = decisions.get(candidate.key)
      if (history.firstSeen < since && decision?.decision !== 'promoted') {
        const days = Math.max(1, (Date.parse(since) - Date.parse(history.firstSeen)) / 86_400_000)
        if (burstOf(candidate.stories.size, history.earlier / days) < leastBurst) return []
      }
      const quotes = [...candidate.stories.values()].slice(0, mostQuotes).map((article) => ({
        quote: sentenceWith(texts.get(article.id)?.text ?? '', spelt),
        source: sourceOf(article),
      }))
      return [
        {
          id: createHash('sha256').update(candidate.key).digest('hex').slice(0, 12),
          phrase: candidate.text,
          label: decision?.name ?? candidate.text,
          state: stateOf(candidate.stories.size, history),
          stories: candidate.stories.size,
          storiesThisWeek: history.stories,
          firstSeen: dateIn(history.firstSeen, day.timezone),
          quotes,
        },
      ]
    })
    .sort((a, b) => b.stories - a.stories || b.storiesThisWeek - a.storiesThisWeek || (a.phrase < b.phrase ? -1 : 1))
    .slice(0, mostShown)
}

/** How far a count stands above what its past lets expect; a Poisson count's spread is the root of its mean. */
const burstOf = (stories: number, expected: number): number => (stories - expected) / Math.sqrt(expected + 1)

function stateOf(stories: number, week: PhraseHistory): EmergingPhrase['state'] {
  if (week.stories === 0) return 'dormant'
  if (week.stories < activeStories) return 'candidate'
  return stories < week.stories / (newWithin + 1) / 2 ? 'fading' : 'active'
}

const sourceOf = (article: ArticleRow): Quoted['source'] => ({
  articleId: article.id,
  storyId: article.storyId,
  title: article.title,
  url: article.canonicalUrl ?? article.url,
  siteName: article.siteName,
  publishedAt: article.publishedAt,
  publishedPrecision: article.publishedPrecision,
  knownAt: article.knownAt ?? article.addedAt,
})

function sharedPhrases(
  articles: readonly ArticleRow[],
  textOf: (id: string) => string,
  decisions: ReadonlyMap<string, PhraseDecision>,
): Candidate[] {
  const candidates = new Map<string, Candidate & { readonly sure: boolean }>()
  for (const article of articles) {
    for (const found of nounPhrases(textOf(article.id))) {
      const into = decisions.get(found.key)?.into
      const key = into ? phraseKey(into) : found.key
      const followed = into !== undefined && into !== null ? into : decisions.get(key)?.phrase
      const text = followed ?? found.text
      const sure = found.sure || followed !== undefined
      const known = candidates.get(key)
      const candidate = {
        key,
        text: known?.sure ? known.text : text,
        sure: sure || known?.sure === true,
        stories: known?.stories ?? new Map<string, ArticleRow>(),
      }
      candidates.set(key, candidate)
      const story = article.storyId ?? article.id
      if (!candidate.stories.has(story)) candidate.stories.set(story, article)
    }
  }
  return [...candidates.values()]
    .filter((candidate) => candidate.sure && candidate.stories.size >= leastStories)
    .sort((a, b) => b.stories.size - a.stories.size || (a.text < b.text ? -1 : 1))
    .slice(0, mostJudged)
}

/** Without what is no thing in itself: people, places, dates, quantities, and phrases that are part of a longer one. */
async function judged(candidates: Candidate[]): Promise<Candidate[]> {
  if (candidates.length === 0) return []
  const { default: nlp } = await import('compromise')
  const nouns = candidates.filter(({ text }) => {
    const phrase = nlp(text)
    return phrase.nouns().length === 1 && !phrase.has('(#ProperNoun|#Person|#Place|#Organization|#Date|#Value|#Unit)')
  })
  return nouns.filter(
    ({ text, stories }) =>
      !nouns.some(
        (longer) =>
          longer.text.length > text.length &&
          ` ${longer.text} `.includes(` ${text} `) &&
          longer.stories.size >= stories.size,
      ),
  )
}

const together = (histories: readonly PhraseHistory[]): PhraseHistory | undefined =>
  histories.length === 0
    ? undefined
    : histories.reduce((a, b) => ({
        phrase: a.phrase,
        firstSeen: a.firstSeen < b.firstSeen ? a.firstSeen : b.firstSeen,
        stories: a.stories + b.stories,
        earlier: a.earlier + b.earlier,
      }))

/** The first sentence that has every word of a phrase; plural or singular, so by their stems' beginnings. */
function sentenceWith(text: string, phrases: readonly string[]): string {
  const stems = phrases.map((phrase) => phrase.split(' ').map((word) => word.slice(0, Math.max(3, word.length - 3))))
  const range = splitSentences(text).find(({ start, end }) => {
    const sentence = text.slice(start, end).toLowerCase()
    return stems.some((words) => words.every((stem) => sentence.includes(stem)))
  })
  return range ? text.slice(range.start, range.end) : ''
}
