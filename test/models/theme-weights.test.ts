/** Weights that judge what an article is about: read as written, refused when damaged, done without when absent. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Aboutness } from '../../src/annotate/themes/aboutness.ts'
import { readThemeWeights, themeWeightsFile } from '../../src/theme-weights.ts'

const weights: Aboutness = {
  themes: ['rain', 'sun'],
  words: new Map([
    ['wet', 0],
    ['dry', 1],
  ]),
  rarity: Float32Array.of(1.5, 2.5),
  says: Int8Array.of(127, 0, -127, 5),
  scale: 0.02,
  offsets: [-4, -2],
  features: { mean: [0], spread: [1], weight: [0.5], offset: -1 },
  own: { bias: [0.1, -0.1], named: [0, 0.2], meant: [0.3, 0] },
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'themewire-weights-'))
  mkdirSync(join(folder, 'themes-weights'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const write = (bytes: Uint8Array): void => writeFileSync(join(folder, 'themes-weights', 'weights.bin'), bytes)

describe('weights of themes', () => {
  it('are read as they were written', () => {
    write(themeWeightsFile(weights))
    expect(readThemeWeights(folder)).toEqual(weights)
  })
  it('are done without where there are none', () => {
    expect(readThemeWeights(folder)).toBeUndefined()
  })
  it('are refused when a folder describes them and does not hold them', () => {
    writeFileSync(join(folder, 'themes-weights', 'weights.yml'), 'sha256: 00\n')
    expect(() => readThemeWeights(folder)).toThrow(expect.objectContaining({ code: 'bad-models' }))
  })
  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['changed in one byte', (bytes: Buffer) => bytes.fill(7, bytes.length - 40, bytes.length - 39)],
    ['empty', () => Buffer.alloc(0)],
  ])('are refused when %s', (_what, damage) => {
    write(damage(themeWeightsFile(weights)))
    expect(() => readThemeWeights(folder)).toThrow(expect.objectContaining({ code: 'bad-models' }))
  })
})
