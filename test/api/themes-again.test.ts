/** Stored articles wait to be analysed again, and what a person decides on a phrase is kept, through the API and its client. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { themewire, type Client } from '../../src/client/client.ts'
import { decidePhrase } from '../../src/store/phrase-decisions.ts'
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
  expect(await client.reanalyze({ since: '2100-01-01', themes: ['rotation'] })).toEqual({ articles: 0 })
  await expect(client.reanalyze({ since: readAt, themes: ['rotation', 'rotaton'] })).rejects.toMatchObject({
    code: 'bad-request',
    message: 'there is no theme "rotaton"; do you mean "rotation"?',
    hint: expect.stringContaining(`put its file into ${running.context.config.modelsFolder}/themes`) as string,
  })
  await expect(client.reanalyze({ since: 'yesterday' })).rejects.toMatchObject({ code: 'bad-request' })
})

test('a phrase is promoted, merged or silenced, and nothing else', async () => {
  expect(await client.decidePhrase({ phrase: 'Chip  Makers', decision: 'promoted', name: 'Chips' })).toMatchObject({
    phrase: 'chip makers',
    name: 'Chips',
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

test.each([
  { phrase: 'rotation', decision: 'silenced' },
  { phrase: ' Rotation', decision: 'promoted' },
  { phrase: 'Oil  supply', decision: 'silenced' },
  { phrase: 'chip makers', decision: 'merged', into: 'rotation' },
] as const)('a theme is no phrase: $phrase $decision', async (wrong) => {
  const held = await client.phraseDecisions()
  await expect(client.decidePhrase(wrong)).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringMatching(/^"(?:rotation|oil supply)" is a theme of models\/themes/) as string,
    hint: expect.stringContaining('under "themes:"') as string,
  })
  expect(await client.phraseDecisions()).toEqual(held)
})

test('what no story has is not followed, nor merged; it can be silenced all the same', async () => {
  await expect(client.decidePhrase({ phrase: 'chip makers', decision: 'promoted' })).resolves.toBeTruthy()
  for (const wrong of [
    { phrase: 'chpi makers', decision: 'promoted' },
    { phrase: 'chpi makers', decision: 'merged', into: 'target range' },
    { phrase: 'target range', decision: 'merged', into: 'chpi makers' },
  ] as const) {
    await expect(client.decidePhrase(wrong)).rejects.toMatchObject({
      code: 'not-found',
      message: 'no stored story has "chpi makers"; do you mean "chip makers"?',
    })
  }
  for (const wrong of [
    { phrase: 'no such makers', decision: 'promoted' },
    { phrase: 'chip makers', decision: 'merged', into: 'the makers' },
  ] as const) {
    await expect(client.decidePhrase(wrong)).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringMatching(/^stories of "(?:no such|the) makers" cannot be told apart: search leaves out "/) as string, // prettier-ignore
    })
  }
  expect(await client.decidePhrase({ phrase: 'chpi makers', decision: 'silenced' })).toMatchObject({
    phrase: 'chpi makers',
    notes: ['no stored story has "chpi makers" so far'],
  })
})

test('what was decided once can be decided again, though no story has it any more', async () => {
  const gone = { phrase: 'tulip bulbs', name: null, into: null, decidedAt: readAt }
  await decidePhrase(running.context.store.db, { ...gone, decision: 'promoted' })
  expect(await client.decidePhrase({ phrase: 'Tulip bulbs', decision: 'promoted', name: 'Tulips' })).toMatchObject({
    name: 'Tulips',
  })
})
