/** What is taken down stays down, is quoted nowhere, and what is old goes by the clock. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../../src/api/app.ts'
import { themewire, type Client } from '../../src/client/client.ts'
import { addArticles } from '../../src/queue/add-articles.ts'
import type { Context } from '../../src/queue/context.ts'
import { retain } from '../../src/queue/retain.ts'
import { scheduleAll } from '../../src/queue/schedules.ts'
import { startWork, type Work, type WorkContext } from '../../src/queue/work.ts'
import { addArticle, getArticle, saveAnalysis } from '../../src/store/articles.ts'
import { getDigest, saveDigest } from '../../src/store/digests.ts'
import { backends } from '../servers.ts'
import { analysisOf, prose } from '../store/readings.ts'
import { freshPlace, type QueuePlace } from './backends.ts'
import { feed, page, servePages, type Answer, type Pages } from './pages.ts'
import { readingPool } from './reading-pool.ts'

const now = '2026-03-11T08:00:00.000Z'
const readers = readingPool()
let place: QueuePlace
let context: Context
let client: Client
let work: Work
let pages: Pages
let answer: Answer

beforeAll(async () => {
  pages = await servePages((request, response) => answer(request, response))
  const port = pages.host.split(':')[1]
  place = await freshPlace(backends()[0]!)
  context = await place.open({
    allowHosts: [pages.host, ...['wire', 'markets.wire', 'other'].map((name) => `${name}.example=127.0.0.1:${port}`)],
    retries: { attempts: 1, delayMs: 1 },
    clock: () => now,
  })
  const app = createApi(context)
  client = themewire({ fetch: async (input, init) => app.request(input, init) })
  work = await startWork(context, { pool: readers })
})
afterAll(async () => {
  await work.stop()
  await context.close()
  await place.dispose()
  await pages.close()
})

const refused = { outcome: 'refused', id: null, error: { code: 'source-refused' } }

describe('a source that was taken down', () => {
  test('is refused under any of its addresses, with the reason, and fetched no more', async () => {
    answer = (request, response) => page(response, `Company ${request.url}`)
    await addArticles(context, { urls: ['http://wire.example/before'] })
    await work.idle()
    expect(await client.removeArticles({ source: 'www.wire.example', reason: 'asked to' })).toMatchObject({
      articles: 1,
    })
    const asked = pages.asked.length
    const added = await client.add({
      urls: ['http://wire.example/after', 'https://www.WIRE.example:8443/after', 'http://markets.wire.example/x'],
      items: [{ url: 'http://wire.example/text', text: prose('text') }],
    })
    expect(added).toMatchObject([refused, refused, refused, refused])
    expect(added[0]!.error!.message).toBe('wire.example was taken down (asked to): nothing of it is taken in')
    expect(await client.add({ urls: ['http://hardwire.example/x'] })).toMatchObject([{ outcome: 'queued' }])
    await expect(client.addFeed('http://wire.example/rss')).rejects.toMatchObject({ code: 'source-refused' })
    expect(await client.blockedSources()).toEqual([{ host: 'wire.example', reason: 'asked to', blockedAt: now }])
    await work.idle()
    expect(pages.asked.slice(asked).filter(({ headers }) => headers.host?.includes('wire'))).toEqual([])
  })

  test("is left out of another's feed, and what leads to it or says it is of it fails and leaves nothing", async () => {
    answer = (request, response) => {
      if (request.url === '/rss')
        return feed(response, [
          { title: 'Theirs', link: 'http://wire.example/of-feed' },
          { title: 'Ours', link: 'http://other.example/of-feed' },
        ])
      if (request.url === '/moved') return response.writeHead(302, { location: 'http://wire.example/landed' }).end()
      if (request.url !== '/copy') return page(response, `Company ${request.url}`)
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<html><head><link rel="canonical" href="https://wire.example/copied"></head><body><h1>Copied</h1><p>${prose('copy')}</p></body></html>`) // prettier-ignore
    }
    const { id } = await client.addFeed('http://other.example/rss')
    await client.pollFeed(id)
    await work.idle()
    expect((await client.articles({ sources: 'other.example' })).data).toMatchObject([{ url: 'http://other.example/of-feed' }]) // prettier-ignore
    expect((await client.articles({ sources: 'wire.example' })).data).toEqual([])
    const urls = ['/moved', '/copy'].map((path) => `http://other.example${path}`)
    for (const added of await addArticles(context, { urls })) {
      await work.idle()
      expect(await client.article(added.id!)).toMatchObject({ status: 'failed', reason: { code: 'source-refused' } })
      expect(await context.store.db.selectFrom('page').where('article_id', '=', added.id).selectAll().execute()).toEqual([]) // prettier-ignore
    }
    await client.removeFeed(id)
  })

  test('is taken in again when that is lifted; what was removed stays removed', async () => {
    await expect(client.liftSource('none.example')).rejects.toMatchObject({ code: 'not-found' })
    expect(await client.liftSource('wire.example')).toMatchObject({ host: 'wire.example' })
    const added = await client.add({ urls: ['http://wire.example/before', 'http://wire.example/after'] })
    expect(added.map(({ outcome }) => outcome)).toEqual(['known', 'queued'])
    const failed = (await client.failed()).data.filter(({ code }) => code === 'source-refused')
    expect(failed).toHaveLength(2)
    await client.retry()
    await work.idle()
    expect((await client.articles({ sources: 'wire.example' })).data).toMatchObject([{ status: 'analyzed' }])
    expect((await client.failed()).data.filter(({ code }) => code === 'source-refused')).toEqual([])
  })
})

test('a saved digest loses what it said by an article that was taken down, and nothing else', async () => {
  const [gone, stays] = ['gone', 'stays'].map((name) => ({
    articleId: '',
    title: `The ${name} headline`,
    url: `https://a.example/${name}`,
  }))
  for (const source of [gone!, stays!])
    source.articleId = (await addArticle(context.store.db, { url: source.url, now })).id
  const quoted = (source: object, quote: string) => ({ quote, source })
  const fact = (source: object, quote: string) => ({ finding: { kind: 'rate', value: {}, source }, stories: 1, quote })
  const content = {
    date: '2026-03-10',
    lead: 'Words of gone words.',
    counts: { articles: 2, stories: 2, historyDays: 0 },
    themes: [
      { theme: 'a', label: 'A', stories: 2, baseline: null, from: [], to: [], quotes: [quoted(gone!, 'gone words'), quoted(stays!, 'kept words')] }, // prettier-ignore
      { theme: 'b', label: 'B', stories: 1, baseline: null, from: [], to: [], quotes: [quoted(gone!, 'gone words')] },
    ],
    rates: [fact(gone!, 'gone words'), fact(stays!, 'kept words')],
    policy: [],
    instruments: [
      { symbol: 'FCX', moves: [fact(gone!, 'gone words')], quote: quoted(stays!, 'kept words') },
      { symbol: 'X', moves: [], quote: quoted(gone!, 'gone words') },
    ],
  }
  const day = { date: '2026-03-10', timezone: context.settings.digest.timezone }
  await saveDigest(context.store.db, { ...day, from: now, to: now, content, now })
  await work.stop()
  await client.removeArticle(gone!.articleId)
  const saved = (await getDigest(context.store.db, { ...day, edition: 1 }))!.content
  expect(JSON.stringify(saved)).not.toMatch(/gone/)
  expect(saved).toMatchObject({
    counts: content.counts,
    themes: [{ theme: 'a', stories: 2, quotes: [{ quote: 'kept words' }] }],
    rates: [{ quote: 'kept words' }],
    instruments: [{ symbol: 'FCX', moves: [], quote: { quote: 'kept words' } }],
  })
  // What others tell of that day stands in its next edition.
  expect((await context.queues.state()).find(({ queue }) => queue === 'digest')).toMatchObject({ waiting: 1 })
})

describe('retention', () => {
  const kept = (articles?: number): WorkContext => {
    const settings = articles === undefined ? context.settings : { ...context.settings, retention: { articles } }
    return { ...context, settings, robots: new Map(), pool: readers }
  }
  const scheduled = async (): Promise<number> => {
    const { waiting, delayed } = (await context.queues.state()).find(({ queue }) => queue === 'retain')!
    return waiting + delayed
  }

  test('runs by the clock where the pipeline file asks for it', async () => {
    expect(await scheduled()).toBe(0)
    await scheduleAll(kept(400))
    expect(await scheduled()).toBe(1)
  })

  test('removes what is older, and nothing where it is off', async () => {
    const { db } = context.store
    const ids: string[] = []
    for (const publishedAt of ['2025-01-01T00:00:00Z', '2026-03-01T00:00:00Z']) {
      const { id } = await addArticle(db, { url: `https://old.example/${publishedAt}`, now })
      await saveAnalysis(db, { id, analysis: analysisOf({ id, publishedAt }), fetchedAt: now, now })
      ids.push(id)
    }
    const { signal } = new AbortController()
    expect(await retain(kept(), {}, signal)).toEqual({ articles: 0 })
    expect(await retain(kept(400), {}, signal)).toEqual({ articles: 1 })
    expect(await getArticle(db, ids[0]!)).toBeNull()
    expect(await getArticle(db, ids[1]!)).not.toBeNull()
  })
})

test('much is removed request by request', async () => {
  const items = Array.from({ length: 1_300 }, (_, n) => ({ url: `https://much.example/${n}`, text: `Number ${n}.` }))
  await client.add({ items })
  let requests = 0
  const app = createApi(context)
  const counting = themewire({ fetch: async (input, init) => (requests++, app.request(input, init)) })
  expect(await counting.removeArticles({ source: 'much.example' })).toMatchObject({ articles: 1_300, remaining: 0 })
  expect(requests).toBe(2)
})
