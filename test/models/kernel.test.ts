/** The kernel of the sentiment model is what its source says, to the byte. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('is compiled from its source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'themewire-kernel-'))
  try {
    const compiled = join(folder, 'kernel.wasm')
    const compiler = 'node_modules/assemblyscript/bin/asc.js'
    execFileSync(process.execPath, [compiler, '--config', 'models/sentiment/kernel/asconfig.json', '--outFile', compiled])
    const shipped = readFileSync('models/sentiment/kernel.wasm')
    expect(shipped.equals(readFileSync(compiled)), 'run npm run kernel').toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
