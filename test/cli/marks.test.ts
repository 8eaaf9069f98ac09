/** Marking findings wrong by command, each in a process of its own. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../src/store/connect.ts'
import { fill, today } from '../digest/market-store.ts'
import { emptyFolder, run } from './command.ts'

const folder = emptyFolder()
beforeAll(async () => {
  const store = await openStore({ folder: folder.path, databaseUrl: undefined })
  await fill(store.db, today)
  await store.close()
})
afterAll(() => folder.remove())
const findings = (...args: string[]) => run(['findings', ...args, '--data', folder.path])

it('marks, lists who marked what when and why, and takes the mark back', { timeout: 240_000 }, async () => {
  const moves = async () =>
    (JSON.parse((await findings('--kinds', 'move', '--format', 'json')).out) as { data: { id: string }[] }).data
  const [move] = await moves()
  const marked = await findings('mark', move!.id, '--reason', 'a wish \u001b[31m', '--by', 'Ana')
  expect(marked).toMatchObject({ code: 0, out: expect.stringMatching(/^marked wrong: HRBK/) as string })
  expect(await moves()).toEqual([])
  const twice = await findings('mark', move!.id, '--reason', 'a wish, again', '--by', 'Ana')
  expect(twice).toMatchObject({ code: 0, err: expect.stringContaining('it was marked before') as string })
  const table = (await findings('--marked')).out
  expect(table).toMatch(/marked +by +reason/)
  expect(table).toMatch(/Ana.*a wish/)
  expect(table).not.toContain('\u001b[31m')
  const csv = (await findings('--marked', '--kinds', 'move', '--format', 'csv')).out
  expect(csv).toMatch(/^marked,by,reason,still found,/)
  expect(csv.split('\n')[1]).toContain(`,${move!.id},`)
  expect((await findings('unmark', move!.id)).out).toMatch(/^counts again: HRBK/)
  expect((await moves()).map(({ id }) => id)).toEqual([move!.id])
})
