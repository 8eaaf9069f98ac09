/** What a feed says of an article is not lost with its page: shown while that cannot be read, and used once it can. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../src/queue/context.ts'
import { addArticles } from '../../src/queue/add-articles.ts'
import { startWork, type Work } from '../../src/queue/work.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { getArticle } from '../../src/store/articles.ts'
import { backends } from '../servers.ts'
import { freshPlace, type QueuePlace } from './backends.ts'
import { servePages, type Answer, type Pages } from './pages.ts'

let place: QueuePlace
let context: Context
let work: Work
let pages: Pages
let answer: Answer

beforeAll(async () => {
  pages = await servePages((request, response) => (request.url === '/rss' ? rss : answer)(request, response))
  place = await freshPlace(backends()[0]!)
  context = await place.open({ allowHosts: [pages.host], retries: { attempts: 1, delayMs: 1 } })
  work = await startWork(context)
})
afterAll(async () => {
  await work.stop()
  await context.close()
  await place.dispose()
  await pages.close()
})

const paths = ['missing', 'gone', 'consent', 'paywall']
const rss: Answer = (_request, response) => {
  const items = paths.map(
    (path) => `<item><title>Copper climbs ${path}</title><link>${pages.url(`/${path}`)}</link>
      <pubDate>Tue, 10 Mar 2026 09:30:00 -0400</pubDate><description>A mine closed for ${path}.</description>
      <category domain="https://wire.example/taxonomy/stock">FCX</category></item>`,
  )
  response
    .writeHead(200, { 'content-type': 'application/rss+xml' })
    .end(`<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`)
}
const html = (body: string): Answer => {
  return (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<html><body>${body}</body></html>`) // prettier-ignore
}
const failures: Record<string, Answer> = {
  '/missing': (_request, response) => response.writeHead(404).end(),
  '/gone': (_request, response) => response.writeHead(410).end(),
  '/consent': html('<h1>Before you continue</h1><p>We value your privacy. We and our 9 partners store and use cookies. Your consent is asked for.</p><p>Accept all</p>'), // prettier-ignore
  '/paywall': html('<h1>Members</h1><p>Already a subscriber? Subscribe to continue reading this story today.</p>'),
}
const codes = { missing: 'http-gone', gone: 'http-gone', consent: 'consent-page', paywall: 'paywall-page' }

test('it stands on the failed article with its reason, and on the article once the page can be read', async () => {
  answer = (request, response) => failures[request.url!]!(request, response)
  // One was added by hand before the feed named it.
  const [byHand] = await addArticles(context, { urls: [pages.url('/gone')] })
  await work.idle()
  const { id } = await addFeed(context.store.db, { url: pages.url('/rss'), minutes: 15, now: context.clock() })
  await context.queues.add('poll-feed', { feedId: id })
  await work.idle()
  const failed = await context.queues.failed()
  expect(failed).toHaveLength(4)
  const said = (path: string) => ({
    title: `Copper climbs ${path}`,
    publishedAt: '2026-03-10T09:30:00-04:00',
    publishedPrecision: 'instant',
    summary: `A mine closed for ${path}.`,
    publisherTickers: ['FCX'],
  })
  for (const { articleId, url } of failed) {
    const path = url!.split('/').at(-1)! as keyof typeof codes
    const reason = { code: codes[path] }
    expect(await getArticle(context.store.db, articleId!)).toMatchObject({ status: 'failed', reason, ...said(path) })
  }
  expect(failed.map(({ articleId }) => articleId)).toContain(byHand!.id)

  const body = Array.from({ length: 8 }, (_, n) => `<p>The mine in the north has been closed for ${n + 2} days, and shares of its owner rose.</p>`) // prettier-ignore
  answer = html(`<article>${body.join('')}</article>`)
  await context.queues.retry()
  await work.idle()
  expect(await context.queues.failed()).toEqual([])
  for (const { articleId } of failed) {
    expect(await getArticle(context.store.db, articleId!)).toMatchObject({
      title: expect.stringContaining('Copper climbs') as string,
      publishedAt: '2026-03-10T09:30:00-04:00',
      publisherTickers: ['FCX'],
      reason: null,
    })
  }
})
