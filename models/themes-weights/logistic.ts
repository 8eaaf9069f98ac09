/** Logistic regression of many labels at once by Adagrad, row after row; the same input gives the same weights. */

/** Columns that every row has, and those that few have: `ids` with their `values`. */
export interface Row {
  readonly dense: Float32Array
  readonly ids: Int32Array
  readonly values: Float32Array
}

export interface Weights {
  /** For each label a weight per dense column, then an offset, one label after the other. */
  readonly dense: Float32Array
  /** For each label a weight per sparse column. */
  readonly sparse: Float32Array
}

export interface Training {
  /** How much a weight is pulled back to where it began, at each row. */
  readonly penalty: number
  /** The same for sparse columns; they are kept small, since few rows speak for each. */
  readonly sparsePenalty?: number
  readonly rounds: number
  readonly step: number
  /** Dense weights to start from and to stay near; absent: zero. */
  readonly start?: Float32Array
}

/** `columns`: how many sparse columns there are. */
export function trainLogistic(
  rows: readonly Row[],
  labels: readonly ReadonlySet<number>[],
  count: number,
  columns: number,
  { penalty, sparsePenalty = penalty, rounds, step, start }: Training,
): Weights {
  const width = rows[0]?.dense.length ?? 0
  const dense = start ? start.slice() : new Float32Array(count * (width + 1))
  const sparse = new Float32Array(count * columns)
  const order = shuffled(rows.length)
  const seen = new Float64Array(width + 1)
  const rareSeen = new Float64Array(columns)
  for (let label = 0; label < count; label++) {
    const at = label * (width + 1)
    const own = dense.subarray(at, at + width + 1)
    const near = start?.slice(at, at + width) ?? new Float32Array(width)
    const rare = sparse.subarray(label * columns, (label + 1) * columns)
    const is = Float32Array.from(labels, (all) => (all.has(label) ? 1 : 0))
    own[width] = -4
    seen.fill(0.1)
    rareSeen.fill(0.1)
    for (let round = 0; round < rounds; round++) {
      const rate = step * (1 - round / rounds)
      for (const i of order) {
        const { dense: row, ids, values } = rows[i]!
        let sum = own[width]
        for (let c = 0; c < width; c++) sum += row[c]! * own[c]!
        for (let c = 0; c < ids.length; c++) sum += values[c]! * rare[ids[c]!]!
        const error = 1 / (1 + Math.exp(-sum)) - is[i]!
        // What is told right already teaches nothing.
        if (error < 0.002 && error > -0.002) continue
        for (let c = 0; c < width; c++) {
          const slope = error * row[c]! + penalty * (own[c]! - near[c]!)
          seen[c]! += slope * slope
          own[c]! -= (rate * slope) / Math.sqrt(seen[c]!)
        }
        seen[width]! += error * error
        own[width] -= (rate * error) / Math.sqrt(seen[width]!)
        for (let c = 0; c < ids.length; c++) {
          const column = ids[c]!
          const slope = error * values[c]! + sparsePenalty * rare[column]!
          rareSeen[column]! += slope * slope
          rare[column]! -= (rate * slope) / Math.sqrt(rareSeen[column]!)
        }
      }
    }
  }
  return { dense, sparse }
}

/** The numbers below `count`, mixed the same way every run. */
function shuffled(count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  let state = 1
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const other = (state >>> 1) % (i + 1)
    const swapped = order[i]!
    order[i] = order[other]!
    order[other] = swapped
  }
  return order
}
