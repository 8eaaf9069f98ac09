/** Whatever is wrong: one clear sentence, what to do about it, an exit code that says which kind; and nothing stored is touched. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, ended, lineOf, root, run, start, type Ended } from './command.ts'

const place = emptyFolder()
const at = (name: string): string => join(place.path, name)
let broken: ReturnType<typeof createServer>
let origin: string

beforeAll(async () => {
  writeFileSync(at('empty.txt'), ' \n')
  writeFileSync(at('huge.txt'), Buffer.alloc(51 * 1024 * 1024, 'word '))
  writeFileSync(
    at('picture.html'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 3, 0xff, 0xfe]),
  )
  writeFileSync(at('pipeline.yml'), 'name: mine\nannotators:\n  - tables\n  - no-such-thing\n')
  writeFileSync(at('order.yml'), 'name: mine\nannotators:\n  - moves\n')
  writeFileSync(at('shape.yml'), 'name: mine\nannotators: [tables]\ndigest:\n  timezone: Mars/Olympus\n')
  writeFileSync(at('syntax.yml'), 'name: mine\nannotators: [tables\nfeeds: }\n')
  cpSync(join(root, 'models'), at('models'), { recursive: true })
  writeFileSync(at('models/themes/broken.yml'), 'id: broken\nlabel: [unclosed\n')
  mkdirSync(at('folder'))
  broken = createServer((_request, response) => response.writeHead(404).end('no'))
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve))
  origin = `127.0.0.1:${(broken.address() as AddressInfo).port}`
})
afterAll(() => {
  broken.close()
  place.remove()
})

function expectRefusal({ code, err, out }: Ended, exitCode: number, sentence: RegExp): void {
  expect(err).toMatch(sentence)
  expect(err).not.toMatch(/\n {4}at /)
  expect(out).toBe('')
  expect(code).toBe(exitCode)
}

describe('the command line refuses, clearly', () => {
  const cases: [what: string, args: () => string[], code: number, sentence: RegExp][] = [
    ['an unknown command', () => ['analyse', 'x'], 2, /unknown command 'analyse'[\s\S]*analyze/],
    ['an unknown option', () => ['themes', '--tickerz', 'X'], 2, /unknown option '--tickerz'/],
    [
      'a word to leave out that reads like an option',
      () => ['search', 'peso', '-krone', '--limit', '3'],
      2,
      /unknown option '-krone'\n {2}→ to leave a word out, write: themewire search -- peso -krone\n/,
    ],
    ['an unknown format', () => ['themes', '--format', 'xml'], 2, /'xml' is invalid[\s\S]*table, json, jsonl, csv/],
    [
      'a missing file',
      () => ['analyze', at('none.txt')],
      2,
      /cannot read .*none\.txt: there is no such file\n {2}→ give the path/,
    ],
    ['lines from a file', () => ['analyze', '--jsonl', at('empty.txt')], 2, /standard input[^\n]*\n {2}→ .*< /],
    ['a folder', () => ['analyze', at('folder')], 2, /cannot read .*folder: it is a folder/],
    ['an empty page', () => ['analyze', at('empty.txt')], 5, /empty\.txt is empty/],
    ['a file over 50 MB', () => ['analyze', at('huge.txt')], 2, /huge\.txt is larger than 50 MB\n {2}→ /],
    ['bytes that are no text', () => ['analyze', at('picture.html')], 2, /text\b[^\n]{0,300}\n {2}→ /],
    ['a private address', () => ['analyze', `http://${origin}/`], 5, /not on the public internet/],
    ['a scheme that is no web', () => ['analyze', 'ftp://example.com/x'], 2, /ftp|http/],
    ['a pipeline that is not there', () => ['analyze', '--pipeline', at('none.yml'), at('empty.txt')], 5, /./],
    [
      'a number that is none',
      () => ['up', '--port', 'many', '--data', at('store')],
      2,
      /--port is "many", which is no whole number/,
    ],
  ]
  it.each(cases)('%s', async (_what, args, code, sentence) => {
    expectRefusal(await run(args()), code, sentence)
  })

  it('a URL that fails, with the reason', async () => {
    const answer = await run(['analyze', `http://${origin}/gone`], { env: { THEMEWIRE_ALLOW_HOSTS: origin } })
    expectRefusal(answer, 5, /404/)
  })

  it.each([
    ['an unknown annotator', 'pipeline.yml', /there is no annotator "no-such-thing"\n {2}→ there are: /],
    ['a wrong order', 'order.yml', /annotator "moves" needs mentions, which nothing before it gives/],
    ['a zone that does not exist', 'shape.yml', /shape\.yml, line 4: digest\.timezone: is no IANA time zone/],
    ['broken YAML', 'syntax.yml', /syntax\.yml, line \d/],
  ])('a pipeline file with %s', async (_what, file, sentence) => {
    writeFileSync(at('fine.txt'), 'Stocks rose.')
    expectRefusal(await run(['analyze', '--pipeline', at(file), at('fine.txt')]), 3, sentence)
  })

  it('a broken theme file, with its line', async () => {
    writeFileSync(at('fine.txt'), 'Stocks rose.')
    const answer = await run(['analyze', at('fine.txt')], { env: { THEMEWIRE_MODELS: at('models') } })
    expectRefusal(answer, 3, /themes\/broken\.yml.*line \d/)
    const lines = await run(['analyze', '--jsonl'], {
      env: { THEMEWIRE_MODELS: at('models') },
      input: '{"id":1,"text":"x"}',
    })
    expectRefusal(lines, 3, /themes\/broken\.yml.*line \d/)
    const up = await run(['up', '--port', '0', '--data', at('never')], {
      env: { THEMEWIRE_MODELS: at('models'), THEMEWIRE_LOG: 'silent' },
    })
    expectRefusal(up, 3, /themes\/broken\.yml.*line \d/)
  })

  it('a database that is not there', async () => {
    const answer = await run(['themes'], { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } })
    expectRefusal(answer, 6, /127\.0\.0\.1[^\n]{0,300}\n {2}→ /)
  })

  it('Redis without PostgreSQL', async () => {
    expectRefusal(
      await run(['themes'], { env: { REDIS_URL: 'redis://127.0.0.1:1' } }),
      2,
      /REDIS_URL is set without DATABASE_URL/,
    )
  })

  it('a server that is not there', async () => {
    expectRefusal(await run(['themes', '--server', 'http://127.0.0.1:1']), 6, /127\.0\.0\.1:1/)
  })
})

describe('a data folder that another process owns', () => {
  it('is left to it: commands ask the owner, a second owner is told who has it', async () => {
    const folder = at('owned')
    const owner = start(['up', '--port', '0', '--data', folder], { env: { THEMEWIRE_LOG: 'warn' } })
    const [, address = ''] = await lineOf(owner, /listens on (http:\S+)/)
    const second = await run(['up', '--port', '0', '--data', folder])
    expectRefusal(second, 6, new RegExp(`in use by process ${owner.pid}`))
    const asked = await run(['queue', '--format', 'json', '--data', folder])
    expect(asked).toMatchObject({ code: 0, err: '' })
    const added = await run(['add', '-', '--data', folder], { input: 'A headline\n\nThe Fed held rates on Wednesday.' })
    expect(added.err).toContain(address)
    expect(added.code).toBe(0)
    owner.kill('SIGTERM')
    expect(await ended(owner)).toBe(0)
  })
})
