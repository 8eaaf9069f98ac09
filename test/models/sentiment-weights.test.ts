/** The sentiment model's files: what is shipped is whole and small, and what is damaged or missing is said so, never worked around. */
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { loadModels, modelsFolder } from '../../src/models.ts'

const folders: string[] = []
/** A models folder of its own with the sentiment model alone, changed by `change`. */
function folderWith(change: (folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'themewire-models-'))
  folders.push(folder)
  cpSync(join(modelsFolder, 'sentiment'), join(folder, 'sentiment'), { recursive: true })
  change(join(folder, 'sentiment'))
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

it('takes no more than 12 MB and loads in no more than 150 ms', () => {
  const sizes = ['weights.bin', 'recurrent.bin', 'kernel.wasm'].map((name) => statSync(join(modelsFolder, 'sentiment', name)).size)
  expect(sizes.reduce((a, b) => a + b)).toBeLessThan(12e6)
  const models = loadModels()
  const from = process.cpuUsage()
  expect(models.sentiment.classes.size).toBeGreaterThan(1000)
  expect(process.cpuUsage(from).user / 1000).toBeLessThan(150)
})

describe.each([
  ['missing', (folder: string) => rmSync(join(folder, 'weights.bin')), /weights\.bin is missing/],
  ['cut short', (folder: string) => cut(join(folder, 'weights.bin')), /damaged/],
  ['changed in one byte', (folder: string) => flip(join(folder, 'weights.bin')), /damaged/],
  ['without their kernel', (folder: string) => rmSync(join(folder, 'kernel.wasm')), /kernel\.wasm is missing/],
  ['with half a kernel', (folder: string) => cut(join(folder, 'kernel.wasm')), /kernel\.wasm is damaged/],
  ['undescribed', (folder: string) => rmSync(join(folder, 'model.yml')), /model\.yml/],
  ['without its words', (folder: string) => rmSync(join(folder, 'words.yml')), /words\.yml/],
] as const)('weights %s', (_, change, message) => {
  it('are an error that names them', () => {
    const models = loadModels(folderWith(change))
    expect(() => models.sentiment).toThrow(
      expect.objectContaining({ code: 'bad-models', exitCode: 3, message: expect.stringMatching(message) as unknown }),
    )
  })
})

it('ends the command with exit code 3 and one sentence, before any line is answered', () => {
  const folder = folderWith((folder) => flip(join(folder, 'weights.bin')))
  try {
    execFileSync('npx', ['tsx', 'src/cli/main.ts', 'sentiment', '--jsonl'], {
      input: '{"id": 1, "text": "Orion rises"}\n',
      env: { ...process.env, THEMEWIRE_MODELS: folder },
      stdio: 'pipe',
    })
    expect.unreachable()
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: Buffer; stderr: Buffer }
    expect(status).toBe(3)
    expect(stdout.toString()).toBe('')
    expect(stderr.toString()).toMatch(/the weights of the sentiment model .* are damaged/)
  }
})

const cut = (file: string): void => writeFileSync(file, readFileSync(file).subarray(0, 1000))
function flip(file: string): void {
  const bytes = readFileSync(file)
  bytes[5000]! ^= 1
  writeFileSync(file, bytes)
}
