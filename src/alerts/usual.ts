/** How far a theme's attention is from what is usual for it: mean and sample deviation over earlier windows, this one left out. */
import { baselineOf } from '../digest/baseline.ts'
import type { WindowCount } from '../store/alert-figures.ts'

export interface Usual {
  /** Share of the stories of window 0, 0..1. */
  readonly attention: number
  /** Mean share over the earlier windows that had stories; null with fewer than ten of them. */
  readonly usual: number | null
  /** (attention − usual) / standard deviation; null without a usual level or without spread. */
  readonly zScore: number | null
}

/** `told`: stories of the theme by window; `all`: stories of any kind by window. */
export function usualOf(told: readonly WindowCount[], all: readonly WindowCount[]): Usual {
  const stories = new Map(told.map((one) => [one.window, one.stories]))
  const share = (one: WindowCount): number => (stories.get(one.window) ?? 0) / one.stories
  const today = all.find(({ window }) => window === 0)
  const attention = today ? share(today) : 0
  const shares = all.filter(({ window }) => window > 0).map(share)
  const { baseline: usual, zScore } = baselineOf(attention, shares)
  return { attention, usual, zScore }
}
