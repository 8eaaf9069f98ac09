/** Chance that is none: numbers that follow from a seed, the same on every machine. */

export interface Chance {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  /** 0 ≤ n < below */
  readonly below: (below: number) => number
  readonly pick: <T>(among: readonly T[]) => T
  /** True so often, 0..1. */
  readonly often: (share: number) => boolean
  /** Of the standard normal distribution, near enough. */
  readonly bell: () => number
}

/** mulberry32 (Tommy Ettinger): small, and good enough for made-up news. */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (among) => among[below(among.length)]!,
    often: (share) => next() < share,
    bell: () => next() + next() + next() + next() + next() + next() - 3,
  }
}

/** Draws a rank, 0 the most frequent, as words and names are told: the n-th by 1/n to the power `steepness`. */
export function rankedBy(size: number, steepness: number): (chance: Chance) => number {
  const bounds = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank++) bounds[rank] = sum += (rank + 1) ** -steepness
  return (chance) => {
    const at = chance.next() * sum
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (bounds[middle]! > at) high = middle
      else low = middle + 1
    }
    return low
  }
}
