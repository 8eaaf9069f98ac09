/** Themes of a day: attention against the day before and a baseline that leaves the day out. */
import type { AttentionRow } from '../store/attention.ts'
import type { FindingRow } from '../query.ts'
import type { Role } from '../types.ts'
import type { Digest, DigestTheme } from './digest.ts'
import { byStory, groupBy, order, round, storyOf, weightOf, type Told } from './stories.ts'

/** Days with stories below which a baseline says nothing. */
export const minimumHistory = 10
const mostThemes = 40
const mostQuotes = 3
const mostRoles = 10

type ThemeRow = Extract<FindingRow, { kind: 'theme' }>
/** A theme with the findings whose sentences shall be quoted. */
export type ThemeDraft = Omit<DigestTheme, 'quotes'> & { readonly quotes: FindingRow[] }

/** Attention by window: 0 is the day itself, 1 the day before, and so on. */
export interface History {
  /** How many windows were looked at, the day itself among them. */
  readonly windows: number
  readonly rows: readonly AttentionRow[]
  /** Stories of each window that has any. */
  readonly all: ReadonlyMap<number, number>
  /** The last earlier window with stories. */
  readonly previous: number | null
}

export function historyOf(rows: readonly AttentionRow[], windows: number): History {
  const all = new Map(rows.filter((row) => row.theme === null).map((row) => [row.window, row.stories]))
  const earlier = [...all.keys()].filter((window) => window > 0)
  return { windows, rows, all, previous: earlier.length === 0 ? null : Math.min(...earlier) }
}

/** `rows`: the day's findings. Most told first; of those told alike, what stands out most from its usual level. */
export function themesOf(rows: readonly FindingRow[], history: History): ThemeDraft[] {
  const findings = groupBy(
    rows.filter((row): row is ThemeRow => row.kind === 'theme'),
    (row) => row.value.theme,
  )
  const weights = new Map([...findings].map(([theme, found]) => [theme, round(weightOf(byStory(found.map(toldBy))))]))
  const weight = ({ theme }: ThemeDraft): number => weights.get(theme) ?? 0
  const outstanding = ({ attention, baseline }: ThemeDraft): number => round(attention - (baseline ?? 0))
  return history.rows
    .filter((row) => row.window === 0 && row.theme !== null)
    .map((row) => themeOf(row, findings.get(row.theme!) ?? [], history))
    .sort(
      (a, b) =>
        b.stories - a.stories || outstanding(b) - outstanding(a) || weight(b) - weight(a) || order(a.theme, b.theme),
    )
    .slice(0, mostThemes)
}

const toldBy = (row: ThemeRow): Told => ({
  story: storyOf(row),
  articleId: row.source.articleId,
  relevance: row.value.relevance,
  score: row.value.sentiment.score,
})

function themeOf(row: AttentionRow, findings: readonly ThemeRow[], history: History): ThemeDraft {
  const { all, previous } = history
  const course = history.rows.filter((other) => other.theme === row.theme)
  const told = new Map(course.map((other) => [other.window, other]))
  const share = (window: number): number | null => {
    const stories = all.get(window)
    return stories === undefined ? null : (told.get(window)?.stories ?? 0) / stories
  }
  const attention = share(0) ?? 0
  const before = previous === null ? undefined : told.get(previous)
  return {
    theme: row.theme!,
    label: row.label ?? row.theme!,
    stories: row.stories,
    attention: round(attention),
    change: previous === null ? null : round(attention - (share(previous) ?? 0)),
    ...baselineOf(
      attention,
      [...all.keys()].filter((window) => window > 0).map((window) => share(window) ?? 0),
    ),
    sentiment: round(row.sentiment ?? 0),
    sentimentChange: before?.sentiment == null ? null : round((row.sentiment ?? 0) - before.sentiment),
    standing:
      previous === null ? null : before ? 'continuing' : course.some(({ window }) => window > 0) ? 'returning' : 'new',
    course: Array.from({ length: history.windows }, (_, i) => {
      const value = share(history.windows - 1 - i)
      return value === null ? null : round(value)
    }),
    from: roles(findings, 'from'),
    to: roles(findings, 'to'),
    winners: roles(findings, 'winners'),
    losers: roles(findings, 'losers'),
    quotes: mostRelevantByStory(findings).slice(0, mostQuotes),
  }
}

/** Mean and z-score (sample standard deviation) over the earlier days that had stories; a day without the theme is a zero. */
function baselineOf(attention: number, shares: readonly number[]): Pick<DigestTheme, 'baseline' | 'zScore'> {
  if (shares.length < minimumHistory) return { baseline: null, zScore: null }
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const deviation = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1))
  return { baseline: round(mean), zScore: deviation < 1e-9 ? null : round((attention - mean) / deviation) }
}

/** Who plays a part, by the number of stories that say so. What has a symbol is known by it, else by its name. */
function roles(findings: readonly ThemeRow[], part: 'from' | 'to' | 'winners' | 'losers'): DigestTheme['from'] {
  const counted = new Map<string, { role: Role; stories: Set<string> }>()
  for (const finding of findings) {
    for (const role of finding.value[part]) {
      const key = role.symbol ?? role.name.toLowerCase()
      const entry = counted.get(key) ?? { role, stories: new Set<string>() }
      entry.stories.add(storyOf(finding))
      counted.set(key, entry)
    }
  }
  return [...counted.values()]
    .map(({ role, stories }) => ({ ...role, stories: stories.size }))
    .sort((a, b) => b.stories - a.stories || order(a.name, b.name))
    .slice(0, mostRoles)
}

function mostRelevantByStory(findings: readonly ThemeRow[]): ThemeRow[] {
  const sorted = [...findings].sort(
    (a, b) => b.value.relevance - a.value.relevance || order(a.source.articleId, b.source.articleId),
  )
  const stories = new Set<string>()
  return sorted.filter((finding) => !stories.has(storyOf(finding)) && stories.add(storyOf(finding)))
}

/** Themes of the day before that nobody tells today, most told first. */
export function fadingThemes({ rows, all, previous }: History): Digest['fading'] {
  if (previous === null) return []
  const today = new Set(rows.filter((row) => row.window === 0).map((row) => row.theme))
  return rows
    .filter((row) => row.window === previous && row.theme !== null && !today.has(row.theme))
    .map((row) => ({
      theme: row.theme!,
      label: row.label ?? row.theme!,
      attentionBefore: round(row.stories / (all.get(previous) ?? row.stories)),
    }))
    .sort((a, b) => b.attentionBefore - a.attentionBefore || order(a.theme, b.theme))
}
