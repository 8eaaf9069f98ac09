/** Every page in a real browser: wide and on a phone, light and dark, by keyboard, without script, and nothing from elsewhere. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { load } from 'cheerio'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { background, date, hostile, idOf, today } from '../digest/market-store.ts'
import { artefacts, hasBrowser, openBrowser } from './browser.ts'
import { startSite, type RunningSite } from './running-site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let site: RunningSite
let paths: Record<string, string>
beforeAll(async () => {
  site = await startSite([...background, ...today, hostile])
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
    articles: '/articles',
    article: `/articles/${idOf.get('money-leaves-chips')}`,
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
    expect($('script, style, img, iframe, object, b, i, u').length).toBe(0)
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
    { look: 'desktop', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
    { look: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  ] as const

  test.each(looks)(
    '$look: fits, is accessible, asks nobody else',
    { timeout: 240_000 },
    async ({ look, viewport, colorScheme }) => {
      // axe is put into the page from outside, which the pages' own policy rightly refuses.
      const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true })
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
        await page.screenshot({ path: `${artefacts}/${name}-${look}.png`, fullPage: true })
        expect([name, await overflow(page)]).toEqual([name, 0])
        expect([name, await seriousFindings(page)]).toEqual([name, []])
      }
      expect(new Set(asked.filter((origin) => origin !== 'null'))).toEqual(new Set([site.address]))
      expect(troubles).toEqual([])
      await context.close()
    },
  )

  test('on a phone no cell of rates and articles lies beyond the edge', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    for (const name of ['rates', 'articles']) {
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
    for (const name of ['digest', 'article', 'search']) {
      await page.goto(site.address + paths[name]!)
      const reachable = await page.locator('a[href]:visible, button:visible, input:visible, summary:visible').count()
      const reached = new Set<string>()
      for (let i = 0; i < reachable + 20; i++) {
        await page.keyboard.press('Tab')
        const [place, outline] = await page.evaluate<[string, string]>(`(() => {
          const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex]')]
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

  test('two clicks from the digest to the sentence behind a theme; marks and findings lead to each other', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.address}/digests/${date}`)
    await page.getByRole('link', { name: 'Rotation', exact: true }).first().click()
    await page.getByRole('link', { name: 'Money leaves chip makers for lenders' }).first().click()
    expect(await page.locator('mark.theme').first().textContent()).toContain('Money left chip makers')
    const broken = await page.evaluate<string[]>(`
      [...document.querySelectorAll('a[href^="#"]')]
        .map((a) => a.getAttribute('href'))
        .filter((href) => document.querySelectorAll(href).length !== 1)`)
    expect(broken).toEqual([])
    await page.locator('mark.move a, mark.instrument a').first().focus()
    await page.screenshot({ path: `${artefacts}/article-focus.png` })
    expect(await page.locator('mark a:focus .tip').textContent()).toContain('Harbor Bank')
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
