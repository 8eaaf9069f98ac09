/** Fits probabilities to scores the model was not trained on: multinomial logistic regression, each part's sureness with it. */
import { settingNumbers, type Calibration, type Setting } from '../../../src/annotate/sentiment/calibration.ts'
import { minimise } from './minimise.ts'

export interface Scored {
  /** Three a part. */
  readonly scores: readonly number[]
  readonly setting: Setting
  readonly label: number
  readonly weight: number
}

const classes = 3
const numbers = 5

/** Of examples with scores of as many parts. */
export function fitCalibration(examples: readonly Scored[], parts: number): Calibration {
  const scored = parts * classes
  // Where the numbers of a calibration stand in one row: three rows of mix, three of offset, one of doubt a part.
  const offsetAt = classes * scored
  const doubtAt = offsetAt + classes * numbers
  const scores = Float64Array.from(examples.flatMap((example) => example.scores))
  const settings = Float64Array.from(examples.flatMap(({ setting }) => settingNumbers(setting)))
  const labels = Uint8Array.from(examples, ({ label }) => label)
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  const weights = Float64Array.from(examples, ({ weight }) => weight / total)
  const weighed = new Float64Array(scored)
  const said = new Float64Array(classes)

  /** Mean negative log-likelihood. */
  const lossOf = (point: Float64Array, slope: Float64Array): number => {
    slope.fill(0)
    let loss = 0
    for (let i = 0; i < labels.length; i++) {
      for (let part = 0; part < parts; part++) {
        let doubt = 0
        for (let j = 0; j < numbers; j++) doubt += point[doubtAt + part * numbers + j]! * settings[i * numbers + j]!
        const sure = Math.exp(doubt)
        for (let j = part * classes; j < (part + 1) * classes; j++) weighed[j] = scores[i * scored + j]! * sure
      }
      let sum = 0
      for (let k = 0; k < classes; k++) {
        let score = 0
        for (let j = 0; j < scored; j++) score += point[k * scored + j]! * weighed[j]!
        for (let j = 0; j < numbers; j++) score += point[offsetAt + k * numbers + j]! * settings[i * numbers + j]!
        said[k] = Math.exp(score)
        sum += said[k]!
      }
      const label = labels[i]!
      loss -= weights[i]! * Math.log(said[label]! / sum)
      for (let k = 0; k < classes; k++) {
        const error = weights[i]! * (said[k]! / sum - (k === label ? 1 : 0))
        for (let j = 0; j < scored; j++) slope[k * scored + j]! += error * weighed[j]!
        for (let j = 0; j < numbers; j++) slope[offsetAt + k * numbers + j]! += error * settings[i * numbers + j]!
        for (let part = 0; part < parts; part++) {
          let mixed = 0
          for (let j = part * classes; j < (part + 1) * classes; j++) mixed += point[k * scored + j]! * weighed[j]!
          // How sure in general is in the mix already.
          for (let j = 1; j < numbers; j++) {
            slope[doubtAt + part * numbers + j]! += error * mixed * settings[i * numbers + j]!
          }
        }
      }
    }
    return loss
  }

  const start = new Float64Array(doubtAt + parts * numbers)
  for (let k = 0; k < classes; k++) for (let j = k; j < scored; j += classes) start[k * scored + j] = 1
  const fitted = Array.from(minimise(lossOf, start), (value) => Number(value.toFixed(4)))
  const rows = (from: number, count: number, width: number): number[][] =>
    Array.from({ length: count }, (_, row) => fitted.slice(from + row * width, from + (row + 1) * width))
  return {
    mix: rows(0, classes, scored),
    offset: rows(offsetAt, classes, numbers),
    doubt: rows(doubtAt, parts, numbers),
  }
}
