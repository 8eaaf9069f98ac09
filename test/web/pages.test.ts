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
    definitions: '/definitions',
    reference: '/reference',
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

const pageAt = async (path: string) => load(await (await site.get(path, { accept: 'text/html' })).text())

test('what the numbers mean is a step away from every page, and from the terms themselves', async () => {
  const defined = await pageAt('/definitions')
  const terms = (await site.client.definitions()).map(({ term }) => term)
  expect(defined('dl.terms dt').toArray().map((node) => defined(node).text()).sort()).toEqual([...terms].sort()) // prettier-ignore
  const targets = new Set<string>()
  for (const path of Object.values(paths)) {
    const $ = await pageAt(path)
    expect([path, $('footer a[href="/definitions"], footer a[href="/reference"]').length]).toEqual([path, 2])
    for (const { attribs } of $('a.term').toArray()) {
      const target = attribs['href']!
      const there = target.startsWith('#') ? $ : defined
      expect([path, target, there(`[id="${target.slice(target.indexOf('#') + 1)}"]`).length]).toEqual([path, target, 1])
      targets.add(target)
    }
  }
  expect([...targets]).toEqual(
    expect.arrayContaining([
      '#means-z-score',
      '#means-usual-level',
      '/definitions#attention',
      '/definitions#sentiment',
    ]),
  )
})

test('the reference tells every route and parameter of the OpenAPI document, and its links lead somewhere', async () => {
  const document = (await (await site.get('/openapi.json')).json()) as {
    paths: Record<string, Record<string, { parameters?: { name: string }[] }>>
  }
  const $ = await pageAt('/reference')
  const told = new Map($('details.route').toArray().map((node) => [$(node).find('summary code').text(), node])) // prettier-ignore
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { parameters = [] }] of Object.entries(methods)) {
      const route = `${method.toUpperCase()} ${path}`
      const names = $(told.get(route)).find('dt code').toArray().map((node) => $(node).text()) // prettier-ignore
      expect([route, names]).toEqual([route, parameters.map(({ name }) => name)])
    }
  }
  for (const { attribs } of $('main a[href^="#"]').toArray())
    expect([attribs['href'], $(`[id="${attribs['href']!.slice(1)}"]`).length]).toEqual([attribs['href'], 1])
  const moved = await fetch(`${site.address}/docs`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/reference'])
})

test('each finding of an article shows its words, which lead to their mark', async () => {
  for (const name of ['article', 'decision', 'hostile']) {
    const $ = await pageAt(paths[name]!)
    $('.tip').remove()
    const text = $('h1, .text').text()
    const entries = $('ol.findings > li').toArray()
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) {
      const words = $(entry).find('a.words')
      expect(text).toContain(words.text().replace(/^“|…?”$/g, ''))
      expect($(words.attr('href')).length).toBe(1)
    }
  }
})

test('an undated article comes after the dated ones, and why is a step away', async () => {
  const { id } = (
    await site.client.add({ items: [{ text: 'Lenders gathered in the old hall. They spoke of tides.' }] })
  )[0]!
  const $ = await pageAt('/articles')
  expect($('[aria-label="Articles"]').text()).not.toContain('undated')
  expect($('[aria-label="Articles"] ~ [aria-label="Undated articles"]').find(`a[href="/articles/${id}"]`).length).toBe(
    1,
  )
  expect($('a[href="/definitions#undated"]').length).toBe(1)
})

test('a symbol or theme that nothing is about is said to be unknown', async () => {
  const $ = await pageAt('/findings?themes=rotaton&tickers=HRBK')
  expect($('p.said').text()).toContain('"rotaton"')
  expect($('p.said').text()).not.toContain('HRBK')
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

  test('the chart of policy events fits the screen, whichever it is', async () => {
    const page = await browser.newPage()
    for (const { viewport } of looks) {
      await page.setViewportSize(viewport)
      await page.goto(site.address + paths['policy']!)
      const shown = page.locator('.chart:visible')
      expect(await shown.count()).toBe(1)
      const { x, width } = (await shown.locator('svg').boundingBox())!
      expect(x + width).toBeLessThanOrEqual(viewport.width)
      const smallest =
        "Math.min(...[...document.querySelectorAll('.chart text')].map((text) => text.getBoundingClientRect().height).filter((height) => height > 0))"
      expect(await page.evaluate<number>(smallest)).toBeGreaterThan(10)
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
        expect([name, place, outline]).not.toEqual([name, place, 'none'])
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
