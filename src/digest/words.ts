/** The words a digest is written in, the same in every form: levels, changes, tones, facts in a line. */
import { bankName, measureName } from './names.ts'
import type { FindingRow } from '../query.ts'
import type { DateRange, Finding } from '../types.ts'
import type { Digest, DigestChanges, DigestFact, DigestTheme, EmergingPhrase } from './digest.ts'
import { fewestShared, hasShares, minimumHistory, tellsShare } from './baseline.ts'
import { moveTime, type Day } from './moves.ts'
import { clockIn, dateIn } from './window.ts'

/** A score in five steps, cut at ±0.15 and ±0.35 (Alpha Vantage's cuts). */
export const toneOf = (score: number): string =>
  score >= 0.35
    ? 'positive'
    : score >= 0.15
      ? 'rather positive'
      : score > -0.15
        ? 'neutral'
        : score > -0.35
          ? 'rather negative'
          : 'negative'

/** "positive +0.49, was +1.00": a change of tone is told by what it was in the digest before. */
export const toneWords = (score: number, change: number | null = null): string =>
  [
    `${toneOf(score)} ${signed(score)}`,
    change === null ? '' : signed(score - change) === signed(score) ? 'unchanged' : `was ${signed(score - change)}`,
  ]
    .filter(Boolean)
    .join(', ')

/** What rounds to nothing has no minus. */
export function signed(value: number, digits = 2): string {
  const size = Math.abs(value).toFixed(digits)
  return `${value < 0 && Number(size) > 0 ? '−' : '+'}${size}`
}
export const percent = (share: number): string => `${Math.round(100 * share)}%`
/** A difference of two shares, in percentage points. */
export const points = (difference: number): string => `${signed(100 * difference, 0)} pts`

/** "2.5%", "3.5–3.75%", "above 5%", "25 bps"; empty when no level is stated. */
export function levelOf({
  low,
  high,
  unit = 'percent',
}: {
  low: number | null
  high: number | null
  unit?: 'percent' | 'bps'
}): string {
  const sign = unit === 'bps' ? ' bps' : '%'
  const minus = (value: number): string => String(value).replace('-', '−')
  if (low === null) return high === null ? '' : `below ${minus(high)}${sign}`
  if (high === null) return `above ${minus(low)}${sign}`
  if (low === high) return `${minus(low)}${sign}`
  return `${minus(low)}${low < 0 || high < 0 ? ' to ' : '–'}${minus(high)}${sign}`
}

/** At the start of a line. */
const titled = (name: string): string => name.replace(/^the /, '')

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** "13 March 2026" for 2026-03-13, "June 2026" for 2026-06. Written here: what ICU prints differs between versions. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? date : [day === undefined ? '' : Number(day), name, year].filter(Boolean).join(' ')
}
/** "Friday, 13 March 2026" */
export const dayWords = (date: string): string =>
  `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''}, ${dateWords(date)}`

export const decided: Readonly<Record<string, string>> = { hike: 'raised rates', cut: 'cut rates', hold: 'held rates' }
const deciding: Readonly<Record<string, string>> = { hike: 'rate rise', cut: 'rate cut', hold: 'no change in rates' }

const basisWords = { actual: '', previous: 'before', expected: 'expected', hypothetical: 'if' } as const

/** One fact in plain words: "Fed policy rate 3.5–3.75% (hold)". */
export function factOf(row: Finding): string {
  switch (row.kind) {
    case 'rate': {
      const { type, issuer, subject, action, changeBps, basis } = row.value
      const change = changeBps === undefined || changeBps === 0 ? '' : `${signed(changeBps, 0)} bp`
      const note = [action, change, basisWords[basis]].filter(Boolean).join(', ')
      const what = issuer === undefined ? measureName(subject ?? '', type) : `${titled(bankName(issuer))} policy rate`
      return [what, levelOf(row.value), note && `(${note})`].filter(Boolean).join(' ')
    }
    case 'policy_event':
      return row.value.type === 'rate_decision' ? decisionOf(row.value) : eventOf(row.value)
    case 'move': {
      const { direction, percent: share, basisPoints, points: size, level, period } = row.value
      const by =
        share !== undefined
          ? `${share}%`
          : basisPoints !== undefined
            ? `${basisPoints} bp`
            : size !== undefined
              ? `${size} points`
              : ''
      // Within a line, a sentence's own first word is no first word.
      const over = period?.text.replace(/^(?:During|For|In|Last|Over|Since|So|This)\b/, (word) => word.toLowerCase())
      return [`${direction} ${by}`.trim(), level === undefined ? '' : `to ${level}`, over].filter(Boolean).join(', ')
    }
    case 'instrument':
    case 'theme':
    case 'stance':
    case 'quote':
    case 'table':
      return row.kind
  }
}

/** A move, and the day it was told on where that is not the digest's: "down 1.6%, on 12 March". */
export function moveWords(row: FindingRow, day: Day): string {
  const toldOn = row.kind === 'move' ? moveTime(row, day).toldOn : null
  return [factOf(row), toldOn && `on ${shortDate(toldOn, day.date)}`].filter(Boolean).join(', ')
}

type PolicyValue = Extract<Finding, { kind: 'policy_event' }>['value']

/** "Fed held rates at 3.5–3.75% (vote 10–2, against: …)" */
function decisionOf({ actor, action, rate, vote, status }: PolicyValue): string {
  const level = rate ? levelOf({ low: rate.low, high: rate.high }) : ''
  const note = [
    rate?.changeBps ? `${signed(rate.changeBps, 0)} bp` : '',
    vote ? `vote ${vote.for}–${vote.against}` : '',
    vote && vote.dissenters.length > 0 ? `against: ${vote.dissenters.join(', ')}` : '',
  ].filter(Boolean)
  const what = (status === 'happened' ? decided : deciding)[action] ?? 'rate decision'
  return [
    `${actor === null ? 'A central bank' : titled(bankName(actor))}${status === 'happened' ? '' : ':'}`,
    what,
    level && `${action === 'hold' ? 'at' : 'to'} ${level}`,
    note.length > 0 && `(${note.join(', ')})`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Where its sentence stands below, a heading is what was done, not the sentence again: "FDIC: lighten capital rules". */
export function headingOf(row: Finding): string {
  if (row.kind !== 'policy_event' || row.value.type === 'rate_decision') return factOf(row)
  const { action, title, type } = row.value
  if (title.length <= longestHeading && !title.endsWith('.')) return factOf(row)
  const said = action.includes(' ') && action.length <= longestHeading
  return eventOf({ ...row.value, title: said ? action : type.replaceAll('_', ' ') })
}
const longestHeading = 60

/** "Fed: Powell’s term as chair ends"; who acts is not said twice. */
function eventOf({ actor, person, action, title, type }: PolicyValue): string {
  const what = title || [action, type].join(' ').replaceAll('_', ' ')
  const who = actor === null ? '' : titled(bankName(actor))
  const named = (name: string): boolean => name === '' || what.toLowerCase().includes(name.toLowerCase())
  const heads = [who, person ?? ''].filter((name) => !named(name))
  return heads.length === 0 ? what : `${heads.join(', ')}: ${what}`
}

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

/** "12 March"; "12 March 2025" where it stands beside a day of another year. */
export const shortDate = (date: string, beside: string): string =>
  date.slice(0, 4) === beside.slice(0, 4) ? dateWords(date).replace(/ \d{4}$/, '') : dateWords(date)

/** "13 March 2026, 16:00" on a zone's clocks. */
export function momentWords(instant: string, timezone: string): string {
  const [date = '', time = ''] = clockIn(instant, timezone).split(' ')
  return `${dateWords(date)}, ${time}`
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

const blocks = '▁▂▃▄▅▆▇█'
/** A month of attention in a line of text; a dot is a day without stories. */
export function courseOf(course: readonly (number | null)[]): string {
  const highest = Math.max(...course.map((share) => share ?? 0), 0.01)
  return course
    .map((share) => (share === null ? '·' : blocks[Math.round((share / highest) * (blocks.length - 1))]))
    .join('')
}

/** Themes told for the first time in a month, and those that come back. */
export const themesStanding = ({ themes }: Pick<Digest, 'themes'>, standing: 'new' | 'returning'): DigestTheme[] =>
  themes.filter((theme) => theme.standing === standing)

/** Their names would say again what has just been read. */
export const areAllNew = ({ themes }: Pick<Digest, 'themes'>): boolean =>
  themes.length > 1 && themes.every(({ standing }) => standing === 'new')

// A year is told as the year, not as its January.
const startOf = (date: DateRange | null): string | null | undefined =>
  date?.precision === 'year' ? date.from?.slice(0, 4) : date?.from

/** "20 March 2026", "June 2026", "Q4 2025", "2026"; empty when it is not told. */
export function whenWords(date: DateRange | null): string {
  const from = startOf(date) ?? ''
  const quarter = date?.precision === 'quarter' ? ['01', '04', '07', '10'].indexOf(from.slice(5, 7)) + 1 : 0
  return quarter > 0 ? `Q${quarter} ${from.slice(0, 4)}` : dateWords(from)
}

/** The day an event ahead is on, or "June 2026". */
export function eventDay({ finding }: Pick<DigestFact, 'finding'>): string {
  if (finding.kind !== 'policy_event') return ''
  const when = startOf(finding.value.date)
  return when?.length === 10 ? dayWords(when) : whenWords(finding.value.date)
}

/** When something is or was, and how sure: "scheduled, 20 March 2026". */
export function standingOf(finding: Finding): string {
  if (finding.kind !== 'policy_event' && finding.kind !== 'rate') return ''
  const status = finding.kind === 'policy_event' ? finding.value.status : ''
  return [status, whenWords(finding.value.date)].filter(Boolean).join(', ')
}

/** "The Ledger, 13 March 2026, 16:30 −05:00": the publisher's own clock. */
export function sourceOf({ source }: { source: FindingRow['source'] }): string {
  const { siteName, url, publishedAt, publishedPrecision } = source
  const site = siteName ?? (url !== null && URL.canParse(url) ? new URL(url).hostname : null)
  return [site, publishedAt === null ? 'undated' : publishedWords(publishedAt, publishedPrecision)]
    .filter(Boolean)
    .join(', ')
}

type Precision = FindingRow['source']['publishedPrecision']

/** YYYY-MM-DD, or YYYY-MM: the publisher's own day, as far as it is known. */
export const publishedDay = (publishedAt: string, precision: Precision): string =>
  publishedAt.slice(0, precision === 'month' ? 7 : 10)

export function publishedWords(publishedAt: string, precision: Precision): string {
  const day = dateWords(publishedDay(publishedAt, precision))
  const [, time, offset] = /T(\d{2}:\d{2})[^Z+-]*(Z|[+-]\d{2}:?\d{2})?$/.exec(publishedAt) ?? []
  if (precision !== 'instant' || time === undefined) return day
  return `${day}, ${time} ${offset === undefined || offset === 'Z' ? 'UTC' : offset.replace('-', '−')}`
}

export const many = (n: number, one: string): string => `${n} ${n === 1 ? one : one.replace(/y$/, 'ie') + 's'}`

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
