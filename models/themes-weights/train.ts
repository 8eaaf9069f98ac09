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
import { candidatesOf, openingOf, probabilityOf, type Aboutness, type Candidate } from '../../src/annotate/themes/aboutness.ts'
import { findThemes, type Place } from '../../src/annotate/themes/find.ts'
import { aboutIt, relevanceOf } from '../../src/annotate/themes/relevance.ts'
import { meaningsOf, rowsOf, worthOf, type WordMeanings } from '../../src/annotate/themes/word-meanings.ts'
import { makeDoc, readable, type Sentence } from '../../src/doc.ts'
import { loadModels } from '../../src/models.ts'
import { makePipeline } from '../../src/pipeline.ts'
import { themeWeightsFile } from '../../src/theme-weights.ts'
import { wordsOf } from '../../src/text/words.ts'
import { trainLogistic, type Row, type Weights } from './logistic.ts'

const { values: options } = parseArgs({ options: { data: { type: 'string' }, dry: { type: 'boolean', default: false } } })
if (options.data === undefined) throw new Error('say where the texts are: --data ../shared')
const data = options.data
const here = (name: string): URL => new URL(name, import.meta.url)
const folds = 5
const dimensions = 100
const leastArticles = 2
/** Texts that a word without a vector has to stand in. */
const leastUnplaced = 5
/** The length of a text's weights. */
const reach = 4

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
  readFileSync(here('labels.txt'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => [line.split('\t')[0]!, line.split('\t')[1]?.split(' ').filter(Boolean) ?? []]),
)
/** Openings in the manner of today's press that we wrote ourselves: what the news of 2006–2012 has no words for. */
const written = lines(readFileSync(here('written.jsonl'), 'utf8'))
const catalogue = new Set(models.themes.themes.map(({ id }) => id))
written.forEach((text, i) => {
  const unknown = text.themes?.find((id) => !catalogue.has(id))
  if (unknown !== undefined) throw new Error(`written.jsonl, line ${i + 1}: there is no theme "${unknown}"`)
})
const all = unlabelled()
const measuring = lines(readFileSync(join(data, 'eval/dev/themes-labelled.jsonl'), 'utf8'))
const measured = measuring.length
const labelled: Text[] = [
  ...measuring.map((text) => ({
    ...text,
    themes: (text.themes as unknown as { theme: string }[]).map(({ theme }) => theme),
  })),
  ...all.flatMap((text) => (chosen.has(text.id) ? [{ ...text, themes: chosen.get(text.id)! }] : [])),
  ...written.map((text) => ({ ...text, id: hashOf(text) })),
]
const isWritten = (i: number): boolean => i >= labelled.length - written.length
// The sentences of the theme files speak for or against their own theme only.
const sentences = models.themes.themes.flatMap(({ id, examples, counterExamples }) => {
  const theme = numberOf.get(id)
  if (theme === undefined) return []
  const of = (all: readonly string[], right: boolean) =>
    all.map((text) => ({ theme, right, read: read({ id, text }) }))
  return [...of(examples, true), ...of(counterExamples, false)]
})
// Every third text, whether labelled by hand or not: what its phrases say is no label. None of the measuring set.
const held = new Set(measuring.map((text) => text.text.slice(0, 80)))
const silver = all.filter((text, i) => i % 3 === 0 && !held.has(text.text.slice(0, 80))).map(read)
const gold = labelled.map(read)
const truth = labelled.map((text) => new Set(text.themes!.flatMap((id) => numberOf.get(id) ?? [])))
console.log(`${labelled.length} texts labelled by hand, ${silver.length} by phrases`)

// Words: those of the news that have a vector or stand in enough texts, and how rare they are.
const articlesWith = new Map<string, number>()
for (const { opening } of [...silver, ...gold.filter((_, i) => isWritten(i))]) {
  const words = new Set(opening.flatMap((sentence) => wordsOf(sentence.tokens).map((word) => word.lower)))
  for (const word of words) articlesWith.set(word, (articlesWith.get(word) ?? 0) + 1)
}
const common = new Set('the a an of to in and for on at by with as is are was it its that from be has said or this have will after but not he his'.split(' '))
const words = new Map<string, number>()
const vectors: Float32Array[] = []
const rarity: number[] = []
const addWord = (word: string, count: number, vector: Float32Array): void => {
  words.set(word, words.size)
  vectors.push(vector)
  rarity.push(Math.log(silver.length / (1 + count)))
}
for (const line of gunzipSync(readFileSync(join(data, 'data/word-vectors-news-100d.vec.gz'))).toString('utf8').split('\n').slice(1)) {
  const [word = '', ...numbers] = line.trimEnd().split(' ')
  const count = articlesWith.get(word) ?? 0
  if (count < leastArticles || common.has(word) || numbers.length !== dimensions) continue
  const vector = Float32Array.from(numbers, Number)
  const length = Math.hypot(...vector)
  addWord(word, count, vector.map((value) => value / length))
}
const unplaced = new Float32Array(dimensions)
for (const [word, count] of articlesWith) if (count >= leastUnplaced && !words.has(word) && !common.has(word) && !word.includes(' ')) addWord(word, count, unplaced)

const rowsFrom = (texts: readonly Read[]): Row[] =>
  texts.map(({ opening }) => {
    const dense = new Float32Array(dimensions)
    const values = new Map<number, number>()
    let squares = 0
    worthOf(opening).forEach((worth, i) => {
      for (const row of rowsOf(opening[i]!, words)) {
        const weight = worth * rarity[row]!
        squares += weight * weight
        values.set(row, (values.get(row) ?? 0) + weight)
        for (let c = 0; c < dimensions; c++) dense[c]! += weight * vectors[row]![c]!
      }
    })
    const share = reach / (Math.sqrt(squares) || 1)
    return {
      dense: dense.map((value) => value * share),
      ids: Int32Array.from(values.keys()),
      values: Float32Array.from(values.values(), (value) => value * share),
    }
  })
const silverRows = rowsFrom(silver)
const goldRows = rowsFrom(gold)
const first = trainLogistic(silverRows.map((row) => ({ ...row, ids: row.ids.subarray(0, 0) })), silver.map(({ told }) => new Set(told)), themes.length, 0, { penalty: 0, rounds: 6, step: 0.1 }).dense
const sentenceRows = rowsFrom(sentences.map((one) => one.read))
const sentenceThemes = sentences.map(({ theme, right }) => new Set(right ? [theme] : []))
/** What the words say, learnt from some of the texts and sentences. */
const spaceFrom = (rows: readonly number[], others: readonly number[]): WordMeanings =>
  asSpace(
    trainLogistic(
      [...rows.map((i) => goldRows[i]!), ...others.map((i) => sentenceRows[i]!)],
      [...rows.map((i) => truth[i]!), ...others.map((i) => sentenceThemes[i]!)],
      themes.length,
      words.size,
      { penalty: 1e-4, rounds: 12, step: 0.2, start: first },
    ),
  )

/** Each word's vector times the weights of the dimensions, and what was learnt of the word itself. */
function asSpace({ dense, sparse }: Weights): WordMeanings {
  const count = themes.length
  const all = new Float32Array(words.size * count)
  let largest = 0
  for (let theme = 0; theme < count; theme++) {
    const own = dense.subarray(theme * (dimensions + 1), (theme + 1) * (dimensions + 1))
    for (let row = 0; row < words.size; row++) {
      let sum = sparse[theme * words.size + row]!
      for (let c = 0; c < dimensions; c++) sum += vectors[row]![c]! * own[c]!
      all[row * count + theme] = sum * reach
      largest = Math.max(largest, Math.abs(sum * reach))
    }
  }
  return {
    themes,
    words,
    rarity: Float32Array.from(rarity),
    says: Int8Array.from(all, (value) => Math.round((value / largest) * 127)),
    scale: largest / 127,
    offsets: themes.map((_, theme) => Number(dense[theme * (dimensions + 1) + dimensions]!.toFixed(4))),
  }
}

interface Judged {
  readonly fold: number
  readonly text: number
  readonly candidate: Candidate
  readonly right: boolean
}
const rows = gold.map((_, i) => i)
const judgedWith = (space: WordMeanings, text: number, one: Read): Judged[] =>
  candidatesOf(one.opening, one.places, meaningsOf(one.opening, space)).map((candidate) => ({
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
  const space = spaceFrom(
    rows.filter((i) => gold[i]!.fold !== fold),
    others.filter((i) => sentences[i]!.read.fold !== fold),
  )
  for (const i of rows) if (gold[i]!.fold === fold) judged.push(...judgedWith(space, i, gold[i]!))
  for (const i of others) {
    const { theme, right, read: one } = sentences[i]!
    if (one.fold !== fold) continue
    const own = judgedWith(space, -1, one).filter(({ candidate }) => candidate.theme === theme)
    aside.push(...own.map((each) => ({ ...each, right })))
  }
}

function weigh(examples: readonly Judged[]): Pick<Aboutness, 'features' | 'own'> {
  const size = examples[0]!.candidate.features.length
  const column = (i: number): number[] => examples.map(({ candidate }) => candidate.features[i]!)
  const mean = Array.from({ length: size }, (_, i) => column(i).reduce((a, b) => a + b, 0) / examples.length)
  const spread = mean.map((m, i) => Math.sqrt(column(i).reduce((sum, v) => sum + (v - m) ** 2, 0) / examples.length) + 1e-6)
  // What is a theme's own is held back by its smallness.
  const held = { bias: 0.7, named: 0.5, meant: 0.3 }
  const count = themes.length
  const inputs = examples.map(({ candidate }) => {
    const dense = Float32Array.from(candidate.features, (value, i) => (value - mean[i]!) / spread[i]!)
    const { theme, named, meant } = candidate
    return {
      dense,
      ids: Int32Array.of(theme, count + theme, 2 * count + theme),
      values: Float32Array.of(held.bias, held.named * named, held.meant * meant),
    }
  })
  const right = examples.map((one) => new Set(one.right ? [0] : []))
  const trained = trainLogistic(inputs, right, 1, 3 * count, { penalty: 1e-4, rounds: 12, step: 0.1 })
  const round = (value: number): number => Number(value.toFixed(4))
  return {
    features: {
      mean: mean.map(round), spread: spread.map((v) => Number(v.toFixed(6))),
      weight: [...trained.dense.subarray(0, size)].map(round), offset: round(trained.dense[size]!),
    },
    own: {
      bias: themes.map((_, theme) => round(held.bias * trained.sparse[theme]!)),
      named: themes.map((_, theme) => round(held.named * trained.sparse[count + theme]!)),
      meant: themes.map((_, theme) => round(held.meant * trained.sparse[2 * count + theme]!)),
    },
  }
}

const parts = Array.from({ length: folds }, (_, fold) => weigh([...judged, ...aside].filter((one) => one.fold !== fold)))
const scored = judged.map((one) => ({ ...one, probability: probabilityOf(one.candidate, parts[one.fold]!) }))
/** As annotate.ts says themes: one that is sure, then others. */
const report = (name: string, rows: readonly number[], one: number, more: number): void => {
  const chosen = new Set(rows)
  const surest = new Map<number, number>()
  for (const { text, probability } of scored) surest.set(text, Math.max(probability, surest.get(text) ?? 0))
  const said = scored.filter(
    ({ text, probability }) => chosen.has(text) && probability >= more && surest.get(text)! >= one,
  )
  const share = (part: number, whole: number): string => (part / whole).toFixed(3)
  const wanted = rows.reduce((sum, i) => sum + truth[i]!.size, 0)
  const about = rows.filter((i) => truth[i]!.size > 0)
  const quiet = rows.filter((i) => truth[i]!.size === 0)
  const spoken = new Set(said.map(({ text }) => text))
  const firsts = said.filter(({ text, candidate }) => labelled[text]!.themes![0] === themes[candidate.theme])
  const right = said.filter((one) => one.right)
  console.log(
    `${name}, ${one} and ${more}: precision ${share(right.length, said.length)}, recall ${share(right.length, wanted)}, first ${share(firsts.length, about.length)}, left alone ${share(quiet.filter((i) => !spoken.has(i)).length, quiet.length)}`,
  )
}
for (const [one, more] of [[0.45, 0.35], [0.48, 0.36], [0.5, 0.38], [0.55, 0.4]] as const) {
  report('all', rows, one, more)
  report('measuring set', rows.filter((i) => i < measured), one, more)
  report('written', rows.filter(isWritten), one, more)
}

const trained: Aboutness = { ...spaceFrom(rows, others), ...weigh([...judged, ...aside]) }
if (!options.dry) {
  const bytes = themeWeightsFile(trained)
  writeFileSync(here('weights.bin'), bytes)
  // The models' version is that of the text files among them.
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(here('weights.yml'), `# Written by train.ts: the models' version changes with the weights.\nsha256: ${sha256}\n`)
}
