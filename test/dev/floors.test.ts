/** The check that imports go down only fails when one goes up, when there is a circle and when nothing is read. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'themewire-floors-'))
  for (const name of ['src', 'tsconfig.json', 'package.json', '.dependency-cruiser.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const check = () =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/dev/check-floors.ts'], { cwd: copy, encoding: 'utf8' })

describe('floors', () => {
  it('hold as the source stands', () => {
    const { status, stdout, stderr } = check()
    expect(stderr).toBe('')
    expect(stdout).toMatch(/floors: \d+ files, \d+ imports, 0 problems/)
    expect(status).toBe(0)
  })

  it.each([
    [
      'an import that goes up',
      'src/text/up.ts',
      "import { readConfig } from '../config.ts'\nexport const up = readConfig\n",
      /text-floor: src\/text\/up\.ts/,
    ],
    [
      'an annotator that reads files',
      'src/annotate/reads.ts',
      "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
      /pure-rooms: src\/annotate\/reads\.ts/,
    ],
    [
      'an annotator that asks the clock',
      'src/annotate/clock.ts',
      'export const now = () => new Date()\n',
      /pure-rooms: src\/annotate\/clock\.ts:1/,
    ],
    [
      'an annotator that rolls dice',
      'src/annotate/dice.ts',
      'export const dice = () => Math.random()\n',
      /pure-rooms: src\/annotate\/dice\.ts:1/,
    ],
  ])('fail on %s', (_, file, content, said) => {
    writeFileSync(join(copy, file), content)
    const { status, stderr } = check()
    rmSync(join(copy, file))
    expect(stderr).toMatch(said)
    expect(status).toBe(1)
  })

  it('fail on a circle', () => {
    writeFileSync(
      join(copy, 'src/text/one.ts'),
      "import { two } from './two.ts'\nexport const one = (): number => two()\n",
    )
    writeFileSync(
      join(copy, 'src/text/two.ts'),
      "import { one } from './one.ts'\nexport const two = (): number => one()\n",
    )
    const { status, stderr } = check()
    execFileSync('rm', [join(copy, 'src/text/one.ts'), join(copy, 'src/text/two.ts')])
    expect(stderr).toMatch(/no-circle/)
    expect(status).toBe(1)
  })
})
