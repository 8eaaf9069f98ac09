/** Completions, as a shell asks for them. */
import { execFile } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { completionsFor, completionScripts } from '../../src/cli/complete.ts'
import { makeProgram } from '../../src/cli/program.ts'
import { emptyFolder, root } from './command.ts'

const place = emptyFolder()
afterAll(() => place.remove())

it.each([
  [[], ['rates', 'digest', '--data']],
  [['feeds'], ['add', '--server']],
  [
    ['rates', '--format'],
    ['json', 'parquet'],
  ],
  [['--log'], ['silent', 'debug']],
  [
    ['themes', '--group-by'],
    ['instrument', 'source', 'sentiment'],
  ],
  [['themes', 'compare', 'rotation', '--interval'], ['week']],
  [['themes'], ['compare', 'undo', '--related']],
  [
    ['--log', 'warn', 'tokens', 'add', 'desk', '--role'],
    ['read', 'write'],
  ],
])('after %j come, among others, %j', (words, expected) => {
  expect(completionsFor(makeProgram(), words)).toEqual(expect.arrayContaining(expected))
})

it.each([[['rates', '--issuer']], [['--data']]])('after %j nothing we know', (words) => {
  expect(completionsFor(makeProgram(), words)).toEqual([])
})

it('bash completes by the script that we print', async () => {
  const command = join(place.path, 'themewire')
  writeFileSync(
    command,
    `#!/bin/sh\nexec "${process.execPath}" --import "${import.meta.resolve('tsx')}" "${root}src/cli/main.ts" "$@"\n`,
  )
  chmodSync(command, 0o755)
  const script = `${completionScripts.bash}
    COMP_WORDS=(themewire feeds prev); COMP_CWORD=2; _themewire; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    env: { ...process.env, PATH: `${place.path}:${process.env['PATH']}` },
  })
  expect(stdout.trim().split('\n')).toEqual(['preview'])
})
