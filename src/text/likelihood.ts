/** Whether a thing comes more often here than elsewhere than chance would have it. 110 of 2,552 here, 111 of 29,225 elsewhere → 270.7 */

/**
 * χ² with one degree of freedom that chance exceeds, upwards, once in four hundred times. A day of eleven stories has to be able to show
 * what is new in three of them; once in a thousand (9.55) asked for four.
 */
export const leastLikelihoodRatio = 7.88

/**
 * Log-likelihood ratio −2 log λ of `here` in `of` trials against `there` in `ofThere` (Dunning 1993, Accurate methods for the
 * statistics of surprise and coincidence); it holds for the few occurrences that a normal approximation does not. 0 where it comes
 * no more often here than there, or one of the two has no trials.
 */
export function likelihoodRatio(here: number, of: number, there: number, ofThere: number): number {
  if (of <= 0 || ofThere <= 0 || here * ofThere <= there * of) return 0
  const share = (here + there) / (of + ofThere)
  const gained = (count: number, trials: number): number =>
    part(count, trials * share) + part(trials - count, trials * (1 - share))
  return Math.max(0, 2 * (gained(here, of) + gained(there, ofThere)))
}

const part = (count: number, expected: number): number => (count === 0 ? 0 : count * Math.log(count / expected))
