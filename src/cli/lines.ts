/** Streams JSON lines from standard input through worker threads to standard output: in order, on all cores, in bounded memory. */
import { createAnalysisPool } from '../analysis-pool.ts'
import type { Config } from '../config.ts'
import { ThemewireError, type ErrorCode } from '../errors.ts'
import { errorAnswer, type LineAnswer, type LineVerb } from '../line-verbs.ts'
import { listingsFileIn } from '../listings-file.ts'
import { count, print } from './terminal.ts'

const longestLine = 64 * 1024 * 1024
const batchLines = 32
const batchChars = 128 * 1024

/** Runs `themewire VERB --jsonl`: one answer a line; a bad line gives an error line and the run goes on. Throws at the end, with the code of the first of them. */
export async function streamLines(verb: LineVerb, config: Config): Promise<void> {
  const pool = createAnalysisPool({
    threads: config.threads,
    limitMs: config.analysisLimitMs,
    pipelineFile: config.pipelineFile,
    modelsFolder: config.modelsFolder,
    listingsFile: listingsFileIn(config.folder),
  })
  const underWay: Promise<LineAnswer[]>[] = []
  const errors: ErrorCode[] = []
  let answered = 0
  const printFirst = async (): Promise<void> => {
    for (const { json, error } of await underWay.shift()!) {
      await print(`${json}\n`)
      if (error !== null) errors.push(error)
      answered++
    }
  }
  try {
    await pool.load()
    for await (const lines of batches(process.stdin.setEncoding('utf8') as AsyncIterable<string>)) {
      underWay.push(Array.isArray(lines) ? pool.lines(verb, lines) : Promise.resolve([lines]))
      if (underWay.length > pool.threads * 2) await printFirst()
    }
    while (underWay.length > 0) await printFirst()
  } finally {
    await pool.close()
  }
  const [first] = errors
  if (first !== undefined) {
    throw new ThemewireError(
      first === 'internal' ? 'analysis-failed' : first,
      `${errors.length} of ${count(answered, 'line', 'lines')} ${errors.length === 1 ? 'is an error' : 'are errors'}`,
      { hint: 'each says why, in its place' },
    )
  }
}

/** Lines in small groups, each as soon as it is there; a finished answer for a line too long to keep. */
async function* batches(chunks: AsyncIterable<string>): AsyncGenerator<string[] | LineAnswer> {
  let rest: string[] = []
  let length = 0
  let skipping = false
  const tooLong = errorAnswer(
    undefined,
    new ThemewireError('too-large', `a line is longer than ${longestLine >> 20} MB`),
  )
  for await (const chunk of chunks) {
    const parts = chunk.split('\n')
    let batch: string[] = []
    let size = 0
    for (const [i, part] of parts.entries()) {
      if (!skipping) {
        rest.push(part)
        length += part.length
      }
      if (length > longestLine) {
        skipping = true
        rest = []
        length = 0
      }
      if (i === parts.length - 1) break
      if (skipping) {
        if (batch.length > 0) yield batch
        batch = []
        yield tooLong
        skipping = false
        continue
      }
      const line = rest.join('')
      rest = []
      length = 0
      if (line.trim() === '') continue
      batch.push(line)
      size += line.length
      if (batch.length >= batchLines || size >= batchChars) {
        yield batch
        batch = []
        size = 0
      }
    }
    if (batch.length > 0) yield batch
  }
  const last = rest.join('')
  if (skipping) yield tooLong
  else if (last.trim() !== '') yield [last]
}
