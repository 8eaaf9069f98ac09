/** Every page in a real browser: wide and on a phone, light and dark, by keyboard, without script, and nothing from elsewhere. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { load } from 'cheerio'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { background, date, hostile, idOf, today } from '../digest/market-store.ts'
import { recordPoll } from '../../src/store/feeds.ts'
import { artefacts, hasBrowser, openBrowser } from './browser.ts'
import { startSite, type RunningSite } from './running-site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let site: RunningSite
let paths: Record<string, string>
beforeAll(async () => {
  site = await startSite([...background, ...today, hostile])
  await site.client.addFeed('https://wire.example/rss.xml')
  const hostileFeed = await site.client.addFeed('https://wire.example/<script>alert(1)</script>')
  await recordPoll(site.context.store.db, hostileFeed.id, {
    error: { code: 'bad-feed', message: 'no feed: <img src=x onerror=alert(2)>' },
    now: '2026-03-13T12:00:00.000Z',
  })
  const wrong = (await site.client.findings({ kinds: 'move' })).data[0]!
  await site.client.markFinding(wrong.id, { reason: '<b>a forecast</b>', by: '<i>Ana</i>' })
  const rotation = (await site.client.findings({ kinds: 'theme', themes: 'rotation', sort: 'relevance' })).data[0]!
  paths = {
    digest: '/',
    'digest-of-a-day': `/digests/${date}`,
    'quiet-digest': '/digests/2026-04-01',
    digests: '/digests',
    themes: '/themes',
    theme: '/themes/rotation',
    instruments: '/instruments',
    instrument: '/instruments/HRBK',
    rates: '/rates',
    policy: '/policy',
    stories: '/stories',
    findings: '/findings',
    'findings-of-a-theme': '/findings?kinds=theme&themes=rotation&tickers=&sort=relevance',
    marks: '/marks',
    feeds: '/feeds',
    articles: '/articles',
    article: `/articles/${idOf.get('money-leaves-chips')}`,
    'article-at-a-finding': `/articles/${rotation.source.articleId}?finding=${rotation.id}#evidence`,
    decision: `/articles/${idOf.get('fed-holds')}`,
    hostile: `/articles/${idOf.get('hostile')}`,
    search: '/search?q=lenders',
    queue: '/queue',
    'not-found': '/themes/nothing-of-the-kind',
  }
})
afterAll(() => site.stop())

test('pages carry a strict policy, and what is not there is said in a page', async () => {
  for (const path of Object.values(paths)) {
    const response = await site.get(path, { accept: 'text/html' })
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect([path, response.status]).toEqual([path, path === paths['not-found'] ? 404 : 200])
    const html = await response.text()
    const $ = load(html)
    const names = $('*')
      .toArray()
      .flatMap((node) => ('attribs' in node ? Object.keys(node.attribs) : []))
    expect(names.filter((name) => name.startsWith('on') || name === 'style')).toEqual([])
    expect($('style, img, iframe, object, b, i, u').length).toBe(0)
    const scripts = $('script').toArray().map(({ attribs }) => attribs['src']) // prettier-ignore
    expect([path, scripts]).toEqual([path, path === '/queue' ? [expect.stringMatching(/^\/live\.js\?\w+$/)] : []])
    const outside = $('a')
      .toArray()
      .map((a) => a.attribs['href'] ?? '')
    expect(outside.filter((href) => !/^(?:[/#]|https:\/\/[a-z]+\.example\/)/.test(href))).toEqual([])
  }
  const astray = await site.get('/no/such/page', { accept: 'text/html' })
  expect([astray.status, await astray.text()]).toEqual([404, expect.stringContaining('There is no page')])
  const program = await site.get('/no/such/page')
  expect(program.headers.get('content-type')).toContain('application/json')
  expect((await site.get('/articles?limit=1000000', { accept: 'text/html' })).status).toBe(400)
  expect((await site.get('/digests/2026-99-99', { accept: 'text/html' })).status).toBe(400)
})

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const looks = [
    { look: 'desktop', viewport: { width: 1280, height: 900 } },
    { look: 'phone', viewport: { width: 390, height: 844 } },
  ] as const

  test.each(looks)('$look: fits, is accessible, asks nobody else', { timeout: 240_000 }, async ({ look, viewport }) => {
    // axe is put into the page from outside, which the pages' own policy rightly refuses.
    const context = await browser.newContext({ viewport, bypassCSP: true })
    const page = await context.newPage()
    const asked: string[] = []
    const troubles: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('dialog', (dialog) => {
      troubles.push(dialog.message())
      void dialog.dismiss()
    })
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(site.address + path)
      expect([name, await overflow(page)]).toEqual([name, 0])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: `${artefacts}/${name}-${look}-${colorScheme}.png`, fullPage: true })
        expect([name, colorScheme, await seriousFindings(page)]).toEqual([name, colorScheme, []])
      }
    }
    expect(new Set(asked.filter((origin) => origin !== 'null'))).toEqual(new Set([site.address]))
    expect(troubles).toEqual([])
    await context.close()
  })

  test('on a phone no cell of rates and articles lies beyond the edge', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    for (const name of ['rates', 'articles', 'findings']) {
      await page.goto(site.address + paths[name]!)
      expect(await page.locator('td').count()).toBeGreaterThan(0)
      const beyond =
        "[...document.querySelectorAll('td')].filter((td) => td.getBoundingClientRect().right > innerWidth).length"
      expect([name, await page.evaluate<number>(beyond)]).toEqual([name, 0])
    }
    await page.close()
  })

  test('the keyboard reaches every link, and sees where it is', async () => {
    const page = await browser.newPage()
    for (const name of ['digest', 'article', 'search', 'feeds', 'policy']) {
      await page.goto(site.address + paths[name]!)
      const reachable = await page
        .locator('a[href]:visible, button:visible, input:visible, select:visible, summary:visible')
        .count()
      const reached = new Set<string>()
      for (let i = 0; i < reachable + 20; i++) {
        await page.keyboard.press('Tab')
        const [place, outline] = await page.evaluate<[string, string]>(`(() => {
          const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
          const at = document.activeElement
          return [String(all.indexOf(at)), at && at !== document.body ? getComputedStyle(at).outlineStyle : 'body']
        })()`)
        if (outline === 'body') break
        expect(outline).not.toBe('none')
        reached.add(place)
      }
      expect(reached.size).toBeGreaterThanOrEqual(reachable)
    }
    await page.close()
  })

  test('from the digest one click leads to the sentence behind a theme, marked there; by the page of the theme, two', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.address}/digests/${date}`)
    const cards = await page.locator('#themes').locator('..').locator('article.card').count()
    expect(cards).toBeGreaterThan(1)
    for (let i = 0; i < cards; i++) {
      await page.goto(`${site.address}/digests/${date}`)
      const card = page.locator('article.card').nth(i)
      const said = (await card.locator('blockquote p').first().textContent()) ?? ''
      await card.locator('blockquote footer a').first().click()
      await sees(page, said)
    }
    await page.goto(`${site.address}/digests/${date}`)
    await page.getByRole('link', { name: 'Rotation', exact: true }).first().click()
    const said = (await page.locator('blockquote p').first().textContent()) ?? ''
    await page.locator('blockquote footer a').first().click()
    await sees(page, said)
    await page.close()
  })

  /** The words behind a finding are marked as what the reader came for, in sight, and part of the sentence quoted. */
  async function sees(page: Page, said: string): Promise<void> {
    const words = page.locator('mark.sought').first()
    await expect.poll(async () => {
      const box = await words.boundingBox()
      return box !== null && box.y >= 0 && box.y + box.height <= page.viewportSize()!.height
    }).toBe(true) // prettier-ignore
    const marked = await page.evaluate<string>("document.querySelector('mark.sought a').firstChild.textContent")
    expect([said, said.includes(marked)]).toEqual([said, true])
  }

  test('marks and findings lead to each other, and a mark tells what, how sure and by which rule', async () => {
    const page = await browser.newPage()
    await page.goto(site.address + paths['article']!)
    expect(await page.locator('mark.theme').first().textContent()).toContain('Money left chip makers')
    const broken = await page.evaluate<string[]>(`
      [...document.querySelectorAll('a[href^="#"]')]
        .map((a) => a.getAttribute('href'))
        .filter((href) => document.querySelectorAll(href).length !== 1)`)
    expect(broken).toEqual([])
    await page.locator('mark.move a, mark.instrument a').first().focus()
    await page.screenshot({ path: `${artefacts}/article-focus.png` })
    const tip = page.locator('mark a:focus .tip')
    expect(await tip.textContent()).toMatch(
      /instrument: Harbor Bank \(HRBK\), positive \+0\.70 · rule [\w-]+, confidence 0\.\d\d/,
    )
    expect((await tip.boundingBox())!.height).toBeGreaterThan(20)
    const theme = page.locator('mark.theme a').first()
    expect((await theme.locator('.tip').boundingBox())!.height).toBeLessThan(2)
    await theme.hover()
    expect((await theme.locator('.tip').boundingBox())!.height).toBeGreaterThan(20)
    await page.close()
  })
})

// Scripts for the browser are strings: the types of its globals are not those of Node.
const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<{
    violations: { id: string; impact: string; nodes: { html: string }[] }[]
  }>('axe.run().then(({ violations }) => ({ violations }))')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
