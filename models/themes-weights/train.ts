/**
 * Trains what an article is about: `npx tsx models/themes-weights/train.ts --data ../shared`. Prints what it scores on folds
 * it was not trained on, then writes weights.bin beside this file. Two steps: what a text's words mean (from many texts
 * labelled by the phrases of models/themes, then by hand), and how much phrases, their place and that meaning count.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import {
  candidatesOf,
  meaningsOf,
  openingOf,
  probabilityOf,
  vectorOf,
  type Aboutness,
  type Candidate,
} from '../../src/annotate/themes/aboutness.ts'
import { findThemes, type Place } from '../../src/annotate/themes/find.ts'
import { aboutIt, relevanceOf } from '../../src/annotate/themes/relevance.ts'
import { makeDoc, readable, type Sentence } from '../../src/doc.ts'
import { loadModels } from '../../src/models.ts'
import { makePipeline } from '../../src/pipeline.ts'
import { themeWeightsFile } from '../../src/theme-weights.ts'
import { wordsOf } from '../../src/text/words.ts'
import { trainLogistic } from './logistic.ts'

const { values: options } = parseArgs({ options: { data: { type: 'string' }, dry: { type: 'boolean', default: false } } })
if (options.data === undefined) throw new Error('say where the texts are: --data ../shared')
const data = options.data
const here = (name: string): URL => new URL(name, import.meta.url)
const folds = 5
const dimensions = 100
const leastArticles = 2

interface Text {
  readonly id: string
  readonly title?: string
  readonly text: string
  readonly themes?: readonly string[]
}
interface Read {
  readonly opening: readonly Sentence[]
  readonly places: ReadonlyMap<number, readonly Place[]>
  readonly told: readonly number[]
  readonly fold: number
}

const models = loadModels()
const themes = [...new Set(readFileSync(join(data, 'data/themes.tsv'), 'utf8').split('\n').slice(1).map((line) => line.split('\t')[0]!))].filter(Boolean)
const numberOf = new Map(themes.map((id, theme) => [id, theme]))
const before = makePipeline({ name: 'train', version: '1', annotators: ['tables', 'instruments', 'rates', 'policy'], refiners: [] }, models)

const lines = (text: string): Text[] => text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Text)
const hashOf = (text: Text): string =>
  createHash('sha256').update(`${text.title ?? ''}|${text.text}`).digest('hex').slice(0, 12)

function unlabelled(): Text[] {
  const posts = lines(readFileSync(join(data, 'data/train/posts-topics.jsonl'), 'utf8'))
  const articles = gunzipSync(readFileSync(join(data, 'data/news-2006-2012.jsonl.gz'))).toString('utf8').trim().split('\n')
  const read = [
    ...posts.map(({ text }) => ({ text: text.replace(/https?:\/\/\S+/g, '').trim() })),
    ...articles.map((line) => {
      const { title, body } = JSON.parse(line) as { title: string; body: string }
      return { title, text: body.replace(/\s+/g, ' ').slice(0, 560) }
    }),
  ]
  const seen = new Set<string>()
  return read
    .map((text) => ({ ...text, id: hashOf({ id: '', ...text }) }))
    .filter(({ id }) => !seen.has(id) && seen.add(id))
}

function read(text: Text): Read {
  const doc = makeDoc(
    text.id,
    {
      url: null, canonicalUrl: null, title: text.title ?? null, authors: [], siteName: null, publishedAt: null,
      publishedPrecision: null, language: 'en', text: text.text, wordCount: 0, contentHash: '', tables: '',
    },
    null,
  )
  for (const annotator of before.annotators) annotator.annotate(doc)
  const sentences = readable(doc)
  const places = new Map<number, readonly Place[]>()
  const told: number[] = []
  for (const [index, found] of findThemes(doc, models.themes)) {
    const theme = numberOf.get(models.themes.themes[index]!.id)
    if (theme === undefined || found.places.length === 0) continue
    places.set(theme, found.places)
    if (relevanceOf(found.places, sentences) >= aboutIt) told.push(theme)
  }
  return { opening: openingOf(sentences), places, told, fold: parseInt(hashOf(text).slice(0, 6), 16) % folds }
}

const chosen = new Map(
  readFileSync(here('labels.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => [line.split('\t')[0]!, line.split('\t')[1]?.split(' ').filter(Boolean) ?? []]),
)
const all = unlabelled()
const labelled: Text[] = [
  ...lines(readFileSync(join(data, 'eval/dev/themes-labelled.jsonl'), 'utf8')).map((text) => ({
    ...text,
    themes: (text.themes as unknown as { theme: string }[]).map(({ theme }) => theme),
  })),
  ...all.flatMap((text) => (chosen.has(text.id) ? [{ ...text, themes: chosen.get(text.id)! }] : [])),
]
// The sentences of the theme files speak for or against their own theme only.
const sentences = models.themes.themes.flatMap(({ id, examples, counterExamples }) => {
  const theme = numberOf.get(id)
  if (theme === undefined) return []
  const of = (all: readonly string[], right: boolean) =>
    all.map((text) => ({ theme, right, read: read({ id, text }) }))
  return [...of(examples, true), ...of(counterExamples, false)]
})
const held = new Set(labelled.map((text) => text.text.slice(0, 80)))
const silver = all.filter((text, i) => i % 3 === 0 && !held.has(text.text.slice(0, 80))).map(read)
const gold = labelled.map(read)
const truth = labelled.map((text) => new Set(text.themes!.map((id) => numberOf.get(id)!)))
console.log(`${labelled.length} texts labelled by hand, ${silver.length} by phrases`)

// Words: those of the news, with their vectors and how rare they are.
const articlesWith = new Map<string, number>()
for (const { opening } of silver) {
  const words = new Set(opening.flatMap((sentence) => wordsOf(sentence.tokens).map((word) => word.lower)))
  for (const word of words) articlesWith.set(word, (articlesWith.get(word) ?? 0) + 1)
}
const common = new Set('the a an of to in and for on at by with as is are was it its that from be has said or this have will after but not he his'.split(' '))
const words = new Map<string, number>()
const vectors: number[] = []
const rarity: number[] = []
for (const line of gunzipSync(readFileSync(join(data, 'data/word-vectors-news-100d.vec.gz'))).toString('utf8').split('\n').slice(1)) {
  const [word = '', ...numbers] = line.trimEnd().split(' ')
  const count = articlesWith.get(word) ?? 0
  if (count < leastArticles || common.has(word) || numbers.length !== dimensions) continue
  const vector = numbers.map(Number)
  const length = Math.hypot(...vector)
  words.set(word, words.size)
  vectors.push(...vector.map((value) => Math.round((127 * value) / length)))
  rarity.push(Math.log(silver.length / (1 + count)))
}
const space = { words, vectors: Int8Array.from(vectors), dimensions, rarity: Float32Array.from(rarity), themes }

const nothing = new Float32Array(dimensions)
const vectorsOf = (texts: readonly Read[]): Float32Array[] => texts.map(({ opening }) => vectorOf(opening, space) ?? nothing)
const silverVectors = vectorsOf(silver)
const goldVectors = vectorsOf(gold)
const first = trainLogistic(silverVectors, silver.map(({ told }) => new Set(told)), themes.length, { penalty: 1e-6, rounds: 100, step: 0.3 })
const sentenceVectors = vectorsOf(sentences.map((one) => one.read))
const sentenceThemes = sentences.map(({ theme, right }) => new Set(right ? [theme] : []))
const meaningFrom = (rows: readonly number[], others: readonly number[]): Float32Array =>
  trainLogistic(
    [...rows.map((i) => goldVectors[i]!), ...others.map((i) => sentenceVectors[i]!)],
    [...rows.map((i) => truth[i]!), ...others.map((i) => sentenceThemes[i]!)],
    themes.length,
    { penalty: 1e-3, rounds: 100, step: 0.2, start: first },
  )

interface Judged {
  readonly fold: number
  readonly text: number
  readonly candidate: Candidate
  readonly right: boolean
}
const rows = gold.map((_, i) => i)
const judgedWith = (meaning: Float32Array, text: number, one: Read, vector: Float32Array): Judged[] =>
  candidatesOf(one.opening, one.places, meaningsOf(vector, { themes, meaning, dimensions })).map((candidate) => ({
    text,
    fold: one.fold,
    candidate,
    right: text >= 0 && truth[text]!.has(candidate.theme),
  }))
// The second step learns from meanings of texts that the first has not seen.
const others = sentences.map((_, i) => i)
const judged: Judged[] = []
const aside: Judged[] = []
for (let fold = 0; fold < folds; fold++) {
  const meaning = meaningFrom(
    rows.filter((i) => gold[i]!.fold !== fold),
    others.filter((i) => sentences[i]!.read.fold !== fold),
  )
  for (const i of rows) if (gold[i]!.fold === fold) judged.push(...judgedWith(meaning, i, gold[i]!, goldVectors[i]!))
  for (const i of others) {
    const { theme, right, read: one } = sentences[i]!
    if (one.fold !== fold) continue
    const own = judgedWith(meaning, -1, one, sentenceVectors[i]!).filter(({ candidate }) => candidate.theme === theme)
    aside.push(...own.map((each) => ({ ...each, right })))
  }
}

function weigh(examples: readonly Judged[]): Pick<Aboutness, 'features' | 'bias'> {
  const size = examples[0]!.candidate.features.length
  const column = (i: number): number[] => examples.map(({ candidate }) => candidate.features[i]!)
  const mean = Array.from({ length: size }, (_, i) => column(i).reduce((a, b) => a + b, 0) / examples.length)
  const spread = mean.map((m, i) => Math.sqrt(column(i).reduce((sum, v) => sum + (v - m) ** 2, 0) / examples.length) + 1e-6)
  // A theme's own offset is a feature held back by its smallness.
  const own = 0.7
  const inputs = examples.map(({ candidate }) => {
    const row = new Float32Array(size + themes.length)
    candidate.features.forEach((value, i) => (row[i] = (value - mean[i]!) / spread[i]!))
    row[size + candidate.theme] = own
    return row
  })
  const trained = trainLogistic(inputs, examples.map(({ right }) => new Set(right ? [0] : [])), 1, { penalty: 1e-3, rounds: 200, step: 0.2 })
  const round = (value: number): number => Number(value.toFixed(4))
  return {
    features: {
      mean: mean.map(round), spread: spread.map((v) => Number(v.toFixed(6))),
      weight: [...trained.subarray(0, size)].map(round), offset: round(trained[size + themes.length]!),
    },
    bias: themes.map((_, theme) => round(own * trained[size + theme]!)),
  }
}

const parts = Array.from({ length: folds }, (_, fold) => weigh([...judged, ...aside].filter((one) => one.fold !== fold)))
const scored = judged.map((one) => ({ ...one, probability: probabilityOf(one.candidate, parts[one.fold]!) }))
for (const threshold of [0.3, 0.35, 0.4, 0.45, 0.5]) {
  const said = scored.filter(({ probability }) => probability >= threshold)
  const right = said.filter((one) => one.right).length
  const wanted = truth.reduce((sum, { size }) => sum + size, 0)
  const about = rows.filter((i) => truth[i]!.size > 0)
  const firsts = about.filter((i) => said.some((one) => one.text === i && one.candidate.theme === numberOf.get(labelled[i]!.themes![0]!)))
  const quiet = rows.filter((i) => truth[i]!.size === 0)
  const left = quiet.filter((i) => !said.some((one) => one.text === i))
  console.log(
    `at ${threshold}: precision ${(right / said.length).toFixed(3)}, recall ${(right / wanted).toFixed(3)}, first ${(firsts.length / about.length).toFixed(3)}, left alone ${(left.length / quiet.length).toFixed(3)}`,
  )
}

const trained: Aboutness = { ...space, meaning: meaningFrom(rows, others), ...weigh([...judged, ...aside]) }
if (!options.dry) {
  const bytes = themeWeightsFile(trained)
  writeFileSync(here('weights.bin'), bytes)
  // The models' version is that of the text files among them.
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(here('weights.yml'), `# Written by train.ts: the models' version changes with the weights.\nsha256: ${sha256}\n`)
}
