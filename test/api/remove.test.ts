/** Take-down and retention through the API and its client, over the samples. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { themewire } from '../../src/client/client.ts'
import { start, type Running } from './running.ts'

let running: Running
beforeAll(async () => {
  running = await start()
})
afterAll(() => running.stop())

test('an article, a source and what is old are taken down, each counted and not there afterwards', async () => {
  const client = themewire({ fetch: async (input, init) => running.app.request(input, init) })
  const [id] = running.ids
  expect(await client.removeArticle(id!, { reason: 'asked to' })).toMatchObject({ articles: 1, dryRun: false })
  await expect(client.article(id!)).rejects.toMatchObject({ code: 'not-found' })
  expect((await client.findings({ article: id! })).data).toEqual([])
  expect(await client.removeArticle(id!)).toMatchObject({ articles: 0 })
  await expect(client.removeArticle('none')).rejects.toMatchObject({ code: 'not-found' })

  const { meta, data } = await client.articles()
  const source = new URL(data[0]!.url!).host
  const would = await client.removeArticles({ source, dryRun: true })
  expect(would).toMatchObject({ dryRun: true })
  expect(would.articles).toBeGreaterThan(0)
  expect((await client.articles()).meta.found).toBe(meta.found)
  expect(await client.removeArticles({ source })).toMatchObject({ articles: would.articles, dryRun: false })
  expect((await client.articles()).meta.found).toBe(meta.found - would.articles)
  // The samples were added now by the real clock, and published before.
  const rest = await client.removeArticles({ olderThanDays: 1 })
  expect((await client.articles()).meta.found).toBe(meta.found - would.articles - rest.articles)

  for (const wrong of [
    {},
    { source: 'a.example', olderThanDays: 1 },
    { olderThanDays: 0 },
    { source: 'https://a.example/x' },
  ]) {
    await expect(client.removeArticles(wrong)).rejects.toMatchObject({ code: 'bad-request' })
  }
})
