/**
 * Writes what recurrent.py learns from, as the model reads it, words as numbers: `npx tsx models/sentiment/read.ts --data ../shared --to FOLDER`.
 */
import { mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { readingOf, type Reading } from '../../src/annotate/sentiment/reading.ts'
import { readWordClasses } from '../../src/annotate/sentiment/word-classes.ts'
import { tokenize } from '../../src/text/tokens.ts'
import { wordsOf } from '../../src/text/words.ts'
import { foldOf, labels, placeOf } from './training/places.ts'
import { capitalsOf, namesIn } from './training/names.ts'
import { readExamples, sentencesIn } from './training/sources.ts'

const { values: options } = parseArgs({ options: { data: { type: 'string' }, to: { type: 'string' } } })
if (options.data === undefined || options.to === undefined) throw new Error('say --data ../shared --to FOLDER')
const { data, to } = { data: options.data, to: options.to }
const classes = readWordClasses(parse(readFileSync(new URL('words.yml', import.meta.url), 'utf8')))
mkdirSync(to, { recursive: true })
const read = ({ tokens, classes }: Reading): object => ({ words: [...tokens], classes: [...classes] })
const pair = ({ start, end }: { start: number; end: number }): [number, number] => [start, end]

writeLines(
  'examples.jsonl',
  readExamples(data).map((example) => {
    const place = placeOf(example, classes)
    const { range = null, others = [] } = place ?? {}
    const where = { range: range && pair(range), others: others.map(pair) }
    const { source, label } = example
    return { source, fold: foldOf(example), label: labels.indexOf(label), ...(place ? read(place.reading) : { words: [], classes: [] }), ...where } // prettier-ignore
  }),
)

const fewest = 4
const most = 90
const sentences = [...new Set(sentencesIn(join(data, 'data/news-2006-2012.jsonl.gz')))]
const isName = capitalsOf(sentences)
writeLines("news.jsonl", readNews())
writeFileSync(join(to, 'vectors'), resolve(data, 'data/word-vectors-news-100d.vec.gz'))

function* readNews(): Generator<object> {
  for (const text of sentences) {
    const reading = readingOf(wordsOf(tokenize(text)), classes)
    const { length } = reading.words
    if (length >= fewest && length <= most) yield { ...read(reading), names: namesIn(reading.words, isName) }
  }
}

function writeLines(name: string, rows: Iterable<object>): void {
  const file = openSync(join(to, name), 'w')
  for (const row of rows) writeSync(file, `${JSON.stringify(row)}\n`)
}
