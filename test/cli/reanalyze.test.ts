/** `themewire reanalyze`: which stored articles it takes, and a theme it does not know. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../src/store/connect.ts'
import { fill, today } from '../digest/market-store.ts'
import { emptyFolder, root, run, type Ended } from './command.ts'

const place = emptyFolder()
const data = join(place.path, 'data')
const models = join(place.path, 'models')
beforeAll(async () => {
  cpSync(join(root, 'models'), models, { recursive: true })
  const store = await openStore({ folder: data, databaseUrl: undefined })
  await fill(store.db, today)
  await store.close()
})
afterAll(() => place.remove())
const reanalyze = (...args: string[]): Promise<Ended> =>
  run(['reanalyze', ...args], { env: { THEMEWIRE_DATA: data, THEMEWIRE_MODELS: models } })

it('takes those known since a moment; without one all that are stored, and says so', { timeout: 240_000 }, async () => {
  const waits = (articles: number): string => `${articles} articles wait to be analysed again\n`
  expect(await reanalyze('--since', '2100-01-01')).toEqual({ code: 0, out: waits(0), err: '' })
  const all = { code: 0, out: `all stored articles: ${waits(today.length)}`, err: '' }
  expect(await reanalyze()).toEqual(all)
  expect(await reanalyze('--themes', 'rotation, rate-cuts')).toEqual(all)
})

it('names the theme that is nearest to one it does not know, and the folder themes are read from', async () => {
  const { code, out, err } = await reanalyze('--themes', 'rate-cuts, rotaton')
  expect(err).toContain('there is no theme "rotaton"; do you mean "rotation"?\n')
  expect(err).toContain(`put its file into ${join(models, 'themes')};`)
  expect({ code, out }).toEqual({ code: 2, out: '' })
})
