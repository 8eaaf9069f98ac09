/** Reads the sentiment model of a models folder: sentiment/model.yml says what its weights must be, to the byte. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Calibration } from './annotate/sentiment/calibration.ts'
import { makeModel, readWeights, type SentimentModel } from './annotate/sentiment/model.ts'
import { readNetwork } from './annotate/sentiment/network.ts'
import { makeRecurrent } from './annotate/sentiment/recurrent.ts'
import { readWordClasses } from './annotate/sentiment/word-classes.ts'
import { ThemewireError } from './errors.ts'

const numbers = (length: number): z.ZodArray<z.ZodNumber> => z.array(z.number()).length(length)
const WeightsFile = z.strictObject({
  file: z.string().regex(/^[\w.-]+$/),
  bytes: z.int().min(16),
  sha256: z.string().regex(/^[\da-f]{64}$/),
})
const calibrationOf = (parts: number): z.ZodType<Calibration> =>
  z.strictObject({
    mix: z.array(numbers(3 * parts)).length(3),
    offset: z.array(numbers(5)).length(3),
    doubt: z.array(numbers(5)).length(parts),
  })
const ModelFile = z.strictObject({
  linear: WeightsFile,
  recurrent: WeightsFile,
  calibration: z.strictObject({ named: calibrationOf(2), nameless: calibrationOf(1) }),
})

/** `description` and `words` are the data of model.yml and words.yml. Throws `bad-models` for missing or damaged weights. */
export function readSentimentModel(folder: string, description: unknown, words: unknown): SentimentModel {
  const parsed = ModelFile.safeParse(description)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw damaged(`models/sentiment/model.yml, ${issue?.path.join('.')}: ${issue?.message}`)
  }
  const { linear, recurrent, calibration } = parsed.data
  const read = (weights: z.infer<typeof WeightsFile>): Buffer => readWeightsFile(join(folder, 'sentiment'), weights)
  const network = makeRecurrent(readKernel(folder), readNetwork(read(recurrent)))
  return makeModel(readWeights(read(linear)), network, calibration, readWordClasses(words))
}

function readWeightsFile(folder: string, { file, bytes, sha256 }: z.infer<typeof WeightsFile>): Buffer {
  const path = join(folder, file)
  const content = contentOf(path)
  if (content.length !== bytes || createHash('sha256').update(content).digest('hex') !== sha256) {
    throw damaged(`the weights of the sentiment model in ${path} are damaged`)
  }
  return content
}

function readKernel(folder: string): Buffer {
  const path = join(folder, 'sentiment', 'kernel.wasm')
  const code = contentOf(path)
  if (!WebAssembly.validate(code)) throw damaged(`the code of the sentiment model in ${path} is damaged`)
  return code
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw damaged(`the sentiment model cannot be read: ${path} is missing or closed`, error)
  }
}

const damaged = (message: string, cause?: unknown): ThemewireError =>
  new ThemewireError('bad-models', message, {
    hint: 'reinstall the package, or train the model anew as models/sentiment/README.md says',
    ...(cause === undefined ? {} : { cause }),
  })
