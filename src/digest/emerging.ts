/**
 * Phrases nobody has named a theme for: their words belong together, and a day of the last fortnight told them far more than the
 * other days of their month did. The day's stories propose what rises, the openings of the days before what fades or sleeps.
 * What people decided on them holds: a promoted phrase stays, a merged one is the other, a silenced one is never shown.
 * The tagger proposes from the whole text (less than a millisecond an article); compromise, which costs that much a sentence,
 * judges only the few that are told most.
 */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { articleRows } from '../store/article-rows.ts'
import { articleTexts } from '../store/article-texts.ts'
import { openingsOf } from '../store/openings.ts'
import { listPhraseDecisions } from '../store/phrase-decisions.ts'
import { phraseHistories } from '../store/phrase-history.ts'
import type { Database } from '../store/schema.ts'
import { namedIn } from '../store/told.ts'
import { phraseKey } from '../text/noun-phrases.ts'
import { spellingsOf } from '../text/spelling.ts'
import { splitSentences } from '../text/sentences.ts'
import type { ArticleRow } from '../query.ts'
import type { EmergingPhrase, Quoted } from './digest.ts'
import { minimumHistory } from './baseline.ts'
import { burstOf, outlives, rememberedDays, stateOf, weightOf } from './life-cycle.ts'
import { proposed, type Decided } from './phrase-candidates.ts'
import { dateIn, daysBefore, type Window } from './window.ts'

/** Days before the window that are its week. */
const weekDays = 7
/** Of those that rise, and again of those that fade or sleep; promoted ones are all shown. */
const mostShown = 5
const mostQuotes = 2

export interface EmergingRequest {
  readonly window: Window
  readonly timezone: string
  readonly historyDays: number
  /** The days before the window, latest first: a phrase's own past. */
  readonly days: readonly Window[]
}

/** Empty below the minimum history: what is new to a store that is new itself says nothing. */
export async function emergingPhrases(
  db: Kysely<Database>,
  articles: readonly ArticleRow[],
  { window, timezone, historyDays, days }: EmergingRequest,
): Promise<EmergingPhrase[]> {
  if (historyDays < minimumHistory) return []
  const edges = [...days.map(({ from }) => from).reverse(), window.from]
  const texts = await articleTexts(
    db,
    articles.map(({ id }) => id),
  )
  const today = articles.map((article) => ({ article, text: texts.get(article.id)?.text ?? '' }))
  const openings = await openingsOf(db, edges.slice(-rememberedDays))
  const decided = decidedOn(await listPhraseDecisions(db))
  const candidates = await proposed(today, openings, decided, (ids) =>
    namedIn(db, ids, { from: edges[0]!, to: window.to }),
  )
  const spellings = new Map(candidates.map(({ key, text }) => [key, spelt(text, decided)]))
  const recent = daysBefore(window.from, timezone, weekDays).at(-1)?.from ?? window.from
  const { phrases, all } = await phraseHistories(db, spellings, { edges: [...edges, window.to], recent })
  const told = candidates.flatMap((candidate) => {
    const history = phrases.get(candidate.key)
    if (!history) return []
    const course = { told: history.told, all }
    const decision = decided.byKey.get(candidate.key)
    const promoted = decision?.decision === 'promoted'
    const [state, burst] = [stateOf(course, history.recent), burstOf(course)]
    const rises = state === 'active' || state === 'candidate'
    if (!promoted && (burst === 0 || !(rises || outlives(course)))) return []
    const phrase = {
      id: createHash('sha256').update(candidate.key).digest('hex').slice(0, 12),
      phrase: candidate.text,
      label: decision?.name ?? candidate.text,
      state,
      stories: history.told[0] ?? 0,
      storiesThisWeek: history.recent,
      weight: round(weightOf(course)),
      burst: round(burst),
      firstSeen: dateIn(history.firstSeen, timezone),
      lastSeen: dateIn(history.lastSeen, timezone),
    }
    return [{ phrase, promoted, rises, candidate, history }]
  })
  told.sort(
    ({ phrase: a }, { phrase: b }) =>
      states.indexOf(a.state) - states.indexOf(b.state) ||
      b.weight - a.weight ||
      b.storiesThisWeek - a.storiesThisWeek ||
      b.burst - a.burst ||
      (a.phrase < b.phrase ? -1 : 1),
  )
  const places = { rising: 0, past: 0 }
  const shown = told.filter(({ promoted, rises }) => promoted || places[rises ? 'rising' : 'past']++ < mostShown)
  // What no story of the day tells is quoted from the last article that did.
  const asleep = shown.flatMap(({ candidate, history }) => (candidate.stories.size > 0 ? [] : [history.articleId]))
  const [rows, lastTexts] = [await articleRows(db, asleep), await articleTexts(db, asleep)]
  return shown.map(({ phrase, candidate, history }) => {
    const [article, text] = [rows.get(history.articleId), lastTexts.get(history.articleId)?.text ?? '']
    const tellers = [...candidate.stories.values()].slice(0, mostQuotes)
    return {
      ...phrase,
      quotes: (tellers.length === 0 && article ? [{ article, text }] : tellers).map((told) => ({
        quote: sentenceWith(told.text, spellings.get(candidate.key)!),
        source: sourceOf(told.article),
      })),
    }
  })
}

const states: readonly EmergingPhrase['state'][] = ['active', 'candidate', 'fading', 'dormant']
const round = (value: number): number => Math.round(1e4 * value) / 1e4

const decidedOn = (decisions: Decided['list']): Decided => ({
  list: decisions,
  byKey: new Map(decisions.map((decision) => [phraseKey(decision.phrase), decision])),
})

/** A phrase in every spelling; what was merged into it is told in its own words. */
function spelt(text: string, { list }: Decided): string[] {
  const key = phraseKey(text)
  const merged = list.flatMap(({ phrase, into }) => (into !== null && phraseKey(into) === key ? [phrase] : []))
  return [...new Set([text, ...merged].flatMap((phrase) => [phrase, ...spellingsOf(phrase)]))]
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

/** The first sentence that has every word of a phrase; plural or singular, so by their stems' beginnings. */
function sentenceWith(text: string, phrases: readonly string[]): string {
  const stems = phrases.map((phrase) => phrase.split(' ').map((word) => word.slice(0, Math.max(3, word.length - 3))))
  const range = splitSentences(text).find(({ start, end }) => {
    const sentence = text.slice(start, end).toLowerCase()
    return stems.some((words) => words.every((stem) => sentence.includes(stem)))
  })
  return range ? text.slice(range.start, range.end) : ''
}
