/**
 * Servers that misbehave, through the whole queue: each costs one article, which fails within its limits with a clear reason while
 * the one beside it goes through, and is read once the server behaves and someone asks again.
 */
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addArticles } from '../../src/queue/add-articles.ts'
import type { Context } from '../../src/queue/context.ts'
import { startWork, type Work } from '../../src/queue/work.ts'
import type { FailedJob } from '../../src/query.ts'
import { getArticle } from '../../src/store/articles.ts'
import { backends } from '../servers.ts'
import { freshPlace, type QueuePlace } from './backends.ts'
import { page, servePages, type Pages } from './pages.ts'

const html = { 'content-type': 'text/html; charset=utf-8' }
const wrapped = (body: string): string => `<html><head><title>Mills</title></head><body>${body}</body></html>`
const rss = (items: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>Invented wire</title>${items}</channel></rss>`
const send = (body: string | Buffer, headers: Record<string, string> = html) => {
  return (response: ServerResponse): unknown => response.writeHead(200, headers).end(body)
}

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
const xml = { 'content-type': 'application/rss+xml' }
const items = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<item><title>Rye ${n}</title><link>/rye/${n}</link></item>`).join('')
const asksConsent =
  '<h1>Before you continue</h1><p>We value your privacy. We and our 812 partners store and use cookies. Your consent is asked for.</p><button>Accept all</button><button>Manage options</button>'
const asksMoney = '<h1>Rye climbs</h1><p>Already a subscriber? Sign in. Subscribe to continue reading for 1 a week.</p>'

const cases: readonly [string, string, RegExp, (response: ServerResponse) => unknown][] = [
  ['nests ten megabytes of divs', 'too-large', /nested beyond reason/, send(wrapped('<div>'.repeat(1_980_000)))],
  [
    'sends a hundred thousand links',
    'empty-page',
    /words on this page|no text/,
    send(
      wrapped(Array.from({ length: 100_000 }, (_, n) => `<li><a href="/s/${n}">Section number ${n}</a></li>`).join('')),
    ),
  ],
  [
    'sends a gzip bomb',
    'too-large',
    /larger than 10 MB/,
    send(gzipSync(Buffer.alloc(100_000_000)), { ...html, 'content-encoding': 'gzip' }),
  ],
  [
    'redirects without end',
    'too-many-redirects',
    /more than 5 times/,
    (response) => response.writeHead(302, { location: `?${Math.random()}` }).end(),
  ],
  [
    'drips',
    'fetch-timeout',
    /longer than 15 s/,
    (response) => {
      response.writeHead(200, html)
      const drip = setInterval(() => response.write('.'), 100)
      response.on('close', () => clearInterval(drip))
    },
  ],
  [
    'closes half-way',
    'fetch-failed',
    /broke the connection off|another length/,
    (response) => {
      response.writeHead(200, { ...html, 'content-length': '5000' })
      response.write('<html><p>half of it', () => response.destroy())
    },
  ],
  ['asks for consent', 'consent-page', /consent/, send(wrapped(asksConsent))],
  ['asks for a subscription', 'paywall-page', /subscribe/, send(wrapped(asksMoney))],
  ['sends a PDF', 'unsupported-type', /application\/pdf/, send('%PDF-1.7\n', { 'content-type': 'application/pdf' })],
  ['sends an image', 'unsupported-type', /image\/png/, send('\x89PNG', { 'content-type': 'image/png' })],
  ['sends a PDF as a page', 'not-text', /PDF|text/, send(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n${'\0\x01\x02'.repeat(500)}`)],
  [
    'sends an XML bomb',
    'bad-feed',
    /no item/,
    send(rss('&l9;', `<!DOCTYPE rss [<!ENTITY l0 "<item><title>ha</title></item>">${laughs}]>`), xml),
  ],
  ['sends a feed of 50,000 items', 'too-large', /10,000 items/, send(rss(items(50_000)), xml)],
  [
    'sends invalid UTF-8',
    'not-text',
    /text/,
    send(Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 193 + (n >> 3)) % 256))),
  ],
]

describe('a server that', () => {
  let place: QueuePlace
  let context: Context
  let work: Work
  let pages: Pages
  let misbehaves = (response: ServerResponse): unknown => response.end()
  let behaving = false

  beforeAll(async () => {
    pages = await servePages((request, response) => {
      response.on('error', () => {})
      if (request.url!.startsWith('/good') || behaving) page(response, `Company ${request.url}`)
      else misbehaves(response)
    })
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

  const failedJob = async (id: string | null): Promise<FailedJob | undefined> =>
    (await context.queues.failed()).find(({ articleId }) => articleId === id)

  test.each(cases)('%s: %s', async (name, code, message, answer) => {
    misbehaves = answer
    behaving = false
    const path = `/${name.replaceAll(/\W/g, '-')}`
    const started = performance.now()
    const [bad, good] = await addArticles(context, { urls: [pages.url(path), pages.url(`/good${path}`)] })
    await work.idle()
    expect(performance.now() - started).toBeLessThan(30_000)
    expect(await getArticle(context.store.db, good!.id!)).toMatchObject({ status: 'analyzed' })
    const reason = { code, message: expect.stringMatching(message) as string }
    expect(await getArticle(context.store.db, bad!.id!)).toMatchObject({ status: 'failed', reason })
    expect(await failedJob(bad!.id)).toMatchObject({ url: pages.url(path), ...reason })

    behaving = true
    expect(await context.queues.retry({ id: bad!.id! })).toHaveLength(1)
    await work.idle()
    expect(await getArticle(context.store.db, bad!.id!)).toMatchObject({ status: 'analyzed', reason: null })
    expect(await failedJob(bad!.id)).toBeUndefined()
  })
})
