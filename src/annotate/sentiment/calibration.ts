/** Makes probabilities of scores, surer or less sure by where the target stands: fitted on text that the scores were not trained on. */
import type { WordRange } from './features.ts'
import type { Reading } from './reading.ts'

/** Positive, neutral, negative; sums to 1. */
export type Probabilities = readonly [number, number, number]

/**
 * softmax(Σ exp(doubt · s) · (mix · scores) + offset · s) over the parts of the model, each with its own doubt, where s says of the
 * setting: 1, whole, log length, others, percentage.
 */
export interface Calibration {
  /** Of three scores a part. */
  readonly mix: readonly (readonly number[])[]
  readonly offset: readonly (readonly number[])[]
  readonly doubt: readonly (readonly number[])[]
}

export interface Setting {
  /** How many words the sentence has, and how many other targets. */
  readonly words: number
  readonly others: number
  /** Whether it is the tone of the whole. */
  readonly whole: boolean
  /** Whether the sentence names a percentage. */
  readonly percent: boolean
}

export const settingOf = (reading: Reading, target: WordRange | null, others: readonly WordRange[]): Setting => ({
  words: reading.words.length,
  others: others.length,
  whole: target === null,
  percent: reading.hasPercent,
})

/** Of what has a name: the linear part's scores and the recurrent one's. Of what has none: those of the recurrent one alone. */
export interface Calibrations {
  readonly named: Calibration
  readonly nameless: Calibration
}

/** A sentence of as many words is neither long nor short. */
const usualWords = 12

export const settingNumbers = ({ words, others, whole, percent }: Setting): readonly number[] => [
  1,
  whole ? 1 : 0,
  Math.log(Math.max(1, words) / usualWords),
  others / 2,
  percent ? 1 : 0,
]

export function calibrated(scores: readonly number[], setting: Setting, calibration: Calibration): Probabilities {
  const { mix, offset, doubt } = calibration
  const numbers = settingNumbers(setting)
  const weighed = surely(scores, numbers, doubt)
  const powers = [0, 1, 2].map((k) => Math.exp(dot(mix[k]!, weighed) + dot(offset[k]!, numbers)))
  const total = powers[0]! + powers[1]! + powers[2]!
  return [powers[0]! / total, powers[1]! / total, powers[2]! / total]
}

/** Scores of the parts, three each, weighed by how sure a part is in the setting. */
function surely(scores: readonly number[], numbers: readonly number[], doubt: Calibration['doubt']): number[] {
  const sure = doubt.map((own) => Math.exp(dot(own, numbers)))
  return scores.map((score, i) => score * sure[Math.floor(i / 3)]!)
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
