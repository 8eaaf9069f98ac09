/** One contract for the queues, run over every back end. */
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Config } from '../../src/config.ts'
import { addArticles } from '../../src/queue/add-articles.ts'
import { scheduleFeeds } from '../../src/queue/schedules.ts'
import type { Progress, Work, WorkOptions } from '../../src/queue/work.ts'
import { startWork } from '../../src/queue/work.ts'
import type { Context } from '../../src/queue/context.ts'
import { articleStates } from '../../src/store/article-state.ts'
import { addFeed, listFeeds } from '../../src/store/feeds.ts'
import { backends } from '../servers.ts'
import { freshPlace, type QueuePlace } from './backends.ts'
import { feed, page, servePages, type Answer, type Pages } from './pages.ts'
import { readingPool } from './reading-pool.ts'
import { startWorker, type WorkerProcess } from './worker-process.ts'

const readers = readingPool()
/** One pool of threads for all tests; each work would close its own. */
const pool = { analyze: readers.analyze, close: () => Promise.resolve() }
afterAll(() => readers.close())

const cleanUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})

async function serve(answer: Answer): Promise<Pages> {
  const pages = await servePages(answer)
  cleanUp.push(() => pages.close())
  return pages
}

async function work(context: Context, options: WorkOptions = {}): Promise<{ work: Work; seen: Progress[] }> {
  const running = await startWork(context, { pool, ...options })
  cleanUp.push(() => running.stop())
  const seen: Progress[] = []
  running.on('progress', (progress) => seen.push(progress))
  return { work: running, seen }
}

const statusOf = async (context: Context, id: string | null): Promise<string | undefined> =>
  (await articleStates(context.store.db, [id!])).get(id!)?.status

const text = (about: string): string =>
  `Shares of ${about} rose on Tuesday after the company reported better sales than analysts had expected. ${about} said that demand had held up well in the quarter, and it raised its outlook for the year.`

describe.each(backends())('queues on $name', (backend) => {
  async function open(
    config: Parameters<QueuePlace['open']>[0] = {},
  ): Promise<{ place: QueuePlace; context: Context }> {
    const place = await freshPlace(backend)
    cleanUp.push(() => place.dispose())
    const context = await place.open(config)
    cleanUp.push(() => context.close())
    return { place, context }
  }

  test('an address is fetched, read and saved; added again it is known and not fetched again', async () => {
    const pages = await serve((_request, response) => page(response, 'Northwind'))
    const { context } = await open({ allowHosts: [pages.host] })
    const { work: running, seen } = await work(context)
    const [first] = await addArticles(context, { urls: [pages.url('/northwind')] })
    await running.idle()
    const [second] = await addArticles(context, { urls: [pages.url('/northwind?utm_source=mail')] })
    await running.idle()
    expect(first).toMatchObject({ outcome: 'queued' })
    expect(second).toMatchObject({ outcome: 'known', id: first!.id })
    expect(await statusOf(context, first!.id)).toBe('analyzed')
    expect(pages.asked.map(({ path }) => path)).toEqual(['/northwind'])
    expect(seen.map(({ queue, outcome }) => `${queue} ${outcome}`)).toEqual(['fetch done', 'analyze done'])
  })

  test('a job added many times, in one batch and in others, runs once', async () => {
    const { context } = await open()
    const [added] = await addArticles(context, { items: [{ text: text('Fabrikam') }] })
    const job = { articleId: added!.id! }
    await context.queues.addMany('analyze', [job, job])
    await context.queues.add('analyze', job)
    expect((await context.queues.state()).find(({ queue }) => queue === 'analyze')).toMatchObject({ waiting: 1 })
    const { work: running, seen } = await work(context)
    await running.idle()
    expect(seen).toHaveLength(1)
  })

  test('what cannot be added is refused alone, with its reason', async () => {
    const { context } = await open()
    const added = await addArticles(context, {
      urls: ['no address', 'ftp://example.com/a'],
      items: [{ text: '   ' }, { text: text('Contoso') }],
    })
    expect(added.map(({ outcome, error }) => error?.code ?? outcome)).toEqual([
      'bad-url',
      'bad-url',
      'bad-request',
      'queued',
    ])
  })

  test('a failure that may pass is tried again, each time after a longer wait', async () => {
    let tries = 0
    const pages = await serve((_request, response) =>
      ++tries < 4 ? response.writeHead(503).end() : page(response, 'Tailspin'),
    )
    const { context } = await open({ allowHosts: [pages.host], retries: { attempts: 5, delayMs: 40 } })
    const { work: running, seen } = await work(context)
    const [added] = await addArticles(context, { urls: [pages.url('/tailspin')] })
    await running.idle()
    expect(await statusOf(context, added!.id)).toBe('analyzed')
    const waits = pages.asked.slice(1).map(({ at }, index) => at - pages.asked[index]!.at)
    expect(waits).toHaveLength(3)
    // Timers of Node and of PostgreSQL may differ by a millisecond or two.
    waits.forEach((wait, index) => expect(wait).toBeGreaterThanOrEqual(40 * 2 ** index - 3))
    expect(seen.map(({ outcome }) => outcome)).toEqual(['later', 'later', 'later', 'done', 'done'])
  })

  test('tries come to an end; the failed job keeps its reason and goes again when asked', async () => {
    let answer: Answer = (_request, response) => response.writeHead(503).end()
    const pages = await serve((request, response) => answer(request, response))
    const { context } = await open({ allowHosts: [pages.host], retries: { attempts: 2, delayMs: 1 } })
    const { work: running } = await work(context)
    const [added] = await addArticles(context, { urls: [pages.url('/later')] })
    await running.idle()
    expect(await statusOf(context, added!.id)).toBe('failed')
    expect(await context.queues.failed()).toMatchObject([
      {
        queue: 'fetch',
        articleId: added!.id,
        url: pages.url('/later'),
        code: 'http-error',
        message: expect.stringContaining('503') as string,
        attempts: 2,
      },
    ])
    answer = (_request, response) => page(response, 'Litware')
    expect(await context.queues.retry({ id: added!.id! })).toMatchObject([{ articleId: added!.id }])
    await running.idle()
    expect(await statusOf(context, added!.id)).toBe('analyzed')
    expect(await context.queues.failed()).toEqual([])
  })

  test('what cannot succeed is tried once; added again by a person it is tried again', async () => {
    let gone = true
    const pages = await serve((_request, response) =>
      gone ? response.writeHead(404).end() : page(response, 'Wingtip'),
    )
    const { context } = await open({ allowHosts: [pages.host] })
    const { work: running } = await work(context)
    const [added] = await addArticles(context, { urls: [pages.url('/wingtip')] })
    await running.idle()
    expect(pages.asked).toHaveLength(1)
    expect(await context.queues.failed()).toMatchObject([{ code: 'http-gone', attempts: 1 }])
    gone = false
    expect(await addArticles(context, { urls: [pages.url('/wingtip')] })).toMatchObject([{ outcome: 'queued' }])
    await running.idle()
    expect(await statusOf(context, added!.id)).toBe('analyzed')
  })

  test('a page whose analysis never ends costs one job', async () => {
    const { context } = await open()
    const { work: running } = await work(context, { pool: readingPool(3_000) })
    const added = await addArticles(context, {
      items: [
        { text: `${text('Adatum')} The story goes on and on without end.` },
        ...['Alpine', 'Proseware', 'Trey'].map((about) => ({ text: text(about) })),
      ],
    })
    await running.idle()
    expect(await context.queues.failed()).toMatchObject([{ articleId: added[0]!.id, code: 'analysis-timeout' }])
    const states = await Promise.all(added.map(({ id }) => statusOf(context, id)))
    expect(states).toEqual(['failed', 'analyzed', 'analyzed', 'analyzed'])
  })

  test('stopping returns what cannot be finished in time, and the next worker does it', async () => {
    let answer: Answer = () => wasAsked()
    let wasAsked = (): void => {}
    const asked = new Promise<void>((resolve) => (wasAsked = resolve))
    const pages = await serve((request, response) => answer(request, response))
    const { context } = await open({ allowHosts: [pages.host] })
    const first = await work(context, { graceMs: 20 })
    const [added] = await addArticles(context, { urls: [pages.url('/slow')] })
    await asked
    await first.work.stop()
    expect(first.seen.map(({ outcome }) => outcome)).toEqual(['returned'])
    expect((await context.queues.state()).find(({ queue }) => queue === 'fetch')).toMatchObject({
      waiting: 1,
      active: 0,
      failed: 0,
    })
    answer = (_request, response) => page(response, 'Blue Yonder')
    const second = await work(context)
    await second.work.idle()
    expect(await statusOf(context, added!.id)).toBe('analyzed')
  })

  test('stopping lets what is nearly done finish', async () => {
    let release = (): void => {}
    let wasAsked = (): void => {}
    const asked = new Promise<void>((resolve) => (wasAsked = resolve))
    const pages = await serve((_request, response) => {
      release = () => page(response, 'Margie')
      wasAsked()
    })
    const { context } = await open({ allowHosts: [pages.host] })
    const { work: running, seen } = await work(context)
    await addArticles(context, { urls: [pages.url('/margie')] })
    await asked
    const stopped = running.stop()
    release()
    await stopped
    expect(seen.map(({ queue, outcome }) => `${queue} ${outcome}`)).toEqual(['fetch done'])
    expect((await context.queues.state()).find(({ queue }) => queue === 'analyze')).toMatchObject({ waiting: 1 })
  })

  test('an article that was stored but never queued is found at start', async () => {
    const { context } = await open()
    const broken = { ...context, queues: { ...context.queues, addMany: () => Promise.reject(new Error('away')) } }
    const [added] = await addArticles(broken, { items: [{ text: text('Lucerne') }] })
    expect(added).toMatchObject({ outcome: 'queued' })
    const { work: running } = await work(context)
    await running.idle()
    expect(await statusOf(context, added!.id)).toBe('analyzed')
  })

  test('a feed is polled by its schedule, each item added once; unchanged it is not read again', async () => {
    const pages: Pages = await serve((request, response) => {
      if (request.url !== '/feed') return page(response, `Company ${request.url}`)
      if (request.headers['if-none-match'] === '"one"') return response.writeHead(304).end()
      return feed(
        response,
        ['/a', '/b', '/a?utm_campaign=x'].map((path) => ({ title: `Item ${path}`, link: pages.url(path) })),
        { etag: '"one"' },
      )
    })
    const { context } = await open({ allowHosts: [pages.host] })
    const { id } = await addFeed(context.store.db, { url: pages.url('/feed'), minutes: 15, now: context.clock() })
    await scheduleFeeds(context)
    const { work: running } = await work(context)
    await running.idle()
    await context.queues.add('poll-feed', { feedId: id })
    await running.idle()
    const asked = pages.asked.map(({ path }) => path)
    expect(asked.filter((path) => path === '/feed')).toHaveLength(2)
    expect(asked.filter((path) => path !== '/feed').sort()).toEqual(['/a', '/b'])
    expect(await listFeeds(context.store.db)).toMatchObject([{ status: 'ok', items: 2 }])
  })

  test('an address that turns out to be a feed gives its items', async () => {
    const pages: Pages = await serve((request, response) =>
      request.url === '/rss' ? feed(response, [{ title: 'One', link: pages.url('/one') }]) : page(response, 'Coho'),
    )
    const { context } = await open({ allowHosts: [pages.host] })
    const { work: running } = await work(context)
    const [added] = await addArticles(context, { urls: [pages.url('/rss')] })
    await running.idle()
    expect(await statusOf(context, added!.id)).toBe('skipped')
    expect(pages.asked.map(({ path }) => path)).toEqual(['/rss', '/one'])
  })

  test('a schedule runs again and again, and stops when it is taken away', async () => {
    const { context } = await open()
    let runs = 0
    let ranTwice = (): void => {}
    const twice = new Promise<void>((resolve) => (ranTwice = resolve))
    const worker = context.queues.work('poll-feed', () => (++runs === 2 ? ranTwice() : undefined, Promise.resolve()), 1)
    cleanUp.push(() => worker.close())
    await context.queues.schedule('poll-feed', [{ id: 'often', when: { every: 100 }, data: { feedId: 'none' } }])
    await twice
    await context.queues.schedule('poll-feed', [])
    expect((await context.queues.state()).find(({ queue }) => queue === 'poll-feed')).toMatchObject({ delayed: 0 })
  })

  test('the requests to one host are spaced', async () => {
    const pages = await serve((request, response) => page(response, `Company ${request.url}`))
    const { context } = await open({ allowHosts: [pages.host], hostDelayMs: 100 })
    const { work: running } = await work(context)
    await addArticles(context, { urls: ['/1', '/2', '/3', '/4'].map((path) => pages.url(path)) })
    await running.idle()
    expectSpaced(pages, 4, 100)
  })

  test('a redirect on the same host comes to its end, spaced like any other request', async () => {
    const pages = await serve((request, response) =>
      request.url === '/old' ? response.writeHead(301, { location: '/new' }).end() : page(response, 'Marlow'),
    )
    const { context } = await open({ allowHosts: [pages.host], hostDelayMs: 100 })
    const { work: running } = await work(context)
    const [added] = await addArticles(context, { urls: [pages.url('/old')] })
    await running.idle()
    expect(await statusOf(context, added!.id)).toBe('analyzed')
    expect(pages.asked.map(({ path }) => path)).toEqual(['/old', '/new'])
    expectSpaced(pages, 2, 100)
  })

  const both = async (
    settings: Partial<Config>,
    answer: Answer,
  ): Promise<{ context: Context; pages: Pages; workers: WorkerProcess[] }> => {
    const pages = await serve(answer)
    const { place, context } = await open({ allowHosts: [pages.host] })
    const workers = [0, 1].map(() => startWorker(place.config({ allowHosts: [pages.host], ...settings })))
    for (const worker of workers) cleanUp.push(() => worker.stop())
    await Promise.all(workers.map((worker) => worker.ready))
    return { context, pages, workers }
  }

  if (backend.shared)
    test('two processes share the work', async () => {
      const held: (() => void)[] = []
      // Each process fetches one page at a time: two at once are two processes.
      const { context, pages, workers } = await both({ fetches: 1 }, (request, response) => {
        held.push(() => page(response, `Company ${request.url}`))
        if (held.length === 2) for (const release of held.splice(0)) release()
      })
      await addArticles(context, { urls: ['/1', '/2', '/3', '/4'].map((path) => pages.url(path)) })
      const done = await Promise.all(workers.map((worker) => worker.stopWhenIdle()))
      expect(done.map((seen) => seen.filter(({ queue }) => queue === 'fetch').length)).toEqual([2, 2])
      expect(pages.asked.map(({ path }) => path).sort()).toEqual(['/1', '/2', '/3', '/4'])
    })

  if (backend.shared)
    test('two processes take turns at a host', async () => {
      const { context, pages, workers } = await both({ hostDelayMs: 150 }, (request, response) =>
        page(response, `Company ${request.url}`),
      )
      await addArticles(context, { urls: ['/1', '/2', '/3', '/4', '/5', '/6'].map((path) => pages.url(path)) })
      await Promise.all(workers.map((worker) => worker.stopWhenIdle()))
      expectSpaced(pages, 6, 150)
    })

  if (backend.shared)
    test('what a killed process had in hand is done by another', async () => {
      let wasAsked = (): void => {}
      const asked = new Promise<void>((resolve) => (wasAsked = resolve))
      let answering = false
      const { context, pages, workers } = await both({}, (_request, response) => {
        if (answering) return page(response, 'Woodgrove')
        wasAsked()
      })
      const [victim, survivor] = workers as [WorkerProcess, WorkerProcess]
      await survivor.stop()
      const [added] = await addArticles(context, { urls: [pages.url('/woodgrove')] })
      await asked
      await victim.kill()
      answering = true
      const { work: running } = await work(context)
      await running.idle()
      expect(await statusOf(context, added!.id)).toBe('analyzed')
    })
})

/** Turns are given by the database's clock; between a turn and the request's arrival lie robots.txt and a busy machine. */
function expectSpaced({ asked }: Pages, requests: number, delayMs: number): void {
  const gaps = asked.slice(1).map(({ at }, index) => at - asked[index]!.at)
  expect(gaps).toHaveLength(requests - 1)
  for (const gap of gaps) expect(gap).toBeGreaterThan(delayMs / 2)
  expect(gaps.reduce((sum, gap) => sum + gap)).toBeGreaterThan((requests - 1.5) * delayMs)
}
