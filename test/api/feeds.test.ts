/** Feeds from end to end: found on a page, polled by rules, left alone while they fail, paused and resumed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../../src/api/app.ts'
import { themewire, type Client } from '../../src/client/client.ts'
import type { Context } from '../../src/queue/context.ts'
import { pollFeed } from '../../src/queue/poll-feed.ts'
import type { WorkContext } from '../../src/queue/work.ts'
import { freshPlace, type QueuePlace } from '../queue/backends.ts'
import { servePages, type Pages } from '../queue/pages.ts'
import { backends } from '../servers.ts'

const start = Date.parse('2026-03-11T08:00:00Z')
let now = start
let place: QueuePlace
let context: Context
let client: Client
let pages: Pages
let status = 200
let retryAfter: string | undefined

const rss = (): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Invented wire</title>
  <item><title>Copper climbs</title><link>${pages.url('/copper')}</link>
    <category domain="https://wire.example/taxonomy/stock">FCX</category></item>
  <item><title>Opinion: copper is dear</title><link>${pages.url('/opinion')}</link></item>
  <item><title>Tin slips</title><link>${pages.url('/tin')}</link></item></channel></rss>`

beforeAll(async () => {
  pages = await servePages((request, response) => {
    if (request.url === '/') {
      response.writeHead(200, { 'content-type': 'text/html' })
      return response.end('<html><head><link rel="alternate" type="application/rss+xml" href="/rss" title="Wire"></head><body></body></html>') // prettier-ignore
    }
    if (request.url !== '/rss') return response.writeHead(200, { 'content-type': 'text/html' }).end('<p>none</p>')
    response.writeHead(status, {
      'content-type': 'application/rss+xml',
      ...(retryAfter ? { 'retry-after': retryAfter } : {}),
    })
    return response.end(rss())
  })
  place = await freshPlace(backends()[0]!)
  context = await place.open({ allowHosts: [pages.host], clock: () => new Date(now).toISOString() })
  const app = createApi(context)
  client = themewire({ fetch: async (input, init) => app.request(input, init) })
})
afterAll(async () => {
  await context.close()
  await place.dispose()
  await pages.close()
})

const poll = (feedId: string, scheduled?: true): Promise<unknown> =>
  pollFeed(
    { ...context, robots: new Map(), pool: undefined as never } satisfies WorkContext,
    { feedId, ...(scheduled ? { scheduled } : {}) },
    new AbortController().signal,
  )
const asked = (): number => pages.asked.filter(({ path }) => path === '/rss').length

describe('feeds', () => {
  test('are found on the page of a site', async () => {
    expect(await client.discoverFeeds(pages.url('/'))).toEqual([{ url: pages.url('/rss'), title: 'Wire' }])
    expect(await client.discoverFeeds(pages.url('/rss'))).toEqual([{ url: pages.url('/rss'), title: 'Invented wire' }])
    await expect(client.discoverFeeds(pages.url('/none'))).rejects.toMatchObject({ code: 'bad-feed' })
    await expect(client.discoverFeeds('file:///etc/passwd')).rejects.toMatchObject({ code: 'bad-url' })
  })

  test("give the items their rules keep, with the publisher's own tickers", async () => {
    const { id } = await client.addFeed(pages.url('/rss'), { keep: ['copper'], block: ['title:opinion'] })
    await poll(id)
    const { data } = await client.articles()
    expect(data.map(({ url }) => url)).toEqual([pages.url('/copper')])
    expect(await client.article(data[0]!.id)).toMatchObject({ publisherTickers: ['FCX'] })
    expect(await client.changeFeed(id, { keep: [], block: ['tin'] })).toMatchObject({ keep: [], block: ['tin'] })
    await poll(id)
    expect((await client.articles()).data).toHaveLength(2)
    expect(await client.feeds()).toMatchObject([{ title: 'Invented wire', status: 'ok', items: 2, block: ['tin'] }])
    await expect(client.changeFeed(id, {})).rejects.toMatchObject({ code: 'bad-request' })
    await expect(client.changeFeed(id, { keep: [''] })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(client.changeFeed('none', { keep: [] })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('that fail are asked less and less by the clock, and at once when a person asks', async () => {
    const [feed] = await client.feeds()
    const { id } = feed!
    const minutesToNext = async (): Promise<number> =>
      (Date.parse((await client.feeds())[0]!.nextPollAt!) - now) / 60_000
    status = 503
    for (const minutes of [15, 30, 60]) {
      await expect(poll(id)).rejects.toMatchObject({ code: 'http-error' })
      expect(await minutesToNext()).toBe(minutes)
    }
    expect((await client.feeds())[0]).toMatchObject({ status: 'failing', failures: 3, reason: { code: 'http-error' } })
    const before = asked()
    now += 15 * 60_000
    await poll(id, true)
    expect(asked()).toBe(before)
    now += 44 * 60_000
    await expect(poll(id, true)).rejects.toMatchObject({ code: 'http-error' })
    expect(asked()).toBe(before + 1)
    for (let again = 0; again < 12; again++) await expect(poll(id)).rejects.toMatchObject({ code: 'http-error' })
    expect(await minutesToNext()).toBe(1440)
    status = 200
    await poll(id)
    expect((await client.feeds())[0]).toMatchObject({ status: 'ok', failures: 0, reason: null })
    expect(await minutesToNext()).toBe(15)
  })

  test('are left alone as long as their server asks', async () => {
    const [feed] = await client.feeds()
    status = 429
    retryAfter = '7200'
    await expect(poll(feed!.id)).rejects.toMatchObject({ code: 'http-error' })
    expect(Date.parse((await client.feeds())[0]!.nextPollAt!) - now).toBe(7_200_000)
    status = 200
    retryAfter = undefined
  })

  test('are paused and resumed', async () => {
    const [feed] = await client.feeds()
    expect(await client.changeFeed(feed!.url, { paused: true })).toMatchObject({ status: 'paused', nextPollAt: null })
    const before = asked()
    await poll(feed!.id, true)
    expect(asked()).toBe(before)
    expect(await client.changeFeed(feed!.url, { paused: false })).toMatchObject({ status: 'new' })
    await poll(feed!.id, true)
    expect(asked()).toBe(before + 1)
  })
})
