/**
 * Trains the sentiment model: `npx tsx models/sentiment/train.ts --data ../shared`. Prints what it scores on folds it was not
 * trained on (same and near-identical texts stand in one fold), then writes weights.bin and model.yml beside this file.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse, stringify } from 'yaml'
import { featuresOf } from '../../src/annotate/sentiment/features.ts'
import { calibrated, writeWeights, type Calibration, type Weights } from '../../src/annotate/sentiment/model.ts'
import { readingOf } from '../../src/annotate/sentiment/reading.ts'
import { readTargets } from '../../src/annotate/sentiment/target-sentiment.ts'
import { readWordClasses } from '../../src/annotate/sentiment/word-classes.ts'
import { tokenize } from '../../src/text/tokens.ts'
import { wordsOf } from '../../src/text/words.ts'
import { fitCalibration } from './training/calibrate.ts'
import { trainLinear, type Sparse } from './training/linear.ts'
import { readExamples, type Example } from './training/sources.ts'

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, without: { type: 'string' }, dry: { type: 'boolean', default: false } },
})
if (options.data === undefined) throw new Error('say where the labelled texts are: --data ../shared')
const here = (name: string): URL => new URL(name, import.meta.url)

const labels = ['positive', 'neutral', 'negative'] as const
const folds = 5
/** Features that weigh less, of 127, are left out. */
const leastWeight = 2
/** What a mistake costs, by source. */
const costs: Record<string, number> = {
  headlines: 0.6,
  paragraphs: 1.2,
  sentences: 0.3,
  wholes: 0.15,
  posts: 0.25,
  reports: 0.1,
  read: 0.2,
  written: 0.6,
  contrasts: 0.15,
}

/** How much each source, whatever its size, counts in fitting the probabilities. */
const judged: Record<string, number> = { headlines: 1, paragraphs: 1, sentences: 1.5, posts: 0.5 }

const classes = readWordClasses(parse(readFileSync(here('words.yml'), 'utf8')))
const examples = readExamples(options.data)
const label = Uint8Array.from(examples, (example) => labels.indexOf(example.label))
const cost = Float32Array.from(examples, ({ source }) => costs[source]!)
const fold = Uint8Array.from(examples, ({ text }) => {
  const letters = text.toLowerCase().replace(/[^a-z]+/g, ' ')
  return createHash('md5').update(letters).digest()[0]! % folds
})
const features = examples.map((example) => [...new Set(featuresIn(example))])

function featuresIn({ text, target, others }: Example): number[] {
  if (target === null) return featuresOf(readingOf(wordsOf(tokenize(text)), classes), null, [])
  const [place] = readTargets(text, [target, ...others], classes)
  return place ? featuresOf(place.reading, place.range, place.others) : []
}

const all = Int32Array.from(examples.keys())
if (options.without !== undefined) {
  const train = all.filter((i) => examples[i]!.source !== options.without)
  const model = fit(train)
  const test = all.filter((i) => examples[i]!.source === options.without)
  report(`${options.without}, trained without it`, test, (i) => scoresBy(model, i), { mix: [[2.5, 0, 0], [0, 2.5, 0], [0, 0, 2.5]], offset: [0, 0, 0] }) // prettier-ignore
} else {
  const scores: number[][] = []
  for (let held = 0; held < folds; held++) {
    const model = fit(all.filter((i) => fold[i] !== held))
    for (const i of all) if (fold[i] === held) scores[i] = scoresBy(model, i)
  }
    const sizes = new Map<string, number>()
  for (const { source } of examples) sizes.set(source, (sizes.get(source) ?? 0) + 1)
  const weightOf = ({ source }: Example): number => (judged[source] ?? 0) / sizes.get(source)!
  const calibration = fitCalibration(
    [...all].map((i) => ({ scores: scores[i]!, label: label[i]!, weight: weightOf(examples[i]!) })),
  )
  for (const source of new Set(examples.map(({ source }) => source))) {
    report(
      source,
      all.filter((i) => examples[i]!.source === source),
      (i) => scores[i]!,
      calibration,
    )
  }
  if (!options.dry) write(fit(all), calibration)
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
  const weighty = kept.flatMap(([feature], i) => {
    const weights = trained.map((all) => Math.round((all[i]! / largest) * 127))
    return weights.some((weight) => Math.abs(weight) >= leastWeight) ? [{ feature, values: [...weights, rarity[i]!] }] : []
  })
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
  const ids: number[] = []
  const values: number[] = []
  const wanted = new Set(chosen)
  for (let i = 0; i < examples.length; i++) {
    if (wanted.has(i)) {
      const known = features[i]!.flatMap((feature) => numbers.get(feature) ?? [])
      const norm = Math.sqrt(known.reduce((sum, id) => sum + rarity[id]! ** 2, 0)) || 1
      for (const id of known) {
        ids.push(id)
        values.push(rarity[id]! / norm)
      }
    }
    from[i + 1] = ids.length
  }
  return { from, features: Int32Array.from(ids), values: Float32Array.from(values) }
}

function scoresBy({ numbers, weights }: Fitted, i: number): number[] {
  const { values, scale, biases } = weights
  const known = features[i]!.flatMap((feature) => numbers.get(feature) ?? [])
  const norm = Math.sqrt(known.reduce((sum, id) => sum + values[id * 4 + 3]! ** 2, 0)) || 1
  return biases.map(
    (bias, k) =>
      bias + (scale / norm) * known.reduce((sum, id) => sum + values[id * 4 + k]! * values[id * 4 + 3]!, 0),
  )
}

function report(name: string, chosen: Int32Array, scoresOf: (i: number) => number[], calibration: Calibration): void {
  let right = 0
  let flipped = 0
  const bins = Array.from({ length: 10 }, () => ({ count: 0, sure: 0, right: 0 }))
  for (const i of chosen) {
    const probabilities = calibrated(scoresOf(i), calibration)
    const top = Math.max(...probabilities)
    const said = probabilities.indexOf(top)
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

function write({ weights }: Fitted, { mix, offset }: Calibration): void {
  const bytes = writeWeights(weights)
  writeFileSync(here('weights.bin'), bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(
    here('model.yml'),
    `# Written by train.ts.\n${stringify({ weights: 'weights.bin', bytes: bytes.length, sha256, calibration: { mix, offset } }, { flowCollectionPadding: false, collectionStyle: 'any' })}`,
  )
  console.log(`wrote weights.bin: ${weights.features.length} features, ${bytes.length} bytes`)
}
