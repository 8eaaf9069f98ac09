/** Reads and writes the weights that judge what an article is about: a line of JSON, then bytes, then the SHA-256 of both. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Aboutness } from './annotate/themes/aboutness.ts'
import { ThemewireError } from './errors.ts'

const numbers = z.array(z.number())
const Header = z.strictObject({
  themes: z.array(z.string()),
  words: z.string(),
  scale: z.number(),
  offsets: numbers,
  features: z.strictObject({ mean: numbers, spread: numbers, weight: numbers, offset: z.number() }),
  own: z.strictObject({ bias: numbers, named: numbers, meant: numbers }),
})
const hashed = 32
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** The weights of a models folder; undefined for one that describes none; throws `bad-models` where they are missing or damaged. */
export function readThemeWeights(folder: string): Aboutness | undefined {
  const path = join(folder, 'themes-weights', 'weights.bin')
  if (!existsSync(path)) {
    // Nothing is judged by other means without a word: a folder that describes weights has to hold them.
    if (existsSync(join(folder, 'themes-weights', 'weights.yml'))) throw unusable(path, 'missing')
    return undefined
  }
  const content = readFileSync(path)
  const body = content.subarray(0, -hashed)
  const end = body.indexOf(10)
  if (end < 0 || !sha256(body).equals(content.subarray(-hashed))) throw unusable(path, 'damaged')
  const header = Header.parse(JSON.parse(body.toString('utf8', 0, end)))
  const words = header.words.split(' ')
  const sayings = words.length * header.themes.length
  const floats = body.subarray(end + 1 + sayings)
  return {
    ...header,
    words: new Map(words.map((word, row) => [word, row])),
    says: new Int8Array(body.buffer, body.byteOffset + end + 1, sayings),
    rarity: new Float32Array(floats.buffer.slice(floats.byteOffset, floats.byteOffset + floats.length)),
  }
}

/** The bytes of a weights file. */
export function themeWeightsFile(model: Aboutness): Buffer {
  const { themes, scale, offsets, features, own } = model
  const words = [...model.words.keys()].join(' ')
  const header = JSON.stringify({ themes, words, scale, offsets, features, own })
  const rarity = Float32Array.from(model.rarity)
  const body = Buffer.concat([Buffer.from(`${header}\n`), Buffer.from(model.says), Buffer.from(rarity.buffer)])
  return Buffer.concat([body, sha256(body)])
}

const unusable = (path: string, how: 'missing' | 'damaged'): ThemewireError =>
  new ThemewireError('bad-models', `the weights of the themes in ${path} are ${how}`, {
    hint: 'reinstall the package, or train them anew with models/themes-weights/train.ts',
  })
