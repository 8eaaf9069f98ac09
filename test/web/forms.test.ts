/** What a person can do on the pages, in a real browser without script; and what other sites, readers and nonsense cannot. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startWork } from '../../src/queue/work.ts'
import { idOf, today } from '../digest/market-store.ts'
import { hasBrowser, openBrowser } from './browser.ts'
import { startSite, type RunningSite } from './running-site.ts'

let site: RunningSite
beforeAll(async () => {
  site = await startSite(today)
})
afterAll(() => site.stop())

const findings = () => site.client.findings({ kinds: 'move' })
const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(site.address + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })

describe.skipIf(!hasBrowser)('without script', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    context = await browser.newContext({ javaScriptEnabled: false })
    page = await context.newPage()
  })
  afterEach(() => context.close())
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()

  test('a finding is marked wrong on the page of its article, is told so, and the mark is taken back', async () => {
    const [move] = (await findings()).data
    await page.goto(`${site.address}/articles/${move!.source.articleId}?finding=${move!.id}#evidence`)
    const entry = page.locator('li.sought')
    await entry.locator('summary').click()
    await entry.getByLabel('What is wrong with it').fill('a <b>wish</b>, no fact')
    await entry.getByLabel('Your name, if you like').fill('Ana')
    await entry.getByRole('button').click()
    expect(await page.getByRole('status').textContent()).toContain('it counts nowhere from now on')
    expect((await findings()).meta.found).toBe(0)
    const marked = page.locator('#marked ~ ul li')
    expect(await marked.textContent()).toMatch(/HRBK up 3%.*a <b>wish<\/b>, no fact.*Ana/s)
    await page.goto(`${site.address}/articles/${move!.source.articleId}?finding=${move!.id}#evidence`)
    expect(await page.locator('.said').textContent()).toContain('no longer here')
    await page.goto(`${site.address}/findings`)
    await page.getByRole('link', { name: 'those marked wrong' }).click()
    expect(await page.locator('main').textContent()).toContain('a <b>wish</b>, no fact')
    await press(/^Take the mark back/)
    expect(await page.getByRole('status').textContent()).toContain('counts again')
    expect((await findings()).meta.found).toBe(1)
  })

  test('a mark needs a reason', async () => {
    const [move] = (await findings()).data
    const answer = await form('/marks', { finding: move!.id, reason: '  ' })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('reason')])
    expect((await findings()).meta.found).toBe(1)
  })

  test('feeds are chosen, paused, resumed, polled and removed', async () => {
    await page.goto(`${site.address}/feeds`)
    expect(await page.locator('main').textContent()).toContain('No feed is polled yet')
    await page.getByLabel('European Central Bank').check()
    await page.getByLabel('BBC Business').check()
    await press('Add those chosen')
    expect((await site.client.feeds()).map(({ url, status }) => [new URL(url).hostname, status]).sort()).toEqual([
      ['feeds.bbci.co.uk', 'new'],
      ['www.ecb.europa.eu', 'new'],
    ])
    expect(await page.getByLabel('European Central Bank').count()).toBe(0)
    await press(/^Pause: .*ecb/)
    expect(await page.getByRole('status').textContent()).toContain('left alone')
    const ecb = async () => (await site.client.feeds()).find(({ url }) => url.includes('ecb.europa.eu'))
    expect((await ecb())?.status).toBe('paused')
    await press(/^Resume: .*ecb/)
    expect((await ecb())?.status).toBe('new')
    await press(/^Poll now: .*ecb/)
    expect(await page.getByRole('status').textContent()).toContain('polled now')
    await page.locator('summary').first().click()
    await press(/^Remove it/)
    expect(await page.getByRole('status').textContent()).toContain('Removed')
    expect(await site.client.feeds()).toHaveLength(1)
  })

  test('an address that is not fetched is refused in words, with what to do', async () => {
    await page.goto(`${site.address}/feeds`)
    await page.getByLabel(/^Address of a feed/).fill('http://127.0.0.1:9/feed')
    await press(/^Add$/)
    expect(await page.locator('main').textContent()).toMatch(/That did not work.*127\.0\.0\.1/s)
    expect((await site.client.feeds()).map(({ url }) => url).join()).not.toContain('127.0.0.1')
  })

  test('an article is queued; when it fails, why is said, what to do, and it can be tried again', async () => {
    await page.goto(`${site.address}/queue`)
    await page.getByLabel('Address of an article').fill('http://127.0.0.1:9/story')
    await press(/^Add$/)
    const work = await startWork(site.context, { queues: ['fetch'] })
    try {
      const failed = async () => (await site.client.failed()).data
      await expect.poll(async () => (await failed()).length).toBe(1)
      await page.goto(`${site.address}/queue`)
      const entry = page.locator('#failed ~ ul li')
      expect(await entry.textContent()).toMatch(/127\.0\.0\.1:9\/story.*tried once.*private network/s)
    } finally {
      await work.stop()
    }
    await press(/^Try again/)
    expect(await page.getByRole('status').first().textContent()).toContain('waits for its turn again')
    expect((await site.client.failed()).data).toEqual([])
  })

  test('with script the queue follows the work', async () => {
    const live = await (await browser.newContext()).newPage()
    const troubles: string[] = []
    live.on('pageerror', (error) => troubles.push(error.message))
    live.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    await live.goto(`${site.address}/queue`)
    await live.getByText('Live: the numbers follow').waitFor()
    const waiting = live.locator('[data-queue="fetch"][data-count="waiting"]')
    const before = Number(await waiting.textContent())
    await site.client.add({ urls: ['https://wire.example/one-more'] })
    await expect.poll(async () => Number(await waiting.textContent())).toBe(before + 1)
    expect(troubles).toEqual([])
    await live.context().close()
  })
})

describe('a form', () => {
  const forms = [
    ['/marks', { reason: 'x' }],
    ['/marks/back', {}],
    ['/feeds', { url: 'https://wire.example/rss' }],
    ['/feeds/starters', { url: 'https://wire.example/rss' }],
    ['/feeds/x/remove', {}],
    ['/queue', { url: 'https://wire.example/a' }],
    ['/queue/retry', {}],
  ] as const

  test.each(forms)('%s of another site is refused', async (path, fields) => {
    const [move] = (await findings()).data
    const before = [(await site.client.feeds()).length, (await site.client.articles()).meta.found]
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: site.address },
    ] as Record<string, string>[]) {
      const { status } = await form(path, { ...fields, finding: move!.id }, headers)
      expect([headers, status]).toEqual([headers, 403])
    }
    expect((await site.client.marks()).meta.found).toBe(0)
    expect([(await site.client.feeds()).length, (await site.client.articles()).meta.found]).toEqual(before)
  })

  test.each(forms)('%s with nothing in it, or nonsense, is told so in a page and changes nothing', async (path) => {
    if (path === '/queue/retry') return
    for (const fields of [
      {},
      { finding: '\u0000', reason: '\u0000', url: 'javascript:alert(1)' },
      { url: 'x'.repeat(5000) },
    ]) {
      const answer = await form(path, fields as Record<string, string>)
      expect([400, 404]).toContain(answer.status)
      expect(await answer.text()).toMatch(/<h1>(?:That did not work|Not found)<\/h1>/)
    }
    const large = await form(path, { url: 'x'.repeat(300_000) })
    expect(large.status).toBe(413)
  })

  test('a reader beyond this machine sees none, and none is taken from one', async () => {
    const open = await startSite(today, { access: { key: 'k', perMinute: 0 } })
    try {
      const { token } = await open.client.addToken({ name: 'reader', role: 'read' })
      const { token: writing } = await open.client.addToken({ name: 'Ana', role: 'write' })
      const basic = (secret: string) => `Basic ${Buffer.from(`x:${secret}`).toString('base64')}`
      const id = idOf.get('money-leaves-chips')!
      for (const path of ['/feeds', '/queue', '/marks', `/articles/${id}`]) {
        const html = await (await open.get(path, { accept: 'text/html', authorization: basic(token) })).text()
        expect(html).toContain('<h1>')
        expect([path, html.includes('method="post"')]).toEqual([path, false])
      }
      const [move] = (await open.client.findings({ kinds: 'move' })).data
      const mark = (secret: string) =>
        fetch(`${open.address}/marks`, {
          method: 'POST',
          body: new URLSearchParams({ finding: move!.id, reason: 'wrong', by: 'somebody else' }),
          headers: { authorization: basic(secret), origin: open.address },
          redirect: 'manual',
        })
      expect((await mark(token)).status).toBe(403)
      expect((await mark(writing)).status).toBe(303)
      expect((await open.client.marks()).data.map((row) => row.mark.by)).toEqual(['Ana'])
    } finally {
      await open.stop()
    }
  })
})
