/** Turns a summed tone into three probabilities that sum to 1. */
import type { Sentiment } from '../../types.ts'

// Three constants from a grid over the labelled sets (headlines, paragraphs, sentences), for the lowest calibration error.
const slope = 0.8
const neutralBase = 1
const neutralSlope = 0.3
const most = 2.5

/** `tone` is signed, 1 a clear word; 0 is neutral. */
export function sentimentOf(tone: number, neutral = 0): Sentiment {
  const x = Math.max(-most, Math.min(most, tone))
  const p = Math.exp(slope * x)
  const n = Math.exp(-slope * x)
  const o = Math.exp(neutralBase + neutral - neutralSlope * Math.abs(x))
  return fromProbabilities(p / (p + n + o), n / (p + n + o))
}

/** Rounded to four places, the neutral taking up what is left. */
export function fromProbabilities(p: number, n: number): Sentiment {
  const positive = Number(p.toFixed(4))
  const negative = Number(n.toFixed(4))
  const neutral = Number((1 - positive - negative).toFixed(4))
  const label = neutral >= positive && neutral >= negative ? 'neutral' : positive >= negative ? 'positive' : 'negative'
  return { probabilities: { positive, neutral, negative }, score: Number((positive - negative).toFixed(4)), label }
}
