/** Trains linear classifiers, one against the rest, by dual coordinate descent on the squared hinge loss (Hsieh et al. 2008, as in LIBLINEAR). */

/** Sparse rows: row `i` holds `features[from[i]] … features[from[i + 1] − 1]` with `values`. */
export interface Sparse {
  readonly from: Int32Array
  readonly features: Int32Array
  readonly values: Float32Array
}

const rounds = 14

/** Weights of each class (last one the bias), for rows `chosen` with labels and costs of error. */
export function trainLinear(
  rows: Sparse,
  chosen: Int32Array,
  labels: Uint8Array,
  costs: Float32Array,
  width: number,
): Float64Array[] {
  return [0, 1, 2].map((label) => trainOne(rows, chosen, (row) => (labels[row] === label ? 1 : -1), costs, width))
}

function trainOne(
  rows: Sparse,
  chosen: Int32Array,
  signOf: (row: number) => 1 | -1,
  costs: Float32Array,
  width: number,
): Float64Array {
  const weights = new Float64Array(width + 1)
  const alphas = new Float64Array(chosen.length)
  const order = chosen.map((_, i) => i)
  const random = randomFrom(1)
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const swapped = order[i]!
      order[i] = order[j]!
      order[j] = swapped
    }
    for (const i of order) {
      const row = chosen[i]!
      const sign = signOf(row)
      const end = rows.from[row + 1]!
      let dot = weights[width]!
      let square = 1
      for (let at = rows.from[row]!; at < end; at++) {
        const value = rows.values[at]!
        dot += weights[rows.features[at]!]! * value
        square += value * value
      }
      const give = 1 / (2 * costs[row]!)
      const alpha = Math.max(0, alphas[i]! - (sign * dot - 1 + alphas[i]! * give) / (square + give))
      const step = (alpha - alphas[i]!) * sign
      if (step === 0) continue
      alphas[i] = alpha
      for (let at = rows.from[row]!; at < end; at++) weights[rows.features[at]!]! += step * rows.values[at]!
      weights[width]! += step
    }
  }
  return weights
}

/** Numbers from 0 to 1, the same every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
