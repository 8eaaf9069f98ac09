/** forget and retain, as a person runs them. */
import { afterAll, expect, it } from 'vitest'
import { emptyFolder, run, type Ended } from './command.ts'

const folder = emptyFolder()
afterAll(() => folder.remove())
const themewire = (args: string[], input = ''): Promise<Ended> =>
  run(args, { input, env: { THEMEWIRE_DATA: folder.path } })

it('takes down an article, counts before it removes, and says how it is used', async () => {
  const added = await themewire(['add', '-'], 'Copper climbs\n\nCopper climbed on Tuesday.')
  const id = /\b[0-9a-f]{16}\b/.exec(added.out + added.err)?.[0]
  expect(id, added.out + added.err).toBeDefined()
  expect(await themewire(['retain', '--days', '1', '--dry-run'])).toMatchObject({
    out: '0 articles older than 1 day would be removed\n',
  })
  expect(await themewire(['forget', id!, '--reason', 'asked to'])).toMatchObject({ out: '1 article taken down\n' })
  expect(await themewire(['forget', 'none'])).toMatchObject({ code: 4 })
  expect(await themewire(['forget'])).toMatchObject({ code: 2 })
  expect(await themewire(['retain', '--days', '0'])).toMatchObject({ code: 2 })
}, 240_000)

it('keeps a source away until that is lifted', async () => {
  const forget = (...args: string[]): Promise<Ended> => themewire(['forget', ...args])
  expect(await forget('--source', 'wire.example', '--reason', 'asked to')).toMatchObject({
    out: '0 articles taken down: wire.example; nothing of it is taken in until --lift\n',
  })
  const added = await themewire(['add', 'https://www.wire.example/x'])
  expect(added.out).toMatch(/^refused .*source-refused: wire\.example was taken down \(asked to\)/)
  expect((await forget('--blocked')).out).toMatch(/wire\.example .*asked to/)
  expect(await forget('--source', 'wire.example', '--lift')).toMatchObject({ code: 0 })
  expect(await forget('--source', 'wire.example', '--lift')).toMatchObject({ code: 4 })
  expect((await themewire(['add', 'https://www.wire.example/x'])).out).toMatch(/^queued/)
  expect(await forget('--lift')).toMatchObject({ code: 2 })
}, 240_000)
