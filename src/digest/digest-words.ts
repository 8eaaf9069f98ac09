/** The words a digest is written in, the same in every form: what it is of, what it is compared with, themes, changes, phrases. */
import { fewestShared, hasShares, minimumHistory, tellsShare } from './baseline.ts'
import { dateWords, dayWords, momentWords, shortDate } from './date-words.ts'
import type { Digest, DigestChanges, DigestTheme, EmergingPhrase } from './digest.ts'
import { dateIn } from './window.ts'
import { many, percent, points, signed } from './words.ts'

/** "out of mega-cap tech, into small caps; gains …" */
export function rolesOf(theme: DigestTheme): string[] {
  const names = (head: string, roles: DigestTheme['from'] = []): string =>
    roles.length === 0
      ? ''
      : `${head} ${roles
          .slice(0, 5)
          .map((role) => role.name)
          .join(', ')}`
  return [
    names('out of', theme.from),
    names('into', theme.to),
    names('imposed by', theme.imposer),
    names('aimed at', theme.target),
    names('on', theme.goods),
    names('gains:', theme.winners),
    names('loses:', theme.losers),
  ].filter(Boolean)
}

/** "3 of 9 stories, 33% (+23 pts against the usual 10%; −2 pts against 12 March; z +1.9)"; of very few, "1 of 7 stories" */
export function attentionOf(theme: DigestTheme, digest: Pick<Digest, 'date' | 'counts' | 'previous'>): string {
  const stories = `${theme.stories} of ${many(digest.counts.stories, 'story')}`
  if (!tellsShare(theme, digest)) return stories
  const notes = [
    theme.baseline === null ? '' : `${points(theme.momentum)} against the usual ${percent(theme.baseline)}`,
    theme.change === null || digest.previous === null
      ? ''
      : `${points(theme.change)} against ${shortDate(digest.previous.date, digest.date)}`,
    theme.zScore === null ? '' : `z ${signed(theme.zScore, 1)}`,
  ].filter(Boolean)
  return `${stories}, ${percent(theme.attention)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
}

/** What a digest is called: its day, or its window. */
export const titleOf = ({ date, market, window, timezone }: Digest): string =>
  `Market themes, ${market ? dayWords(date) : `${momentWords(window.from, timezone)} to ${momentWords(window.to, timezone)}`}`

/** "From 12 March 2026, 16:00 to 13 March 2026, 16:00 in America/New_York." */
export const windowWords = ({ window, timezone }: Pick<Digest, 'window' | 'timezone'>): string =>
  `From ${momentWords(window.from, timezone)} to ${momentWords(window.to, timezone)} in ${timezone}.`

/** "9 articles, 8 stories from 6 sources; the newest 8 minutes before the end. Left out: …" */
export function readWords({ counts, sources, freshness, leftOut }: Digest): string {
  const newest = freshness === null ? '' : `; the newest ${durationWords(freshness.minutesBeforeEnd)} before the end`
  const reasons = leftOut.reasons.map(({ code, articles }) => `${articles} ${reasonWords[code] ?? code}`)
  const left = reasons.length === 0 ? '' : ` Left out: ${reasons.join(', ')}.`
  return `${many(counts.articles, 'article')}, ${many(counts.stories, 'story')} from ${many(sources.length, 'source')}${newest}.${left}`
}

const reasonWords: Readonly<Record<string, string>> = {
  'same-story': 'counted with another that tells the same',
  'same-article': 'that came again under another address',
  'nothing-found': 'with nothing about markets',
  'other-language': 'in another language',
}

const durationWords = (minutes: number): string =>
  minutes < 90 ? many(minutes, 'minute') : many(Math.round(minutes / 60), 'hour')

/** What the window is compared with, in a sentence. */
export const historyWords = ({ counts, previous, themes }: Pick<Digest, 'counts' | 'previous' | 'themes'>): string =>
  previous === null
    ? 'No earlier day to compare with yet.'
    : (hasShares(counts.stories) && themes.length > 0 && themes.every(({ change }) => change === null)
        ? `The digest of ${dateWords(previous.date)} has too few stories to compare shares with`
        : `Changes are against the digest of ${dateWords(previous.date)}`) +
      (!hasShares(counts.stories)
        ? `; fewer than ${fewestShared} stories have no shares.`
        : counts.historyDays < minimumHistory
          ? `; ${counts.historyDays} earlier ${counts.historyDays === 1 ? 'day is' : 'days are'} too few for a usual level, which takes ${minimumHistory}.`
          : `, usual levels are the mean of ${counts.historyDays} earlier days.`)

/** "Since the first edition of 13 March 2026, 07:00: 2 articles more." */
export function changesWords({ firstMadeAt, articles, stories }: DigestChanges, timezone: string): string {
  const difference = (n: number, one: string): string =>
    n === 0 ? '' : `${many(Math.abs(n), one)} ${n > 0 ? 'more' : 'fewer'}`
  const counts = [difference(articles, 'article'), difference(stories, 'story')].filter(Boolean)
  return `Since the first edition, made ${momentWords(firstMadeAt, timezone)}: ${counts.length > 0 ? counts.join(', ') : 'as many articles'}.`
}

/** "Oil supply: 2 stories, neutral → 3 stories, negative" */
export const changeWords = ({ what, change, before, after }: DigestChanges['items'][number]): string =>
  change === 'changed' ? (before?.startsWith(what) || after?.startsWith(what) ? `${before} → ${after}` : `${what}: ${before} → ${after}`) : what // prettier-ignore

/** Themes told for the first time in a month, and those that come back. */
export const themesStanding = ({ themes }: Pick<Digest, 'themes'>, standing: 'new' | 'returning'): DigestTheme[] =>
  themes.filter((theme) => theme.standing === standing)

/** Their names would say again what has just been read. */
export const areAllNew = ({ themes }: Pick<Digest, 'themes'>): boolean =>
  themes.length > 1 && themes.every(({ standing }) => standing === 'new')

/** "2 stories of the day, 5 this week, first told Monday, 9 March 2026"; what fades or sleeps says so first. */
export const emergingOf = ({ state, stories, storiesThisWeek, firstSeen, lastSeen }: EmergingPhrase): string =>
  [
    state === 'fading' || state === 'dormant' ? state : '',
    state === 'dormant' ? 'no story this week' : `${many(stories, 'story')} of the day, ${storiesThisWeek} this week`,
    `first told ${dayWords(firstSeen)}`,
    state === 'dormant' && lastSeen ? `last told ${dayWords(lastSeen)}` : '',
  ]
    .filter(Boolean)
    .join(', ')

/** Phrases by where they stand; no part without one. New is what no story before the window told. */
export function phraseParts({ emerging, window, timezone }: Pick<Digest, 'emerging' | 'window' | 'timezone'>) {
  const from = dateIn(window.from, timezone)
  const partOf = ({ state, stories, storiesThisWeek, firstSeen }: EmergingPhrase): string =>
    state === 'fading' || state === 'dormant'
      ? 'Fading'
      : firstSeen >= from && stories === storiesThisWeek
        ? 'New'
        : 'Still told'
  return ['New', 'Still told', 'Fading']
    .map((title) => ({ title, phrases: emerging.filter((phrase) => partOf(phrase) === title) }))
    .filter(({ phrases }) => phrases.length > 0)
}

export const quietEmerging = ({ counts }: Pick<Digest, 'counts'>): string =>
  counts.historyDays < minimumHistory
    ? `Fewer than ${minimumHistory} earlier days to compare with: what is new cannot be told yet.`
    : 'Nothing that several stories share is new.'

/** What a section says that has nothing to say. */
export const quiet = {
  themes: 'No theme was found in these stories.',
  turns: 'No earlier digest to tell what is new from.',
  rates: 'No rate was stated.',
  policy: 'No policy event was reported.',
  instruments: 'No instrument was in the news.',
  movers: 'No tone has turned.',
  calendar: 'No dated event ahead was reported.',
  disagreements: 'No theme or instrument was told well by some and badly by others.',
} as const
