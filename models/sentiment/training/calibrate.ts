/** Fits probabilities to scores the model was not trained on: multinomial logistic regression by gradient descent. */
import { calibrated, dot, settingNumbers, type Calibration, type Setting } from '../../../src/annotate/sentiment/calibration.ts'

export interface Scored {
  readonly scores: readonly number[]
  readonly setting: Setting
  readonly label: number
  readonly weight: number
}

const steps = 250
const rate = 0.4
const momentum = 0.9
const numbers = 5

export function fitCalibration(examples: readonly Scored[]): Calibration {
  const mix = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? 2 : 0)))
  const offset = [0, 1, 2].map(() => new Array<number>(numbers).fill(0))
  const doubt = new Array<number>(numbers).fill(0)
  const values = [...mix, ...offset, doubt]
  const speeds = values.map((row) => row.map(() => 0))
  const settings = examples.map(({ setting }) => settingNumbers(setting))
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  for (let step = 0; step < steps; step++) {
    const slopes = values.map((row) => row.map(() => 0))
    const doubtSlopes = slopes[6]!
    for (const [i, { scores, setting, label, weight }] of examples.entries()) {
      const says = settings[i]!
      const sure = Math.exp(dot(doubt, says))
      const probabilities = calibrated(scores, setting, { mix, offset, doubt })
      for (let k = 0; k < 3; k++) {
        const error = ((probabilities[k]! - (k === label ? 1 : 0)) * weight) / total
        const mixed = dot(mix[k]!, scores)
        for (let j = 0; j < 3; j++) slopes[k]![j]! += error * sure * scores[j]!
        for (let j = 0; j < numbers; j++) slopes[3 + k]![j]! += error * says[j]!
        // How sure in general is in the mix already.
        for (let j = 1; j < numbers; j++) doubtSlopes[j]! += error * sure * mixed * says[j]!
      }
    }
    for (const [row, slope] of slopes.entries()) {
      for (const [j, by] of slope.entries()) {
        speeds[row]![j] = momentum * speeds[row]![j]! - rate * by
        values[row]![j]! += speeds[row]![j]
      }
    }
  }
  const rounded = (row: number[]): number[] => row.map((value) => Number(value.toFixed(4)))
  return { mix: mix.map(rounded), offset: offset.map(rounded), doubt: rounded(doubt) }
}
