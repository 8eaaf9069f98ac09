/** A theme of one's own, by the commands that the README gives: tried, found in stored articles, and its phrases decided on. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { emptyFolder, root, run } from './command.ts'

const theme = `id: bank-run
label: Bank runs
parent: credit-banks
about: Depositors taking their money out of a bank faster than it can pay
polarity: negative
terms:
  - run on (the|a) bank
  - depositors .. (pull~|withdraw~|withdrew)
examples:
  - Depositors pulled a third of their money from Harbor Savings in two days.
  - A run on the bank began on Thursday, the regulator said.
  - Worried depositors withdrew cash from Kestrel Bank before the weekend.
  - The minister said there was no reason for a run on the bank.
  - Depositors are pulling funds from small lenders.
counterExamples:
  - The runner withdrew from the race on Sunday.
  - Shares of the bank rose after it raised its dividend.
  - The bank of the river gave way after heavy rain.
  - The lender opened forty branches.
  - Deposits grew for a third quarter.
`

it('is tried and found in what is stored', async () => {
  const place = emptyFolder()
  const models = join(place.path, 'my-models')
  cpSync(join(root, 'models'), models, { recursive: true })
  const file = join(models, 'themes/bank-run.yml')
  const story = {
    title: 'Depositors pull money from Harbor Savings',
    text: 'Depositors pulled a third of their money from Harbor Savings in two days, the regulator said on Tuesday.',
    publishedAt: '2026-03-10T10:00:00Z',
  }
  const ask = (args: string[], input = '') =>
    run([...args, '--data', join(place.path, 'data')], { input, env: { THEMEWIRE_MODELS: models } })
  expect(await ask(['add', '--jsonl', '-'], JSON.stringify(story))).toMatchObject({ code: 0 })
  expect(await ask(['worker', '--drain'])).toMatchObject({ code: 0 })
  writeFileSync(file, theme)

  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(readme).toContain('npx themewire themes test my-models/themes/bank-run.yml')
  const tried = await ask(['themes', 'test', file])
  expect(tried).toMatchObject({
    code: 0,
    out: expect.stringContaining('Depositors pull money from Harbor Savings') as string,
  })
  writeFileSync(join(models, 'themes/grain.yml'), 'id: grain\nlabel: Grain\n')
  expect((await ask(['themes', 'bank-run'])).err).toContain(`themewire: ${join(models, 'themes/grain.yml')}, it needs `)
  rmSync(join(models, 'themes/grain.yml'))
  expect((await ask(['themes', 'test', join(models, 'none.yml')])).err).toContain('none.yml cannot be read: there is no such file\n') // prettier-ignore
  expect(readme).toContain('npx themewire reanalyze --themes bank-run ')
  expect(await ask(['reanalyze', '--themes', 'bank-run'])).toMatchObject({ code: 0 })
  expect(readme).toContain('npx themewire worker --drain')
  await ask(['worker', '--drain'])
  const found = await ask(['themes', 'bank-run'])
  place.remove()
  expect(found.out).toContain('Depositors pull money from Harbor Savings')
})

it('decides on phrases as the README says', async () => {
  const place = emptyFolder()
  const ask = (...args: string[]) => run(['themes', ...args, '--data', place.path])
  await run(['add', '-', '--data', place.path], { input: 'The memory squeeze goes on, makers of servers say.' })
  await run(['worker', '--drain', '--data', place.path])
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(readme).toContain('`themes promote "memory squeeze" --name Memory`')
  expect((await ask('promote', 'memory squeeze', '--name', 'Memory')).out).toBe(
    'memory squeeze is followed as Memory\n',
  )
  expect((await ask('decisions')).out).toContain('Memory')
  expect(await ask('promote', 'memory sqeeze')).toMatchObject({
    code: 4,
    err: `themewire: no stored story has "memory sqeeze"; do you mean "memory squeeze"?
  → \`themewire themes emerging\` lists phrases that stories tell; silence takes any\n`,
  })
  expect(await ask('silence', 'rotation')).toMatchObject({
    code: 2,
    err: `themewire: "rotation" is a theme of models/themes, and promote, merge and silence are for phrases without one
  → \`themewire themes emerging\` lists those; to switch a theme off, leave it out of the ids under "themes:" in the pipeline file\n`,
  })
  // Search leaves out "no" and "the": by "squeeze" alone, every story of a squeeze would be one of the phrase.
  expect(await ask('promote', 'no squeeze')).toMatchObject({
    code: 2,
    err: `themewire: stories of "no squeeze" cannot be told apart: search leaves out "no"
  → name it without such words, by two or three that belong together\n`,
  })
  expect(await ask('silence', 'tulip bulbs')).toEqual({
    code: 0,
    out: 'tulip bulbs is not shown any more\n',
    err: 'note: no stored story has "tulip bulbs" so far\n',
  })
  expect((await ask('undo', 'memory squeeze')).code).toBe(0)
  const { out } = await ask('decisions')
  place.remove()
  expect(out).not.toContain('Memory')
})
