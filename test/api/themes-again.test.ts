/** Stored articles wait to be analysed again, and what a person decides on a phrase is kept, through the API and its client. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { themewire, type Client } from '../../src/client/client.ts'
import { readAt, start, type Running } from './running.ts'

let running: Running
let client: Client
beforeAll(async () => {
  running = await start()
  client = themewire({ fetch: async (input, init) => running.app.request(input, init) })
})
afterAll(() => running.stop())

test('articles known since a moment are queued, and stay known when they were', async () => {
  const before = (await client.articles({ limit: 100 })).data.map(({ id, knownAt }) => [id, knownAt])
  const analyzed = (await client.articles({ status: ['analyzed'], limit: 100 })).data.length
  expect(await client.reanalyze({ since: readAt })).toEqual({ articles: analyzed })
  expect((await client.queue()).find(({ queue }) => queue === 'analyze')).toMatchObject({ waiting: analyzed })
  // Asked twice, each waits once.
  await client.reanalyze({ since: readAt })
  expect((await client.queue()).find(({ queue }) => queue === 'analyze')).toMatchObject({ waiting: analyzed })
  expect((await client.articles({ limit: 100 })).data.map(({ id, knownAt }) => [id, knownAt])).toEqual(before)
  expect(await client.reanalyze({ since: '2100-01-01' })).toEqual({ articles: 0 })
  await expect(client.reanalyze({ since: 'yesterday' })).rejects.toMatchObject({ code: 'bad-request' })
})

test('a phrase is promoted, merged or silenced, and nothing else', async () => {
  expect(await client.decidePhrase({ phrase: 'Ghost  Capacity', decision: 'promoted', name: 'Ghosts' })).toMatchObject({
    phrase: 'ghost capacity',
    name: 'Ghosts',
    into: null,
  })
  for (const wrong of [
    { phrase: 'a', decision: 'merged' },
    { phrase: 'a', decision: 'silenced', into: 'b' },
    { phrase: '', decision: 'silenced' },
    { phrase: 'a', decision: 'forgotten' },
  ]) {
    await expect(client.decidePhrase(wrong as never)).rejects.toMatchObject({ code: 'bad-request' })
  }
  expect(Array.isArray(await client.emerging())).toBe(true)
})
