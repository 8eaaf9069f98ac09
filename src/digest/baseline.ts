/** What is usual for a theme: mean and spread of its share of stories over earlier windows, the present one left out. */

/** Windows with stories below which a baseline says nothing. */
export const minimumHistory = 10

/** Stories of a window below which a share of them says nothing: all of one story is no 100%. */
export const fewestShared = 3
export const hasShares = (stories: number): boolean => stories >= fewestShared

/** Whether a theme is told by its share: of a window that has shares, and itself of some stories or with a usual level. */
export const tellsShare = (
  theme: { readonly stories: number; readonly baseline: number | null },
  { counts }: { readonly counts: { readonly stories: number } },
): boolean => hasShares(counts.stories) && (theme.baseline !== null || hasShares(theme.stories))

export interface Baseline {
  /** Mean share, 0..1; null below the minimum history. */
  readonly baseline: number | null
  /** (attention − baseline) / sample standard deviation; null without a baseline or without spread. */
  readonly zScore: number | null
}

/** `shares`: of the earlier windows that had stories; one without the theme is a zero. */
export function baselineOf(attention: number, shares: readonly number[]): Baseline {
  if (shares.length < minimumHistory) return { baseline: null, zScore: null }
  const baseline = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const deviation = Math.sqrt(shares.reduce((sum, share) => sum + (share - baseline) ** 2, 0) / (shares.length - 1))
  return { baseline, zScore: deviation < 1e-9 ? null : (attention - baseline) / deviation }
}
