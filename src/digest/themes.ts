/** Themes of a day: attention against the day before and a baseline that leaves the day out. */
import type { Kysely } from 'kysely'
import type { AttentionRow } from '../store/attention.ts'
import type { Database } from '../store/schema.ts'
import { getTheme } from '../store/themes.ts'
import type { FindingRow } from '../query.ts'
import type { Digest, DigestTheme, Quoted } from './digest.ts'
import type { Window } from './window.ts'

/** Days with stories below which a baseline says nothing. */
export const minimumHistory = 10
const mostThemes = 40
const mostQuotes = 3

export async function themesOf(db: Kysely<Database>, window: Window, history: AttentionRow[]): Promise<DigestTheme[]> {
  const today = history.filter((row) => row.window === 0 && row.theme !== null)
  const all = storiesByWindow(history)
  const ranked = today.sort((a, b) => b.stories - a.stories || (a.theme! < b.theme! ? -1 : 1)).slice(0, mostThemes)
  const themes: DigestTheme[] = []
  for (const row of ranked) {
    const theme = row.theme!
    const detail = await getTheme(db, theme, { time_from: window.from, time_to: window.to })
    const series = history.filter((other) => other.theme === theme && other.window > 0)
    const before = series.find((other) => other.window === 1)
    const attention = row.stories / (all.get(0) ?? row.stories)
    const yesterday = all.get(1)
    themes.push({
      theme,
      label: detail.label,
      stories: row.stories,
      attention: round(attention),
      change: yesterday === undefined ? null : round(attention - (before?.stories ?? 0) / yesterday),
      ...baselineOf(attention, series, all),
      sentiment: round(row.sentiment ?? 0),
      sentimentChange: before?.sentiment == null ? null : round((row.sentiment ?? 0) - before.sentiment),
      standing: before ? 'continuing' : series.length > 0 ? 'returning' : 'new',
      from: detail.from,
      to: detail.to,
      winners: detail.winners,
      losers: detail.losers,
      quotes: quotesOf(detail.findings),
    })
  }
  return themes
}

/** Themes of the day before that nobody tells today. */
export function fadingThemes(history: AttentionRow[]): Digest['fading'] {
  const all = storiesByWindow(history)
  const today = new Set(history.filter((row) => row.window === 0).map((row) => row.theme))
  return history
    .filter((row) => row.window === 1 && row.theme !== null && !today.has(row.theme))
    .map((row) => ({ theme: row.theme!, attentionBefore: round(row.stories / (all.get(1) ?? row.stories)) }))
    .sort((a, b) => b.attentionBefore - a.attentionBefore || (a.theme < b.theme ? -1 : 1))
}

const storiesByWindow = (history: AttentionRow[]): Map<number, number> =>
  new Map(history.filter((row) => row.theme === null).map((row) => [row.window, row.stories]))

/** Mean and z-score over the earlier days that had stories at all; a day without the theme counts as zero. */
function baselineOf(
  attention: number,
  series: AttentionRow[],
  all: Map<number, number>,
): Pick<DigestTheme, 'baseline' | 'zScore'> {
  const days = [...all].filter(([window]) => window > 0)
  if (days.length < minimumHistory) return { baseline: null, zScore: null }
  const told = new Map(series.map((row) => [row.window, row.stories]))
  const shares = days.map(([window, stories]) => (told.get(window) ?? 0) / stories)
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const deviation = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1))
  return { baseline: round(mean), zScore: deviation === 0 ? null : round((attention - mean) / deviation) }
}

/** The clearest sentences, one a story: the body's before the headline's, which the reader sees anyway. */
function quotesOf(findings: FindingRow[]): Quoted[] {
  const quotes: Quoted[] = []
  const stories = new Set<string>()
  for (const finding of findings) {
    const story = finding.source.storyId ?? finding.source.articleId
    const span = finding.evidence.find((one) => one.field !== 'title') ?? finding.evidence[0]
    if (stories.has(story) || span === undefined) continue
    stories.add(story)
    quotes.push({ quote: span.quote, source: finding.source })
    if (quotes.length === mostQuotes) break
  }
  return quotes
}

/** Four decimals: what is shown is what is stored, and sums of floats print the same everywhere. */
export const round = (value: number): number => Math.round(value * 10_000) / 10_000
