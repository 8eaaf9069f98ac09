/** The README's TypeScript, run as it stands, against the built package and a real server. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyFolder, ended, lineOf, root, start } from '../cli/command.ts'

const place = emptyFolder()
let server = ''
let child: ReturnType<typeof start>
beforeAll(async () => {
  child = start(['up', '--port', '0', '--data', place.path], { env: { THEMEWIRE_LOG: 'warn' } })
  server = (await lineOf(child, /listens on (http:\S+)/))[1] ?? ''
})
afterAll(async () => {
  child.kill('SIGTERM')
  await ended(child)
  place.remove()
})

const readme = readFileSync(`${root}README.md`, 'utf8')
const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)

/** What a program that ends with `print` prints, read as JSON. */
async function outputOf(code: string, print: string): Promise<unknown> {
  const program = `${code.replace('http://127.0.0.1:8321', server)}\nconsole.log(JSON.stringify(${print}))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: root })
  return JSON.parse(stdout)
}

it('the analysis as a library', async () => {
  const code = examples.find((one) => one.includes("from 'themewire'"))!
  expect(await outputOf(code, 'findings.map(({ kind, value }) => [kind, value.symbol ?? value.subject])')).toEqual(
    expect.arrayContaining([
      ['instrument', 'NVDA'],
      ['move', 'NVDA'],
    ]),
  )
})

it('the client', async () => {
  const code = examples.find((one) => one.includes("from 'themewire/client'"))!
  const item = { title: 'The Fed holds', text: 'The Federal Reserve left rates unchanged.', publishedAt: '2026-03-18' }
  await fetch(`${server}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ items: [item] }),
  })
  const wait = 'while ((await client.articles({ status: "analyzed" })).data.length === 0);'
  const kinds = await outputOf(code.replace('const { data }', `${wait}\nconst { data }`), 'data.map((row) => row.kind)')
  expect(kinds).toContain('policy_event')
})
