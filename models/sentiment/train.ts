/**
 * Trains the linear part of the sentiment model, and fits the probabilities of both parts together:
 * `npx tsx models/sentiment/train.ts --data ../shared --readings FOLDER`, where recurrent.py has left what it says of the fold it
 * was not trained on (same and near-identical texts stand in one fold). Prints what both say of that fold, then writes weights.bin
 * and model.yml beside this file.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { calibrated, settingOf, type Calibrations, type Probabilities } from '../../src/annotate/sentiment/calibration.ts'
import { featuresOf } from '../../src/annotate/sentiment/features.ts'
import { writeWeights, type Weights } from '../../src/annotate/sentiment/model.ts'
import { readingOf } from '../../src/annotate/sentiment/reading.ts'
import { readWordClasses } from '../../src/annotate/sentiment/word-classes.ts'
import { fitCalibration } from './training/calibrate.ts'
import { trainLinear, type Sparse } from './training/linear.ts'
import { foldOf, folds, labels, placeOf } from './training/places.ts'
import { readExamples } from './training/sources.ts'

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, readings: { type: 'string' }, dry: { type: 'boolean', default: false } },
})
if (options.data === undefined || options.readings === undefined) throw new Error('say --data ../shared --readings FOLDER')
const here = (name: string): URL => new URL(name, import.meta.url)

/** How many features are kept, those that weigh most: half the slots of a table of 2 MB. */
const mostFeatures = 1 << 17
/** What a mistake costs, by source. */
const costs: Record<string, number> = {
  headlines: 0.6,
  paragraphs: 1.2,
  sentences: 0.3,
  wholes: 0.15,
  posts: 0.25,
  reports: 0.1,
  read: 0.3,
  'read wholes': 0.15,
  written: 0.6,
  contrasts: 0.25,
  press: 0.3,
}

/** How much each source, whatever its size, counts in fitting the probabilities. */
const judged: Record<string, number> = {
  headlines: 1,
  paragraphs: 1.5,
  sentences: 1,
  read: 1.5,
  wholes: 0.2,
  'read wholes': 0.3,
  posts: 1,
  written: 0.3,
  contrasts: 0.3,
  press: 0.3,
}

const classes = readWordClasses(parse(readFileSync(here('words.yml'), 'utf8')))
const examples = readExamples(options.data)
const label = Uint8Array.from(examples, (example) => labels.indexOf(example.label))
const cost = Float32Array.from(examples, ({ source }) => costs[source]!)
const places = examples.map((example) => placeOf(example, classes))
const features = places.map((place) => Int32Array.from(new Set(place ? featuresOf(place.reading, place.range, place.others) : [])))
const silence = readingOf([], classes)
const settings = places.map((place) => (place ? settingOf(place.reading, place.range, place.others) : settingOf(silence, null, [])))

const all = Int32Array.from(examples.keys())
const recurrent = readHeld(join(options.readings, 'held-0.json'))
const partial = fit(all.filter((i) => !recurrent.has(i)))
const scores = new Map([...recurrent].map(([i, own]) => [i, [...scoresBy(partial, i), ...own]]))
const held = all.filter((i) => scores.has(i) && places[i] !== null)
const probabilities = new Map<number, Probabilities>()
// What is judged has no part in the probabilities it is judged by.
for (let part = 0; part < folds; part++) {
  const { named } = calibrationsOf(held.filter((i) => partOf(i) !== part))
  for (const i of held) if (partOf(i) === part) probabilities.set(i, calibrated(scores.get(i)!, settings[i]!, named))
}
for (const source of new Set(examples.map(({ source }) => source))) {
  report(
    source,
    held.filter((i) => examples[i]!.source === source),
  )
}
if (!options.dry) write(fit(all), calibrationsOf(held))

/** What recurrent.py says of the examples that it has not seen, by their number. */
function readHeld(path: string): Map<number, number[]> {
  const kept = z.record(z.string(), z.array(z.number()).length(3)).parse(JSON.parse(readFileSync(path, 'utf8')))
  return new Map(Object.entries(kept).map(([i, scores]) => [Number(i), scores]))
}

function partOf(i: number): number {
  return foldOf({ ...examples[i]!, text: `part ${examples[i]!.text}` })
}

function calibrationsOf(chosen: Int32Array): Calibrations {
  const sizes = new Map<string, number>()
  for (const i of chosen) sizes.set(examples[i]!.source, (sizes.get(examples[i]!.source) ?? 0) + 1)
  const scored = [...chosen].flatMap((i) => {
    const { source } = examples[i]!
    const weight = (judged[source] ?? 0) / sizes.get(source)!
    return weight > 0 ? { scores: scores.get(i)!, setting: settings[i]!, label: label[i]!, weight } : []
  })
  const recurrent = scored.map((example) => ({ ...example, scores: example.scores.slice(3) }))
  return { named: fitCalibration(scored, 2), nameless: fitCalibration(recurrent, 1) }
}

interface Fitted {
  readonly numbers: ReadonlyMap<number, number>
  readonly weights: Weights
}

/** Trains on the chosen examples; features seen once are left out. */
function fit(chosen: Int32Array): Fitted {
  const counts = new Map<number, number>()
  for (const i of chosen) for (const feature of features[i]!) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count > 1)
  const numbers = new Map(kept.map(([feature], i) => [feature, i]))
  const most = Math.log((1 + chosen.length) / 3) + 1
  const rarity = Float64Array.from(kept, ([, count]) =>
    Math.max(1, Math.round((127 * (Math.log((1 + chosen.length) / (1 + count)) + 1)) / most)),
  )
  const rows = sparseOf(chosen, numbers, rarity)
  const trained = trainLinear(rows, chosen, label, cost, kept.length)
  const largest = Math.max(...trained.map((weights) => weights.subarray(0, -1).reduce((a, b) => Math.max(a, Math.abs(b)), 0)))
  const heaviest = kept.map((_, i) => Math.max(...trained.map((all) => Math.abs(all[i]!))))
  const weighty = [...kept.keys()]
    .sort((a, b) => heaviest[b]! - heaviest[a]! || kept[a]![0] - kept[b]![0])
    .slice(0, mostFeatures)
    .map((i) => ({ feature: kept[i]![0], values: [...trained.map((all) => Math.round((all[i]! / largest) * 127)), rarity[i]!] }))
  return {
    numbers: new Map(weighty.map(({ feature }, i) => [feature, i])),
    weights: {
      scale: largest / 127,
      biases: trained.map((weights) => weights.at(-1)!),
      features: Int32Array.from(weighty, ({ feature }) => feature),
      values: Int8Array.from(weighty.flatMap(({ values }) => values)),
    },
  }
}

function sparseOf(chosen: Int32Array, numbers: ReadonlyMap<number, number>, rarity: Float64Array): Sparse {
  const from = new Int32Array(examples.length + 1)
  const most = chosen.reduce((sum, i) => sum + features[i]!.length, 0)
  const ids = new Int32Array(most)
  const values = new Float32Array(most)
  const wanted = new Set(chosen)
  let end = 0
  for (let i = 0; i < examples.length; i++) {
    if (wanted.has(i)) {
      const known = knownOf(i, numbers)
      const norm = Math.sqrt(known.reduce((sum, id) => sum + rarity[id]! ** 2, 0)) || 1
      ids.set(known, end)
      for (const id of known) values[end++] = rarity[id]! / norm
    }
    from[i + 1] = end
  }
  return { from, features: ids.subarray(0, end), values: values.subarray(0, end) }
}

function knownOf(i: number, numbers: ReadonlyMap<number, number>): number[] {
  const known: number[] = []
  for (const feature of features[i]!) {
    const id = numbers.get(feature)
    if (id !== undefined) known.push(id)
  }
  return known
}

function scoresBy({ numbers, weights }: Fitted, i: number): number[] {
  const { values, scale, biases } = weights
  const known = knownOf(i, numbers)
  const norm = Math.sqrt(known.reduce((sum, id) => sum + values[id * 4 + 3]! ** 2, 0)) || 1
  return biases.map(
    (bias, k) =>
      bias + (scale / norm) * known.reduce((sum, id) => sum + values[id * 4 + k]! * values[id * 4 + 3]!, 0),
  )
}

function report(name: string, chosen: Int32Array): void {
  let right = 0
  let flipped = 0
  const bins = Array.from({ length: 10 }, () => ({ count: 0, sure: 0, right: 0 }))
  for (const i of chosen) {
    const own = probabilities.get(i)!
    const top = Math.max(...own)
    const said = own.indexOf(top)
    if (said === label[i]) right++
    if (Math.abs(said - label[i]!) === 2) flipped++
    const bin = bins[Math.min(9, Math.floor(top * 10))]!
    bin.count++
    bin.sure += top
    if (said === label[i]) bin.right++
  }
  const off = bins.reduce((sum, bin) => sum + Math.abs(bin.sure - bin.right), 0) / chosen.length
  const share = (count: number): string => (count / chosen.length).toFixed(4)
  console.log(`${name.padEnd(12)} ${chosen.length} targets: accuracy ${share(right)}, opposite ${share(flipped)}, calibration error ${off.toFixed(4)}`) // prettier-ignore
}

function write({ weights }: Fitted, calibration: Calibrations): void {
  writeFileSync(here('weights.bin'), writeWeights(weights))
  const described = (file: string): object => {
    const bytes = readFileSync(here(file))
    return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  const model = { linear: described('weights.bin'), recurrent: described('recurrent.bin'), calibration }
  writeFileSync(
    here('model.yml'),
    `# Written by train.ts.\n${stringify(model, { flowCollectionPadding: false, collectionStyle: 'any' })}`,
  )
  console.log(`wrote weights.bin: ${weights.features.length} features`)
}
