/** Questions on the command line over one small store: series, comparison, what is told together; and what is refused. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, type Served } from '../../src/cli/serve.ts'
import { readConfig } from '../../src/config.ts'
import { save } from '../api/running.ts'
import { samples, syndicated } from '../api/sample-store.ts'
import { emptyFolder, ended, lineOf, run, start, type Ended } from './command.ts'

const place = emptyFolder()
const folder = join(place.path, 'store')
const ids: string[] = []
let served: Served
beforeAll(async () => {
  served = await serve(readConfig({ folder, port: 0, logLevel: 'silent' }, {}), { work: false })
  for (const sample of [...samples, syndicated]) ids.push(await save(served.context, sample))
})
afterAll(async () => {
  await served.stop()
  place.remove()
})

const ask = (...args: string[]): Promise<Ended> => run([...args, '--server', served.address])
const json = async <T>(...args: string[]): Promise<T> => {
  const { code, out, err } = await ask(...args, '--format', 'json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as T
}
const days = ['--from', '2026-03-10', '--to', '2026-03-13']

describe('series', () => {
  it('a theme step by step, and by group a line each', async () => {
    const whole = await ask('themes', 'monetary-policy', '--timeline', ...days)
    expect(whole).toMatchObject({ code: 0, err: '' })
    expect(whole.out.trim().split('\n')).toHaveLength(5)
    expect(whole.out).toMatch(/^attention ▁█▅$/m)
    const grouped = await ask('themes', 'monetary-policy', '--group-by', 'source', '--groups', '1', ...days)
    expect(grouped.out).toContain('ledger.example  ')
    expect(grouped.out).not.toContain('wire.example')
    expect(grouped.err).toBe('1 of 2 groups; more with --groups\n')
  })

  it('an instrument by theme as CSV has a row for every step of every group', async () => {
    const { out } = await ask('instruments', 'hrbk', '--group-by', 'theme', ...days, '--format', 'csv')
    const [head, ...rows] = out.trim().split('\n')
    expect(head).toBe('group,label,from,to,stories,of,attention,sentiment')
    expect(rows.map((row) => row.split(',').slice(0, 2).concat(row.split(',')[4]!))).toEqual(
      ['oil-supply', 'sector-rotation'].flatMap((group) =>
        [0, 1, 2].map((day) => [
          group,
          group === 'oil-supply' ? 'Oil supply' : 'Sector rotation',
          group === 'oil-supply' ? (day === 2 ? '1' : '0') : day === 0 ? '1' : '0',
        ]),
      ),
    )
  })

  it('what only a series has asks for one', async () => {
    const { code, out, err } = await ask('themes', 'monetary-policy', '--timezone', 'America/New_York', ...days)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^2026-03-10T04:00:00.000Z /m)
    expect((await ask('instruments', 'hrbk', '--interval', 'week', ...days)).out).toContain('attention')
  })

  it('themes and instruments side by side; a flag behind a subcommand is its own', async () => {
    const { out } = await ask('themes', 'compare', 'tariffs', 'oil-supply', '--tickers', 'NDRL', ...days)
    expect(out.split('\n').slice(0, 2)).toEqual([
      '2026-03-10T00:00:00.000Z to 2026-03-13T00:00:00.000Z',
      'label              stories  attention  sentiment  course',
    ])
    expect(out).toMatch(/^Oil supply +1 +25% +-0\.50 {2}▁▁█$/m)
    expect(out).toMatch(/^Northern Drilling +1 /m)
    expect(await json('themes', 'compare', 'tariffs', ...days)).toMatchObject([{ id: 'tariffs', stories: 1 }])
  })
})

describe('what is told together and alike', () => {
  it('themes and instruments that share stories', async () => {
    const { out } = await ask('themes', 'oil-supply', '--related', '--min-stories', '1', ...days)
    expect(out).toMatch(/^HRBK +Harbor Bank +1 +100% +2 +2\.00 +1\.00$/m)
    const { instruments } = await json<{ instruments: { id: string }[] }>(
      ...['themes', 'oil-supply', '--related', '--min-stories', '1', '--sort', 'lift', ...days],
    )
    expect(instruments.map(({ id }) => id)).toEqual(['NDRL', 'HRBK'])
  })

  it('articles like one', async () => {
    const like = await json<{ article: { title: string } }[]>('articles', ids[1]!, '--like')
    expect(like.map(({ article }) => article.title)).toEqual(['ECB expected to cut in June'])
    expect((await ask('articles', ids[1]!, '--like')).out).toMatch(/monetary-policy/)
  })

  it('every theme and instrument there is, with --all', async () => {
    expect((await json<unknown[]>('themes', '--all', '--limit', '1')).length).toBe(4)
    expect((await json<unknown[]>('instruments', '--all', '--limit', '2')).length).toBe(3)
  })
})

it('decisions on phrases are listed and taken back', async () => {
  expect(await ask('themes', 'silence', 'ghost capacity')).toMatchObject({
    code: 0,
    err: 'note: no stored story has "ghost capacity" so far\n',
  })
  expect((await ask('themes', 'decisions')).out).toMatch(/^ghost capacity +silenced/m)
  expect((await ask('themes', 'undo', 'Ghost  capacity')).out).toBe('ghost capacity is not silenced any more\n')
  expect(await json('themes', 'decisions')).toEqual([])
  expect(await ask('themes', 'undo', 'ghost capacity')).toMatchObject({
    code: 4,
    err: 'themewire: there is no decision "ghost capacity"\n  → `themewire themes decisions` lists them\n',
  })
})

describe('refusals', () => {
  it('a date that is none is told with what was given', async () => {
    const { code, err } = await ask('digest', '13.3.2026')
    expect([code, err.split('\n')[0]]).toEqual([2, 'themewire: date: "13.3.2026" is no day: use 2026-03-13, or latest'])
  })

  it.each([
    [['themes']],
    [['findings', '--kinds', 'rate']],
    [['digest']],
    [['queue']],
    [['tokens']],
    [['backup', 'x']],
  ])('%j in a folder without a store makes none', async (args) => {
    const mistyped = join(place.path, 'stroe')
    const { code, err } = await run([...args, '--data', mistyped], { cwd: place.path })
    expect([code, err]).toEqual([
      4,
      `themewire: there is no store in ${mistyped}\n  → check --data, or THEMEWIRE_DATA; \`themewire up\`, \`add\` or \`demo\` makes a new one\n`,
    ])
    expect(existsSync(mistyped)).toBe(false)
  })

  it.each([
    [
      ['themes', '--related'],
      '--timeline, --related, --group-by, --interval, --timezone and --groups are about one theme',
    ],
    [['articles', '--like'], '--like is about one article'],
    [['themes', 'tariffs', '--group-by', 'weather'], "argument 'weather' is invalid"],
    [['findings', '--watch', '--from', '2026-01-01'], 'what comes in is followed'],
    [['themes', '--interval', 'week'], 'are about one theme'],
    [['themes', 'tariffs', '--sort', 'latest'], '--sort does not go with this'],
    [['queue', '--watch', 'often'], '--watch is "often"'],
  ])('%j', async (args, sentence) => {
    const { code, err, out } = await ask(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })

  it('a name that nothing is about is told, with those near to it', async () => {
    const { code, out, err } = await ask('findings', '--themes', 'tarifs', '--tickers', 'HRKB')
    expect([code, out]).toEqual([0, 'nothing found\n'])
    expect(err).toMatch(/^note: .*"HRKB"; near to it: HRBK$/m)
    expect(err).toMatch(/^note: .*"tarifs"; near to it: tariffs$/m)
    expect((await ask('findings', '--tickers', 'HRBK')).err).toBe('')
  })

  it('help is of the command that is named, however deep', async () => {
    expect((await run(['help', 'tokens', 'add'])).out).toMatch(/^Usage: themewire tokens add \[options\] <name>/)
    expect((await run(['help', 'tokens', 'ad'])).err).toContain("unknown command 'tokens ad'")
    expect((await run(['help'])).out).toContain('Exit codes: 0 done')
  })
})

it('what comes in is followed until it is stopped, and it says that it waits', async () => {
  let waits = ''
  const watching = start(['findings', '--watch', '--kinds', 'move', '--format', 'jsonl', '--server', served.address])
  const queue = start(['queue', '--watch', '1', '--server', served.address])
  let told = false
  watching.stderr!.once('data', (chunk: Buffer) => (waits = chunk.toString()))
  const came = lineOf(watching, /^\{.*"kind":"move".*\}$/m).finally(() => (told = true))
  // It follows from when it began to ask, which nobody sees from outside: so there is always something new.
  for (let at = 0; !told; at += 1) {
    const url = `https://ledger.example/again/${at}`
    await save(served.context, { ...samples[0]!, url, title: `Again ${at}` }, new Date().toISOString())
    await Promise.race([came, wait(500)])
  }
  expect(JSON.parse((await came)[0])).toMatchObject({ kind: 'move', value: { subject: 'HRBK' } })
  await lineOf(queue, /^fetch /m)
  expect(waits).toContain('waiting for new findings')
  for (const child of [watching, queue]) {
    child.kill('SIGINT')
    expect(await ended(child)).toBe(0)
  }
})
