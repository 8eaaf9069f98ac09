/** Counting by story: each once, with the tone of its most relevant article. */

/** What an article says of a theme, as far as counting goes. */
export interface ToldBy {
  readonly story: string
  readonly articleId: string
  readonly relevance: number
  readonly score: number
}

/** One entry a story, most relevant first. */
export function byStory<T extends ToldBy>(told: readonly T[]): T[] {
  const best = new Map<string, T>()
  for (const one of told) {
    const other = best.get(one.story)
    if (
      !other ||
      one.relevance > other.relevance ||
      (one.relevance === other.relevance && one.articleId < other.articleId)
    )
      best.set(one.story, one)
  }
  return [...best.values()].sort((a, b) => b.relevance - a.relevance || order(a.articleId, b.articleId))
}

/** Sources are apart on something when some score it at least this and others at most minus this: the cuts of "neutral". */
export const apart = 0.15

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
