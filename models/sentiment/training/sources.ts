/** The labelled texts the model learns from, read from where --data points; none of them is kept in this project but its labels. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { makeDoc } from '../../../src/doc.ts'
import { articleFromText } from '../../../src/extract/article.ts'
import { contrastSentences } from './contrasts.ts'
import { reportSentences } from './reports.ts'

const Label = z.enum(['positive', 'neutral', 'negative'])
export type Label = z.infer<typeof Label>
const Span = z.object({ start: z.int().min(0), end: z.int().min(1) })
const TargetRow = z.object({
  text: z.string(),
  targets: z.array(Span.extend({ label: Label })),
  overall: Label.optional(),
})
const TextRow = z.object({ text: z.string() })
const PostRow = z.object({ text: z.string(), label: Label })
const NewsRow = z.object({ day: z.string(), title: z.string(), body: z.string() })

/** One text and what it says of one target; `target` null: of the whole. */
export interface Example {
  readonly source: string
  readonly text: string
  readonly target: { start: number; end: number } | null
  readonly others: readonly { start: number; end: number }[]
  readonly label: Label
}

const targetSets = {
  headlines: 'eval/dev/entity-sentiment-headlines.jsonl',
  paragraphs: 'eval/dev/entity-sentiment-news.jsonl',
  sentences: 'eval/dev/entity-sentiment-sentences.jsonl',
}
/** Headlines and sentences that we made up in the manner of the press. */
const ownPress = new URL('../press/', import.meta.url)
const posts = 'data/train/posts-sentiment.jsonl'
/** By the name of a file of unlabelled texts, a line a label: hash of the sentence, start, end (both empty: the whole sentence), sign. */
const ownLabels = new URL('../labels/', import.meta.url)
const unlabelled: Readonly<Record<string, (data: string) => Iterable<string>>> = {
  'news-2006-2012.txt': (data) => sentencesIn(join(data, 'data/news-2006-2012.jsonl.gz')),
  'posts-topics.txt': (data) => readLines(join(data, 'data/train/posts-topics.jsonl'), TextRow).map(({ text }) => text),
}

/** Every example, source by source; throws naming the file and line that is wrong. */
export function readExamples(data: string): Example[] {
  const examples: Example[] = []
  for (const [source, path] of Object.entries(targetSets)) {
    for (const { text, targets, overall } of readLines(join(data, path), TargetRow)) {
      for (const { label, ...target } of targets) {
        const others = targets.filter(({ start }) => start !== target.start).map(({ start, end }) => ({ start, end }))
        examples.push({ source, text, target, others, label })
      }
      if (overall) examples.push({ source: 'wholes', text, target: null, others: [], label: overall })
    }
  }
  for (const { text, label } of readLines(join(data, posts), PostRow)) {
    examples.push({ source: 'posts', text, target: null, others: [], label })
  }
  for (const [text, label] of reportSentences()) {
    examples.push({ source: 'reports', text, target: null, others: [], label })
  }
  examples.push(
    ...readMarked('written', markedLines('written.txt')),
    ...readMarked('contrasts', contrastSentences()),
    ...readdirSync(ownPress).flatMap((file) => readMarked('press', markedLines(`press/${file}`))),
  )
  return [...examples, ...readOwn(data)]
}

function markedLines(file: string): string[] {
  const lines = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').split('\n')
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}

const mark = /\[([^[\]|]+)\|([-+0])\]/g
const wholeMark = / \|([-+0])$/
const labelOf: Record<string, Label> = { '+': 'positive', '0': 'neutral', '-': 'negative' }

/** Marked sentences without their marks, one example a mark: `[name|+]` is the tone towards a name, ` |+` at the end that of the whole. */
function readMarked(source: string, lines: readonly string[]): Example[] {
  return lines.flatMap((marked) => {
    const line = marked.replace(wholeMark, '')
    const targets: { start: number; end: number; label: Label }[] = []
    let removed = 0
    for (const match of line.matchAll(mark)) {
      const start = match.index - removed
      targets.push({ start, end: start + match[1]!.length, label: labelOf[match[2]!]! })
      removed += match[0].length - match[1]!.length
    }
    const text = line.replace(mark, '$1')
    const overall = wholeMark.exec(marked)
    const whole: Example[] = overall ? [{ source, text, target: null, others: [], label: labelOf[overall[1]!]! }] : []
    const towards = targets.map(({ label, ...target }): Example => {
      const others = targets.filter((other) => other.start !== target.start)
      return { source, text, target, others, label }
    })
    return [...whole, ...towards]
  })
}

interface OwnLabel {
  readonly target: { start: number; end: number } | null
  readonly label: Label
}

/** Labels given by reading, whose sentences are found again by their hashes. */
function readOwn(data: string): Example[] {
  const examples: Example[] = []
  for (const file of readdirSync(ownLabels)) {
    const byHash = new Map<string, OwnLabel[]>()
    const lines = readFileSync(new URL(file, ownLabels), 'utf8').split('\n').filter(Boolean)
    for (const [i, line] of lines.entries()) {
      const [, hash, start, end, sign] = /^([0-9a-f]{16})\t(\d*)\t(\d*)\t([-+0])$/.exec(line) ?? raise(`${file}, line ${i + 1}: not a label`)
      const target = start === '' ? null : { start: Number(start), end: Number(end) }
      byHash.set(hash!, [...(byHash.get(hash!) ?? []), { target, label: labelOf[sign!]! }])
    }
    const texts = unlabelled[file] ?? raise(`${file}: no texts are known that it labels`)
    for (const text of texts(data)) {
      const hash = sentenceHash(text)
      const own = byHash.get(hash)
      if (!own) continue
      byHash.delete(hash)
      for (const { target, label } of own) {
        const others = target ? own.flatMap((other) => (other.target && other.target.start !== target.start ? other.target : [])) : []
        examples.push({ source: target ? 'read' : 'read wholes', text, target, others, label })
      }
    }
    if (byHash.size > 0) console.warn(`${byHash.size} labelled sentences of ${file} were not found`)
  }
  return examples
}

function raise(message: string): never {
  throw new Error(message)
}

export const sentenceHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The sentences of a gzipped file of news articles, as Themewire parts them. */
export function* sentencesIn(path: string): Generator<string> {
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line === '') continue
    const { day, title, body } = NewsRow.parse(JSON.parse(line))
    const publishedAt = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
    for (const { text } of makeDoc('', articleFromText({ title, text: body, publishedAt }), null).sentences) yield text
  }
}

function readLines<T extends z.ZodType>(path: string | URL, schema: T): z.output<T>[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => {
      const parsed = schema.safeParse(JSON.parse(line))
      if (parsed.success) return parsed.data
      const [issue] = parsed.error.issues
      throw new Error(`${String(path)}, line ${i + 1}: ${issue?.path.join('.')}: ${issue?.message}`)
    })
}
