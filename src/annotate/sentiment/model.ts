/** The trained model of tone: linear over hashed features, calibrated. "[Acme] slides as [Bolt] gains" → negative, positive */
import { calibrated, settingOf, type Calibration, type Probabilities } from './calibration.ts'
import { FeatureTable } from './feature-table.ts'
import { featuresOf, type WordRange } from './features.ts'
import type { Reading } from './reading.ts'
import type { WordClasses } from './word-classes.ts'

export interface SentimentModel {
  readonly classes: WordClasses
  /** Tone towards a target among others in its sentence; target null: of the whole. */
  readonly towards: (reading: Reading, target: WordRange | null, others: readonly WordRange[]) => Probabilities
}

/** A linear model before it is written: one entry a feature. */
export interface Weights {
  /** What an int8 weight is worth. */
  readonly scale: number
  readonly biases: readonly number[]
  readonly features: Int32Array
  /** Four a feature: weights for positive, neutral, negative, and rarity 1–127. */
  readonly values: Int8Array
}

const headerBytes = 16

/** The weights as bytes, little-endian: float32 scale and three biases, then the features' hashes (int32), then their values (int8). */
export function writeWeights({ scale, biases, features, values }: Weights): Uint8Array {
  const bytes = new Uint8Array(headerBytes + features.length * 8)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of [scale, ...biases].entries()) view.setFloat32(i * 4, value, true)
  features.forEach((feature, i) => view.setInt32(headerBytes + i * 4, feature, true))
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), headerBytes + features.length * 4)
  return bytes
}

export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [scale, ...biases] = [0, 4, 8, 12].map((at) => view.getFloat32(at, true)) as [number, ...number[]]
  const count = (bytes.byteLength - headerBytes) / 8
  const features = Int32Array.from({ length: count }, (_, i) => view.getInt32(headerBytes + i * 4, true))
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + headerBytes + count * 4, count * 4)
  return { scale, biases, features, values }
}

/** A model ready to run. */
export function makeModel(weights: Weights, calibration: Calibration, classes: WordClasses): SentimentModel {
  const table = new FeatureTable(weights.features.length)
  weights.features.forEach((feature, i) => table.set(feature, weights.values.subarray(i * 4, i * 4 + 4)))
  return {
    classes,
    towards(reading, target, others) {
      const scores = scoresOf(featuresOf(reading, target, others), table, weights)
      const setting = settingOf(reading, target, others)
      return calibrated(scores, setting, calibration)
    },
  }
}

/** Scores of features, each counted once: their vector has length 1, whatever their number. */
function scoresOf(features: readonly number[], table: FeatureTable, { scale, biases }: Weights): number[] {
  const { values } = table
  table.forget()
  let square = 0
  let positive = 0
  let neutral = 0
  let negative = 0
  for (const feature of features) {
    const at = table.findOnce(feature)
    if (at < 0) continue
    const rarity = values[at + 3]!
    square += rarity * rarity
    positive += values[at]! * rarity
    neutral += values[at + 1]! * rarity
    negative += values[at + 2]! * rarity
  }
  const worth = square === 0 ? 0 : scale / Math.sqrt(square)
  return [positive * worth + biases[0]!, neutral * worth + biases[1]!, negative * worth + biases[2]!]
}
