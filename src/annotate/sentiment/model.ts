/** The trained model of tone: linear over hashed features and recurrent over words, calibrated together. "[Acme] slides as [Bolt] gains" → negative, positive */
import { calibrated, settingOf, type Calibrations, type Probabilities } from './calibration.ts'
import { FeatureTable } from './feature-table.ts'
import { featuresOf, type WordRange } from './features.ts'
import type { Reading } from './reading.ts'
import type { Recurrent } from './recurrent.ts'
import type { WordClasses } from './word-classes.ts'

/** Tone towards a target among others in its sentence; target null: of the whole. What has no name, as a theme's phrase, is judged by the recurrent part alone. */
export type Towards = (target: WordRange | null, others: readonly WordRange[], hasName?: boolean) => Probabilities

export interface SentimentModel {
  readonly classes: WordClasses
  /** Reads a sentence once for all targets in it; `named` are those that have a name, in order. */
  readonly read: (reading: Reading, named: readonly WordRange[]) => Towards
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
  const features = new Int32Array(count)
  for (let i = 0; i < count; i++) features[i] = view.getInt32(headerBytes + i * 4, true)
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + headerBytes + count * 4, count * 4)
  return { scale, biases, features, values }
}

/** A model ready to run. */
export function makeModel(
  weights: Weights,
  recurrent: Recurrent,
  { named, nameless }: Calibrations,
  classes: WordClasses,
): SentimentModel {
  const table = new FeatureTable(weights.features, weights.values)
  return {
    classes,
    read(reading, ranges) {
      const scores = recurrent.read(reading, ranges)
      return (target, others, hasName = true) => {
        const setting = settingOf(reading, target, others)
        const own = scores(target, hasName)
        if (!hasName) return calibrated(own, setting, nameless)
        return calibrated([...scoresOf(featuresOf(reading, target, others), table, weights), ...own], setting, named)
      }
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
