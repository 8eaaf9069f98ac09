/** The worker thread: loads the engine once, then answers inputs and lines until it is stopped. */
import { workerData } from 'node:worker_threads'
import { analyze, loadEngine, type EngineFiles } from './analyze.ts'
import { errorBody } from './errors.ts'
import { answerLine, type LineAnswer, type LineVerb } from './line-verbs.ts'
import type { Analysis, AnalysisInput } from './types.ts'

// Piscina hands the pool's own workerData over as the second of two.
const files = (Array.isArray(workerData) ? workerData[1] : workerData) as EngineFiles
let engine: ReturnType<typeof loadEngine> | undefined
const ready = () => (engine ??= loadEngine(files))

export type Outcome = { analysis: Analysis } | { error: ReturnType<typeof errorBody> }

/** Loads pipeline and models; what is wrong with them, or null. */
export function load(): ReturnType<typeof errorBody> | null {
  try {
    ready()
    return null
  } catch (error) {
    return errorBody(error)
  }
}

/** Errors travel as data: an error object loses its class between threads. */
export function analysis(input: AnalysisInput): Outcome {
  try {
    return { analysis: analyze(input, ready()) }
  } catch (error) {
    return { error: errorBody(error) }
  }
}

export async function lines({ verb, lines }: { verb: LineVerb; lines: string[] }): Promise<LineAnswer[]> {
  const answers: LineAnswer[] = []
  for (const line of lines) answers.push(await answerLine(verb, line, ready()))
  return answers
}
