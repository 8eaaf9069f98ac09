/** Fits probabilities to scores the model was not trained on: multinomial logistic regression by gradient descent. */
import { calibrated, settingNumbers, surely, type Calibration, type Setting } from '../../../src/annotate/sentiment/calibration.ts'

export interface Scored {
  /** Of the linear part, then of the recurrent one. */
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
  const mix = [0, 1, 2].map((row) => Array.from({ length: 6 }, (_, column) => (row === column % 3 ? 1 : 0)))
  const offset = [0, 1, 2].map(() => new Array<number>(numbers).fill(0))
  const doubt = [0, 1].map(() => new Array<number>(numbers).fill(0))
  const values = [...mix, ...offset, ...doubt]
  const speeds = values.map((row) => row.map(() => 0))
  const settings = examples.map(({ setting }) => settingNumbers(setting))
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  for (let step = 0; step < steps; step++) {
    const slopes = values.map((row) => row.map(() => 0))
    for (const [i, { scores, setting, label, weight }] of examples.entries()) {
      const says = settings[i]!
      const weighed = surely(scores, says, doubt)
      const probabilities = calibrated(scores, setting, { mix, offset, doubt })
      for (let k = 0; k < 3; k++) {
        const error = ((probabilities[k]! - (k === label ? 1 : 0)) * weight) / total
        for (let j = 0; j < 6; j++) slopes[k]![j]! += error * weighed[j]!
        for (let j = 0; j < numbers; j++) slopes[3 + k]![j]! += error * says[j]!
        for (const part of [0, 1]) {
          const mixed = [0, 1, 2].reduce((sum, j) => sum + mix[k]![part * 3 + j]! * weighed[part * 3 + j]!, 0)
          // How sure in general is in the mix already.
          for (let j = 1; j < numbers; j++) slopes[6 + part]![j]! += error * mixed * says[j]!
        }
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
  return { mix: mix.map(rounded), offset: offset.map(rounded), doubt: doubt.map(rounded) }
}
