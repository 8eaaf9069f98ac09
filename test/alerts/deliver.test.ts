/** Who is told, and that it holds: real workers over every queue back end, a receiver that fails, processes that are killed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, test } from 'vitest'
import { raiseAlerts } from '../../src/alerts/raise.ts'
import { createApi } from '../../src/api/app.ts'
import { themewire } from '../../src/client/client.ts'
import type { Context } from '../../src/queue/context.ts'
import { startWork } from '../../src/queue/work.ts'
import { listAlerts } from '../../src/store/alerts.ts'
import { freshPlace, type QueuePlace } from '../queue/backends.ts'
import { readingPool } from '../queue/reading-pool.ts'
import { startWorker } from '../queue/worker-process.ts'
import { backends } from '../servers.ts'
import { arrive, decided } from './news.ts'
import { isSigned, receive, type Receiver } from './receiver.ts'

const readers = readingPool()
const pool = { analyze: readers.analyze, close: () => Promise.resolve() }
const folder = mkdtempSync(join(tmpdir(), 'themewire-deliver-'))
afterAll(async () => {
  await readers.close()
  rmSync(folder, { recursive: true, force: true })
})
const cleanUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo()
})

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`
const now = '2026-03-13T20:00:00.000Z'
const told = decided('the-mill', '2026-03-13T18:00:00Z')

let files = 0
function pipeline(url: string, reach = 'private: true'): string {
  const file = join(folder, `pipeline-${(files += 1)}.yml`)
  writeFileSync(join(folder, 'secret'), secret)
  writeFileSync(
    file,
    `name: mine
annotators: [tables]
alerts:
  - { name: fed, on: decision, banks: [FED], webhooks: [desk] }
webhooks:
  - { name: desk, url: "${url}", ${reach}, secret: { file: ${join(folder, 'secret')} } }
`,
  )
  return file
}

async function receiver(...answer: Parameters<typeof receive>): Promise<Receiver> {
  const one = await receive(...answer)
  cleanUp.push(() => one.close())
  return one
}
async function open(place: QueuePlace, pipelineFile: string, retries = 3): Promise<Context> {
  const context = await place.open({
    pipelineFile,
    clock: () => now,
    retries: { attempts: 3, deliveries: retries, delayMs: 10 },
  })
  cleanUp.push(() => context.close())
  return context
}
async function work(context: Context): Promise<() => Promise<void>> {
  const running = await startWork(context, { pool })
  cleanUp.push(() => running.stop())
  return () => running.idle()
}
const alertsOf = async (context: Context) => (await listAlerts(context.store.db, { limit: 10 })).data
/** An article that has been read and saved; the process died before it could say so to the queue. */
async function readAndDied(context: Context, news = told): Promise<string> {
  const articleId = await arrive(context.store.db, news)
  await context.queues.add('analyze', { articleId })
  return articleId
}

describe.each(backends())('on $name', (backend) => {
  async function place(): Promise<QueuePlace> {
    const fresh = await freshPlace(backend)
    cleanUp.push(() => fresh.dispose())
    return fresh
  }

  it('a webhook that fails first is told again, with the same id, and then no more', async () => {
    const desk = await receiver((response, before) =>
      before === 0 ? response.destroy() : response.writeHead(before === 1 ? 503 : 204).end(),
    )
    const context = await open(await place(), pipeline(desk.url))
    const articleId = await readAndDied(context)
    const idle = await work(context)
    await desk.came(3)
    await expect.poll(async () => (await alertsOf(context))[0]?.deliveries[0]?.state).toBe('delivered')
    const [alert] = await alertsOf(context)
    expect(alert).toMatchObject({
      rule: 'fed',
      kind: 'decision',
      deliveries: [{ webhook: 'desk', attempts: 3, status: 204, reason: null, deliveredAt: now }],
    })
    expect(desk.received.map(({ id }) => id)).toEqual([alert!.id, alert!.id, alert!.id])
    for (const message of desk.received) {
      expect(isSigned(message, secret)).toBe(true)
      expect(message.headers).toMatchObject({
        'content-type': 'application/json',
        'webhook-timestamp': String(Date.parse(now) / 1000),
      })
    }
    expect(JSON.parse(desk.received[2]!.body)).toMatchObject({
      type: 'alert.decision',
      timestamp: now,
      data: {
        rule: 'fed',
        subject: 'FED',
        title: 'Fed held rates at 3.5–3.75% (vote 10–2)',
        evidence: [
          {
            quote: 'The central bank held its rate at 3.5 to 3.75 percent.',
            source: { url: 'https://desk.example/the-mill' },
          },
        ],
      },
    })
    // The same article again, as a job that runs twice would have it.
    await context.queues.add('alert', { about: articleId })
    await idle()
    expect(desk.received).toHaveLength(3)
  })
})

describe('a webhook', () => {
  async function embedded(file: string, retries?: number): Promise<Context> {
    const [backend] = backends()
    const place = await freshPlace(backend!)
    cleanUp.push(() => place.dispose())
    return open(place, file, retries)
  }

  it('in a private network is not told unless the file says so', async () => {
    const desk = await receiver((response) => response.end())
    const context = await embedded(pipeline(desk.url.replace('http:', 'https:'), 'private: false'))
    await readAndDied(context)
    await (
      await work(context)
    )()
    expect((await alertsOf(context))[0]!.deliveries).toMatchObject([
      { state: 'failed', attempts: 1, reason: { code: 'address-refused' } },
    ])
    expect(desk.received).toEqual([])
  })

  it('that wants no more is left alone; one that never answers well is given up, and told when asked again', async () => {
    let status = 410
    const desk = await receiver((response) => response.writeHead(status).end())
    const context = await embedded(pipeline(desk.url), 2)
    await readAndDied(context)
    await (
      await work(context)
    )()
    await expect.poll(async () => (await alertsOf(context))[0]?.deliveries[0]?.state).toBe('failed')
    expect(desk.received).toHaveLength(1)
    status = 500
    const [failed] = await context.queues.failed()
    expect(failed).toMatchObject({ queue: 'deliver', code: 'http-gone' })
    await context.queues.retry({ id: failed!.id })
    await expect.poll(async () => (await context.queues.failed())[0]?.attempts, { timeout: 10_000 }).toBe(2)
    expect((await alertsOf(context))[0]!.deliveries[0]).toMatchObject({ state: 'failed', attempts: 3, status: 500 })
    status = 200
    await context.queues.retry({ id: failed!.id })
    await expect.poll(async () => (await alertsOf(context))[0]?.deliveries[0]?.state).toBe('delivered')
  })

  it('is tried out by hand: told at once, once, and shown', async () => {
    const desk = await receiver((response, before) => response.writeHead(before === 0 ? 200 : 500).end())
    const context = await embedded(pipeline(desk.url))
    const app = createApi(context)
    const client = themewire({ fetch: async (input, init) => app.request(input, init) })
    expect(await client.testAlert('fed')).toMatchObject({
      kind: 'test',
      deliveries: [{ webhook: 'desk', state: 'delivered', attempts: 1 }],
    })
    expect(isSigned(desk.received[0]!, secret)).toBe(true)
    expect(JSON.parse(desk.received[0]!.body)).toMatchObject({ type: 'alert.test', data: { rule: 'fed' } })
    expect(await client.testAlert('fed')).toMatchObject({ deliveries: [{ state: 'failed', status: 500 }] })
    await expect(client.testAlert('none')).rejects.toMatchObject({ code: 'not-found', hint: /has: fed/ as unknown })
    const page = await client.alerts({ limit: 1 })
    expect(page.meta).toMatchObject({ found: 2, returned: 1, next: expect.any(String) as string })
    expect((await client.alerts({ limit: 1, cursor: page.meta.next! })).data).toHaveLength(1)
    await expect(client.alerts({ cursor: 'elsewhere' })).rejects.toMatchObject({ code: 'bad-request' })
    // A test takes nobody's turn: the next decision is told.
    await readAndDied(context)
    const stop = await work(context)
    // All three were raised at the same instant of this clock, so their order is their ids', which is any.
    await expect.poll(async () => (await alertsOf(context)).map(({ kind }) => kind)).toContain('decision')
    await stop()
  })
})

test('kill -9 while a webhook is being told: the next process tells it, with the same id', async () => {
  // The first message is never answered.
  const desk = await receiver((response, before) => before > 0 && response.writeHead(200).end())
  const [backend] = backends()
  const place = await freshPlace(backend!)
  cleanUp.push(() => place.dispose())
  const pipelineFile = pipeline(desk.url)
  const before = await place.open({ pipelineFile })
  // Workers of a process go by its clock, so the news is of today.
  await readAndDied(before, decided('the-mill', new Date(Date.now() - 3_700_000).toISOString()))
  await before.close()

  const first = startWorker(place.config({ pipelineFile }))
  await desk.came(1)
  await first.kill()
  const second = startWorker(place.config({ pipelineFile }))
  await desk.came(2)
  await second.stop()

  const after = await place.open({ pipelineFile })
  cleanUp.push(() => after.close())
  const alerts = await alertsOf(after)
  expect(alerts).toHaveLength(1)
  expect(alerts[0]!.deliveries).toMatchObject([{ state: 'delivered' }])
  expect(new Set(desk.received.map((message) => message.id))).toEqual(new Set([alerts[0]!.id]))
})

test('what was stored and never queued is found by the next sweep', async () => {
  const desk = await receiver((response) => response.end())
  const [backend] = backends()
  const place = await freshPlace(backend!)
  cleanUp.push(() => place.dispose())
  const context = await open(place, pipeline(desk.url))
  const articleId = await arrive(context.store.db, told)
  expect(await raiseAlerts(context.store.db, context.settings.alerts, { articleId, now })).toBe(1)
  await work(context)
  await desk.came(1)
})
