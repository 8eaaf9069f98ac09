/**
 * Phrases nobody has named a theme for: told by several stories today, and by none until days ago.
 * The tagger proposes from the whole text (about a millisecond an article); compromise, which costs that much a sentence,
 * judges only the few that several stories share.
 */
import type { Kysely } from 'kysely'
import { articleTexts } from '../store/article-texts.ts'
import { phraseHistories } from '../store/phrase-history.ts'
import type { Database } from '../store/schema.ts'
import { nounPhrases } from '../text/noun-phrases.ts'
import { splitSentences } from '../text/sentences.ts'
import type { ArticleRow } from '../query.ts'
import type { EmergingPhrase, Quoted } from './digest.ts'
import { minimumHistory } from './themes.ts'
import { dateIn, daysBefore, type Window } from './window.ts'

/** Told for the first time no longer ago than this, in days. */
export const newWithin = 7
const leastStories = 2
const mostJudged = 60
const mostShown = 5
const mostQuotes = 2

export interface EmergingRequest {
  readonly window: Window
  readonly timezone: string
  readonly historyDays: number
  /** Phrases, in small letters, that stand for an instrument or theme already. */
  readonly named: ReadonlySet<string>
}

interface Candidate {
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
  const told = sharedPhrases(articles, (id) => texts.get(id)?.text ?? '')
  const shared = await judged(told.filter((candidate) => !day.named.has(candidate.text)))
  const { from, to } = day.window
  const since = daysBefore(from, day.timezone, newWithin).at(-1)?.from ?? from
  const histories = await phraseHistories(
    db,
    shared.map((candidate) => candidate.text),
    { from: since, to },
  )
  const historyOf = new Map(histories.map((history) => [history.phrase, history]))
  return shared
    .flatMap((candidate) => {
      const history = historyOf.get(candidate.text)
      if (!history || history.firstSeen < since) return []
      const quotes = [...candidate.stories.values()].slice(0, mostQuotes).map((article) => ({
        quote: sentenceWith(texts.get(article.id)?.text ?? '', candidate.text),
        source: sourceOf(article),
      }))
      return [
        {
          phrase: candidate.text,
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

function sharedPhrases(articles: readonly ArticleRow[], textOf: (id: string) => string): Candidate[] {
  const candidates = new Map<string, Candidate & { readonly sure: boolean }>()
  for (const article of articles) {
    for (const { key, text, sure } of nounPhrases(textOf(article.id))) {
      const known = candidates.get(key)
      const candidate = {
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

/** The first sentence that has the phrase's first word and last; plural or singular, so by their stems' beginnings. */
function sentenceWith(text: string, phrase: string): string {
  const stems = phrase.split(' ').map((word) => word.slice(0, Math.max(3, word.length - 3)))
  const range = splitSentences(text).find(({ start, end }) => {
    const sentence = text.slice(start, end).toLowerCase()
    return stems.every((stem) => sentence.includes(stem))
  })
  return range ? text.slice(range.start, range.end) : ''
}
