/**
 * Politeness as the server sees it, on every back end and over several workers: one request at a time, and never two within the
 * delay; robots.txt, redirects and failures are requests like any other.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { addArticles } from '../../src/queue/add-articles.ts'
import { discoverFeeds } from '../../src/queue/discover-feeds.ts'
import { startWork } from '../../src/queue/work.ts'
import { backends } from '../servers.ts'
import { freshPlace } from './backends.ts'
import { page } from './pages.ts'
import { readingPool } from './reading-pool.ts'
import { startWorker } from './worker-process.ts'

const cleanUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})

const delayMs = 200

interface Watched {
  readonly host: string
  readonly arrivals: { readonly path: string; readonly at: number }[]
  /** The most requests that were open at once. */
  readonly most: () => number
}

/** Answers after a while, so that requests could overlap; some addresses redirect or break. */
async function watchedServer(): Promise<Watched> {
  const arrivals: { path: string; at: number }[] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    arrivals.push({ path, at: performance.now() })
    most = Math.max(most, ++open)
    response.once('close', () => open--)
    setTimeout(() => {
      if (path === '/robots.txt') response.writeHead(302, { location: '/real-robots.txt' }).end()
      else if (path === '/real-robots.txt') response.writeHead(404).end()
      else if (path === '/moved') response.writeHead(301, { location: '/5' }).end()
      else if (path === '/broken') response.destroy()
      else page(response, `Company ${path}`)
    }, 30)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUp.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, arrivals, most: () => most }
}

describe.each(backends())('a host, asked by workers on $name', (backend) => {
  test('is never asked twice at once, nor twice within the delay', { timeout: 180_000 }, async () => {
    const { host, arrivals, most } = await watchedServer()
    const place = await freshPlace(backend)
    cleanUp.push(() => place.dispose())
    const settings = { allowHosts: [host], hostDelayMs: delayMs }
    const context = await place.open({ ...settings, retries: { attempts: 1, delayMs: 1 } })
    cleanUp.push(() => context.close())
    const paths = ['/1', '/2', '/moved', '/broken', '/3', '/4', '/6', '/7']
    await addArticles(context, { urls: paths.map((path) => `http://${host}${path}`) })
    const looking = discoverFeeds(context, `http://${host}/page`).catch((error: unknown) => error)
    if (backend.shared) {
      const workers = [0, 1].map(() => startWorker(place.config(settings)))
      for (const worker of workers) cleanUp.push(() => worker.stop())
      await Promise.all(workers.map((worker) => worker.stopWhenIdle()))
    } else {
      const work = await startWork(context, { pool: readingPool() })
      cleanUp.push(() => work.stop())
      await work.idle()
    }
    // Whoever looks for feeds takes its turn too, or is told that the host is busy.
    expect(await looking).toHaveProperty('code', expect.stringMatching(/^(?:bad-feed|http-error)$/))
    const asked = arrivals.map(({ path }) => path)
    for (const path of paths) expect(asked).toContain(path)
    expect(most()).toBe(1)
    const gaps = arrivals.slice(1).map(({ at }, index) => at - arrivals[index]!.at)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(delayMs)
  })
})
