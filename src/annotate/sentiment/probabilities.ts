/** Three probabilities as a sentiment: rounded to four places, with score and label. */
import type { Sentiment } from '../../types.ts'
import type { Probabilities } from './calibration.ts'

export function sentimentOf([p, , n]: Probabilities): Sentiment {
  const positive = Number(p.toFixed(4))
  const negative = Number(n.toFixed(4))
  // The neutral takes up what rounding leaves.
  const neutral = Number((1 - positive - negative).toFixed(4))
  const label = neutral >= positive && neutral >= negative ? 'neutral' : positive >= negative ? 'positive' : 'negative'
  return { probabilities: { positive, neutral, negative }, score: Number((positive - negative).toFixed(4)), label }
}
