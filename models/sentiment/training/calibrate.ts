/** Fits probabilities to scores the model was not trained on: multinomial logistic regression by gradient descent. */
import { calibrated, type Calibration } from '../../../src/annotate/sentiment/model.ts'

export interface Scored {
  readonly scores: readonly number[]
  readonly label: number
  readonly weight: number
}

const steps = 1500
const rate = 2

export function fitCalibration(examples: readonly Scored[]): Calibration {
  const mix = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? 2 : 0)))
  const offset = [0, 0, 0]
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  for (let step = 0; step < steps; step++) {
    const gradient = [0, 1, 2].map(() => [0, 0, 0, 0])
    for (const { scores, label, weight } of examples) {
      calibrated(scores, { mix, offset }).forEach((probability, k) => {
        const error = (probability - (k === label ? 1 : 0)) * weight
        scores.forEach((score, j) => (gradient[k]![j]! += error * score))
        gradient[k]![3]! += error
      })
    }
    gradient.forEach((row, k) => {
      for (let j = 0; j < 3; j++) mix[k]![j]! -= (rate * row[j]!) / total
      offset[k]! -= (rate * row[3]!) / total
    })
  }
  const rounded = (value: number): number => Number(value.toFixed(4))
  return { mix: mix.map((row) => row.map(rounded)), offset: offset.map(rounded) }
}
