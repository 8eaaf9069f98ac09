/** Which phrases are looked at: what the day's stories share, what stood out in the openings of the days before, what is followed. */
import type { Opening } from '../store/openings.ts'
import type { PhraseDecision } from '../store/phrase-decisions.ts'
import { collocations } from '../text/collocations.ts'
import { leastLikelihoodRatio } from '../text/likelihood.ts'
import { nounPhrases, phraseKey } from '../text/noun-phrases.ts'
import type { ArticleRow } from '../query.ts'
import { burstOf, leastStories, outlives, weightOf } from './life-cycle.ts'

/** Phrases that compromise judges, of the day and of the days before. */
const mostJudged = { today: 60, before: 30 }

export interface Decided {
  readonly list: readonly PhraseDecision[]
  readonly byKey: ReadonlyMap<string, PhraseDecision>
}

export interface Told {
  readonly article: ArticleRow
  readonly text: string
}

export interface Candidate {
  /** Its stems. */
  readonly key: string
  readonly text: string
  /** The day's stories → the first article of each that tells it */
  readonly stories: ReadonlyMap<string, Told>
}

/** A phrase where it was seen. */
interface Seen {
  readonly key: string
  text: string
  /** False while it only stood where its capital may be a name's. */
  sure: boolean
  /** In a person's words: what others were merged into. */
  followed: boolean
  readonly stories: Map<string, Told>
  readonly openings: Opening[]
}

/** `named`: what stands for an instrument or theme already, by the articles that tell it. In an order that the store alone decides. */
export async function proposed(
  today: readonly Told[],
  openings: readonly Opening[],
  decided: Decided,
  named: (articles: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<Candidate[]> {
  const seen = seenIn(today, openings, decided)
  const open = [...seen.values()].filter(({ key, sure }) => sure && !decided.byKey.has(key))
  const courseOf = courses(today.length, openings)
  const rising = open
    .filter(({ stories }) => stories.size >= leastStories)
    .map((phrase) => ({ phrase, weight: weightOf(courseOf(phrase)) }))
  const past = open
    .filter(({ stories, openings }) => stories.size < leastStories && openings.length >= leastStories)
    .map((phrase) => ({ phrase, weight: outlives(courseOf(phrase)) ? burstOf(courseOf(phrase)) : 0 }))
    .filter(({ weight }) => weight > 0)
  const bound = collocations(
    [...rising, ...past].map(({ phrase }) => phrase.key),
    [...today, ...openings].map(({ text }) => text),
  )
  const most = (of: typeof rising, count: number): Seen[] =>
    of
      .filter(({ phrase }) => phrase.followed || (bound.get(phrase.key) ?? 0) >= leastLikelihoodRatio)
      .sort((a, b) => b.weight - a.weight || (a.phrase.key < b.phrase.key ? -1 : 1))
      .slice(0, count)
      .map(({ phrase }) => phrase)
  const asked = [...most(rising, mostJudged.today), ...most(past, mostJudged.before)]
  const tellers = asked.flatMap(({ openings }) => openings.map(({ articleId }) => articleId))
  const names = new Set([...(await named([...today.map(({ article }) => article.id), ...tellers]))].map(phraseKey))
  const promoted = [...decided.byKey].flatMap(([key, { phrase, decision }]) =>
    decision === 'promoted' ? [{ key, text: phrase, stories: seen.get(key)?.stories ?? new Map<string, Told>() }] : [],
  )
  return [...promoted, ...(await judged(asked.filter(({ key }) => !names.has(key))))]
}

/** What was merged is the other; a phrase that somebody decided on is told in the words of the decision. */
function seenIn(today: readonly Told[], openings: readonly Opening[], { byKey }: Decided): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  const phrasesIn = (text: string): Seen[] =>
    nounPhrases(text).map((found) => {
      const into = byKey.get(found.key)?.into ?? null
      const key = into === null ? found.key : phraseKey(into)
      const followed = into ?? byKey.get(key)?.phrase
      const phrase = seen.get(key) ?? {
        key,
        text: found.text,
        sure: false,
        followed: false,
        stories: new Map(),
        openings: [],
      }
      if (followed !== undefined) phrase.text = followed
      else if (!phrase.sure) phrase.text = found.text
      phrase.followed = followed !== undefined
      phrase.sure ||= found.sure || phrase.followed
      seen.set(key, phrase)
      return phrase
    })
  for (const told of today) {
    const story = told.article.storyId ?? told.article.id
    for (const { stories } of phrasesIn(told.text)) if (!stories.has(story)) stories.set(story, told)
  }
  for (const opening of openings) {
    for (const phrase of new Set(phrasesIn(opening.text))) phrase.openings.push(opening)
  }
  return seen
}

/** Before the store is asked: stories of the day, and on the days before the openings that have the phrase. */
function courses(today: number, openings: readonly Opening[]) {
  const days = Math.max(0, ...openings.map(({ day }) => day))
  const byDay = (of: readonly Opening[]): number[] => {
    const counts = Array<number>(days).fill(0)
    for (const { day } of of) counts[days - day]! += 1
    return counts
  }
  const all = [today, ...byDay(openings)]
  return ({ stories, openings }: Seen) => ({ told: [stories.size, ...byDay(openings)], all })
}

/** Without what is no thing in itself: people, places, dates, quantities, and phrases that are part of a longer one. */
async function judged(phrases: Seen[]): Promise<Seen[]> {
  if (phrases.length === 0) return []
  const { default: nlp } = await import('compromise')
  const nouns = phrases.filter(({ text, followed }) => {
    if (followed) return true
    const phrase = nlp(text)
    return phrase.nouns().length === 1 && !phrase.has('(#ProperNoun|#Person|#Place|#Organization|#Date|#Value|#Unit)')
  })
  const tellers = ({ stories, openings }: Seen): number => stories.size + openings.length
  return nouns.filter(
    (phrase) =>
      !nouns.some(
        (longer) =>
          longer.text.length > phrase.text.length &&
          ` ${longer.text} `.includes(` ${phrase.text} `) &&
          tellers(longer) >= tellers(phrase),
      ),
  )
}
