/** `themewire sentiment` and `stance` take a text as it is typed, the file of that name, or standard input. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, run } from './command.ts'

const folder = emptyFolder()
beforeAll(() => mkdirSync(join(folder.path, 'folder')))
afterAll(() => folder.remove())

describe.each([
  ['sentiment', 'Acme’s profit soared.', 'positive'],
  ['stance', 'Inflation remains elevated and further rate increases will be appropriate.', 'hawkish'],
])('%s', (command, text, label) => {
  const file = `${command}.txt`
  const told = (given: string, input = '') => run([command, given], { input, cwd: folder.path })

  it('says the same of a text and of the file that holds it, and on stderr that it read the file', async () => {
    // UTF-16 with its mark: what is read is the text, not its bytes.
    writeFileSync(join(folder.path, file), Buffer.from(`\ufeff${text}`, 'utf16le'))
    const [typed, read, piped] = await Promise.all([told(text), told(file), told('-', text)])
    expect(typed).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(typed.out)).toMatchObject({ label })
    expect(read).toEqual({ ...typed, err: `read from the file ${file}\n` })
    expect(piped).toEqual(typed)
  })

  it('refuses what holds no text, however it comes', async () => {
    writeFileSync(join(folder.path, 'blank.txt'), ' \n\u00a0')
    const [none, blank, read, piped] = await Promise.all([told(''), told(' \t'), told('blank.txt'), told('-', '\n')])
    const hint = '  → give a text, the name of a file that holds one, or - for standard input\n'
    expect([none, blank]).toEqual(Array(2).fill({ code: 2, out: '', err: `themewire: the text is empty\n${hint}` }))
    expect(read).toEqual({ ...none, err: `read from the file blank.txt\nthemewire: blank.txt is empty\n${hint}` })
    expect(piped).toEqual({ ...none, err: `themewire: standard input is empty\n${hint}` })
  })

  it('answers a line without text with an error, and goes on', async () => {
    const lines = ['', ' \t', text].map((given, id) => JSON.stringify({ id, text: given }))
    const { code, out } = await run([command, '--jsonl'], { input: lines.join('\n') })
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; error?: unknown })
    expect(code).toBe(2)
    expect(answers.map(({ id, error }) => [id, error])).toEqual([
      [0, { code: 'bad-line', message: 'text: is empty' }],
      [1, { code: 'bad-line', message: 'text: is empty' }],
      [2, undefined],
    ])
  })

  it('takes the name of a folder, or of no file, for a text', async () => {
    const [none, folderName] = await Promise.all([told('none.txt'), told('folder')])
    expect(none).toMatchObject({ code: 0, err: '' })
    expect(folderName).toMatchObject({ code: 0, err: '' })
  })
})
