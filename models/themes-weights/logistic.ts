/** Logistic regression of many labels at once over dense rows, by Adagrad over all rows; the same input gives the same weights. */

export interface Training {
  readonly penalty: number
  readonly rounds: number
  readonly step: number
  /** Weights to start from and to stay near; absent: zero. */
  readonly start?: Float32Array
}

/** For each label a weight per column, then an offset, one label after the other. */
export function trainLogistic(
  rows: readonly Float32Array[],
  labels: readonly ReadonlySet<number>[],
  count: number,
  { penalty, rounds, step, start }: Training,
): Float32Array {
  const width = rows[0]?.length ?? 0
  const weights = start ? start.slice() : new Float32Array(count * (width + 1))
  for (let label = 0; label < count; label++) {
    const at = label * (width + 1)
    const own = weights.subarray(at, at + width + 1)
    const near = start?.subarray(at, at + width)
    own[width] = -4
    const seen = new Float64Array(width + 1).fill(1e-8)
    const gradient = new Float64Array(width + 1)
    for (let round = 0; round < rounds; round++) {
      gradient.fill(0)
      rows.forEach((row, i) => {
        let sum = own[width]!
        for (let c = 0; c < width; c++) sum += row[c]! * own[c]!
        const error = 1 / (1 + Math.exp(-sum)) - (labels[i]!.has(label) ? 1 : 0)
        for (let c = 0; c < width; c++) gradient[c]! += error * row[c]!
        gradient[width]! += error
      })
      for (let c = 0; c <= width; c++) {
        const held = c < width ? penalty * (own[c]! - (near?.[c] ?? 0)) : 0
        const slope = gradient[c]! / rows.length + held
        seen[c]! += slope * slope
        own[c]! -= (step * slope) / Math.sqrt(seen[c]!)
      }
    }
  }
  return weights
}
