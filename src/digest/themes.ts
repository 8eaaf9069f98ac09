/** Themes of a window: attention against the digest before and a baseline that leaves the window out. */
import type { AttentionRow } from '../store/attention.ts'
import type { Told } from '../store/told.ts'
import { themeParts, type Role, type ThemePart } from '../types.ts'
import { baselineOf, hasShares, type Baseline } from './baseline.ts'
import type { DigestTheme, FadingTheme } from './digest.ts'
import { widestFirst } from './parties.ts'
import { byStory, groupBy, order, round, type ToldBy } from './stories.ts'

const mostThemes = 40
/** Themes that a reader is shown whole; of the rest one sentence is kept. */
export const wholeThemes = 5
const mostQuotes = 3
const mostRoles = 10
const mostFading = 8

export type ThemeTold = Told<'theme'> & ToldBy
/** A theme with the findings whose sentences shall be quoted. */
export type ThemeDraft = Omit<DigestTheme, 'quotes'> & { readonly quotes: readonly ThemeTold[] }

/** A theme's share of all stories: in the window, in the digest before, on each of the days before. */
interface ThemeHistory {
  readonly theme: string
  readonly label: string
  readonly stories: number
  readonly storiesBefore: number
  readonly sentiment: number | null
  readonly attention: number
  /** null: there is no digest before. */
  readonly attentionBefore: number | null
  /** null: not told then. */
  readonly sentimentBefore: number | null
  /** Oldest first; null on days without stories. */
  readonly course: readonly (number | null)[]
}

export interface History {
  /** Of the window, all themes and none. */
  readonly stories: number
  /** Of the digest before. */
  readonly storiesBefore: number
  /** Days with stories. */
  readonly days: number
  readonly themes: readonly ThemeHistory[]
}

/** `rows`: attention in the window (0), in the digest before (1), and on the days before it, latest first (from 2). */
export function historyOf(rows: readonly AttentionRow[], days: number): History {
  const stories = new Map(rows.filter((row) => row.theme === null).map((row) => [row.window, row.stories]))
  const themes = groupBy(
    rows.filter((row) => row.theme !== null),
    (row) => row.theme ?? '',
  )
  const places = Array.from({ length: days }, (_, i) => days + 1 - i)
  return {
    stories: stories.get(0) ?? 0,
    storiesBefore: stories.get(1) ?? 0,
    days: places.filter((place) => stories.has(place)).length,
    themes: [...themes].map(([theme, told]) => {
      const at = new Map(told.map((row) => [row.window, row]))
      const share = (window: number): number | null => {
        const all = stories.get(window)
        return all === undefined ? null : (at.get(window)?.stories ?? 0) / all
      }
      return {
        theme,
        // Rows come by window, so that of the window itself comes first.
        label: told.find((row) => row.label !== null)?.label ?? theme,
        stories: at.get(0)?.stories ?? 0,
        storiesBefore: at.get(1)?.stories ?? 0,
        sentiment: at.get(0)?.sentiment ?? null,
        attention: share(0) ?? 0,
        attentionBefore: share(1),
        sentimentBefore: at.get(1)?.sentiment ?? null,
        course: places.map(share),
      }
    }),
  }
}

/**
 * `rows`: what the window tells. Most momentum first, in whole stories, for less than one is no difference; then the most
 * relevantly told, then what stands out most.
 */
export function themesOf(rows: readonly ThemeTold[], history: History, older: ReadonlySet<string>): ThemeDraft[] {
  const findings = groupBy(rows, (row) => row.value.theme)
  const weights = new Map([...findings].map(([theme, told]) => [theme, round(weightOf(byStory(told)))]))
  const weight = ({ theme }: ThemeDraft): number => weights.get(theme) ?? 0
  const gained = ({ momentum }: ThemeDraft): number => Math.round(momentum * history.stories)
  return history.themes
    .filter(({ stories }) => stories > 0)
    .map((theme) => themeOf(theme, findings.get(theme.theme) ?? [], history, older))
    .sort(
      (a, b) =>
        gained(b) - gained(a) || weight(b) - weight(a) || (b.zScore ?? 0) - (a.zScore ?? 0) || order(a.theme, b.theme),
    )
    .slice(0, mostThemes)
    .map((theme, i) => ({ ...theme, quotes: theme.quotes.slice(0, i < wholeThemes ? mostQuotes : 1) }))
}

const weightOf = (stories: readonly ToldBy[]): number => stories.reduce((sum, one) => sum + one.relevance, 0)

function themeOf(
  { theme, label, stories, sentiment, attention, attentionBefore, sentimentBefore, course }: ThemeHistory,
  findings: readonly ThemeTold[],
  history: History,
  older: ReadonlySet<string>,
): ThemeDraft {
  const { baseline, zScore } = baselineIn(course, attention)
  const comparable = baseline !== null || hasShares(history.storiesBefore)
  const change = attentionBefore !== null && comparable ? round(attention - attentionBefore) : null
  const told = byStory(findings)
  const played = rolesIn([...findings].sort((a, b) => b.relevance - a.relevance || order(a.articleId, b.articleId)))
  const roles = { ...played, ...widestFirst(played) }
  const earlier = course.some((share) => share !== null && share > 0)
  return {
    theme,
    label,
    stories,
    attention: round(attention),
    change,
    momentum: baseline !== null ? round(attention - baseline) : (change ?? round(attention)),
    baseline,
    zScore: hasShares(history.stories) ? zScore : null,
    sentiment: round(sentiment ?? 0),
    sentimentChange: sentimentBefore === null ? null : round((sentiment ?? 0) - sentimentBefore),
    standing:
      attentionBefore === null && history.days === 0
        ? null
        : (attentionBefore ?? 0) > 0
          ? 'continuing'
          : earlier
            ? 'returning'
            : 'new',
    course: [...course, attention].map((share) => (share === null ? null : round(share))),
    ...partwise((part) => roles[part].slice(0, mostRoles)),
    // What is new is quoted first: stories that were told before come after.
    quotes: [...told.filter(({ story }) => !older.has(story)), ...told.filter(({ story }) => older.has(story))],
  }
}

function baselineIn(course: readonly (number | null)[], attention: number): Baseline {
  const { baseline, zScore } = baselineOf(
    attention,
    course.filter((share) => share !== null),
  )
  return { baseline: baseline && round(baseline), zScore: zScore && round(zScore) }
}

type Counted = DigestTheme['from'][number]

const partwise = <T>(of: (part: ThemePart) => T): Record<ThemePart, T> =>
  Object.fromEntries(themeParts.map((part) => [part, of(part)])) as Record<ThemePart, T>

/** Where the stories that say the contrary of a part put it. */
const contrary: Record<ThemePart, readonly ThemePart[]> = {
  from: ['to', 'winners'],
  to: ['from', 'losers'],
  winners: ['losers', 'from'],
  losers: ['winners', 'to'],
  // Two that tax each other's goods are on both sides.
  imposer: [],
  target: [],
  goods: [],
}

/** Who plays each part, by the number of stories that say so; nobody of whom as many say the contrary. */
function rolesIn(findings: readonly ThemeTold[]): Record<ThemePart, Counted[]> {
  const counted = partwise(rolesOf)
  return partwise((part) =>
    [...counted[part]]
      .filter(([key, { stories }]) =>
        contrary[part].every((other) => (counted[other].get(key)?.stories.size ?? 0) < stories.size),
      )
      .map(([, { role, stories }]) => ({ ...role, stories: stories.size }))
      // Of those told alike, what the most relevant says first.
      .sort((a, b) => b.stories - a.stories),
  )

  /** What has a symbol is known by it, else by its name. */
  function rolesOf(part: ThemePart): Map<string, { role: Role; stories: Set<string> }> {
    const roles = new Map<string, { role: Role; stories: Set<string> }>()
    for (const { value, story } of findings) {
      for (const role of value[part] ?? []) {
        const key = role.symbol ?? role.name.toLowerCase()
        const entry = roles.get(key) ?? { role, stories: new Set<string>() }
        entry.stories.add(story)
        roles.set(key, entry)
      }
    }
    return roles
  }
}

/**
 * Told in the digest before, now at most half as much and below the usual level; where that is not known, by three stories then.
 * Most lost first. None where there are too few stories to be missing from.
 */
export function fadingThemes({ stories, themes }: History): FadingTheme[] {
  if (!hasShares(stories)) return []
  return themes
    .map(({ theme, label, stories, attention, attentionBefore, storiesBefore, course }) => {
      const { baseline } = baselineIn(course, attention)
      return { theme, label, stories, storiesBefore, attention, before: attentionBefore ?? 0, baseline }
    })
    .filter(({ storiesBefore, baseline }) => baseline !== null || hasShares(storiesBefore))
    .filter(({ attention, before, baseline }) => before > 0 && attention <= before / 2 && attention < (baseline ?? 1))
    .sort((a, b) => round(b.before - b.attention) - round(a.before - a.attention) || order(a.theme, b.theme))
    .slice(0, mostFading)
    .map(({ theme, label, stories, attention, before, baseline }) => ({
      theme,
      label,
      stories,
      attention: round(attention),
      attentionBefore: round(before),
      baseline,
    }))
}
