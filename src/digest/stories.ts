/** Counting by story: each once, with the tone of its most relevant article. */
import type { FindingRow } from '../query.ts'

export const storyOf = ({ source }: FindingRow): string => source.storyId ?? source.articleId

export interface Told {
  readonly story: string
  readonly articleId: string
  readonly relevance: number
  readonly score: number
}

/** One entry a story, in order of story ids. */
export function byStory(told: readonly Told[]): Told[] {
  const best = new Map<string, Told>()
  for (const one of told) {
    const other = best.get(one.story)
    if (
      !other ||
      one.relevance > other.relevance ||
      (one.relevance === other.relevance && one.articleId < other.articleId)
    )
      best.set(one.story, one)
  }
  return [...best.values()].sort((a, b) => order(a.story, b.story))
}

/** Mean score, weighted by relevance; 0 when nothing is relevant. */
export function meanTone(stories: readonly Told[]): number {
  const weight = weightOf(stories)
  return weight === 0 ? 0 : stories.reduce((sum, one) => sum + one.relevance * one.score, 0) / weight
}

export const weightOf = (stories: readonly Told[]): number => stories.reduce((sum, one) => sum + one.relevance, 0)

export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Four decimals: what is shown is what is stored, and sums of floats print the same everywhere. */
export const round = (value: number): number => Math.round(value * 10_000) / 10_000

/** In the order of first appearance; Node 20 has no Map.groupBy. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
