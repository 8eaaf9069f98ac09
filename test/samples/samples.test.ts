/** The samples agree with their index and their feed, span twelve days, and name no host but the placeholder. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { load } from 'cheerio'
import Parser from 'rss-parser'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const folder = fileURLToPath(new URL('../../samples/', import.meta.url))
const origin = 'http://samples.themewire.example'

const Index = z.array(
  z.strictObject({
    file: z.string(),
    path: z.string().regex(/^\/[\w./-]+$/),
    publishedAt: z.iso.datetime({ offset: true }).optional(),
    via: z.literal('feed').optional(),
    note: z.string().min(10),
  }),
)
const read = (file: string): string => readFileSync(folder + file, 'utf8')
const index = Index.parse(parse(read('index.yml')))
const feed = read('feed.xml')
const articles = index.filter(({ file }) => file !== 'feed.xml')
const pages = articles.filter(({ file }) => file.startsWith('pages/'))
const texts = articles.filter(({ file }) => file.startsWith('texts/'))
const onDisk = (part: string): string[] => readdirSync(folder + part).map((name) => `${part}/${name}`)

test('index and folders name the same files, each once and each at a path of its own', () => {
  expect(articles.map(({ file }) => file).sort()).toEqual([...onDisk('pages'), ...onDisk('texts')].sort())
  expect(new Set(index.map(({ path }) => path)).size).toBe(index.length)
})

test('there are enough articles of each form', () => {
  expect(articles.length).toBeGreaterThanOrEqual(34)
  expect(pages.length).toBeGreaterThanOrEqual(14)
  expect(texts.length).toBeGreaterThanOrEqual(14)
})

test('twelve days are told, from 2 to 13 March 2026, and the last one most', () => {
  const perDay = new Map<string, number>()
  for (const { file } of articles) {
    const day = /(03\d\d)-/.exec(file)?.[1]
    if (day) perDay.set(day, (perDay.get(day) ?? 0) + 1)
  }
  expect([...perDay.keys()].sort()).toEqual(Array.from({ length: 12 }, (_, i) => `03${String(i + 2).padStart(2, '0')}`))
  expect(perDay.get('0313')).toBe(Math.max(...perDay.values()))
  expect(perDay.get('0313')).toBeGreaterThanOrEqual(6)
})

test('one article is undated and every other text has the date its name says', () => {
  expect(texts.filter(({ publishedAt }) => !publishedAt).map(({ file }) => file)).toEqual(['texts/undated-breadth.txt'])
  for (const { file, publishedAt } of texts) {
    if (publishedAt) expect(file).toContain(`/${publishedAt.slice(5, 10).replace('-', '')}-`)
  }
})

test.each(texts)('$file is a title line, a blank line and a body', ({ file }) => {
  expect(read(file)).toMatch(/^\S[^\n]{20,140}\S\n\n\S[\s\S]{400,}\n$/)
})

test.each(pages)('$file is a full page with a heading and a date of its day', ({ file }) => {
  const html = read(file)
  const day = `2026-${/(\d\d)(\d\d)-/.exec(file)?.slice(1).join('-')}`
  expect(html).toMatch(/^<!doctype html>/i)
  expect(html.length).toBeGreaterThan(5_000)
  expect(html).toMatch(new RegExp(`${day}T\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:?\\d\\d)`))
  const $ = load(html)
  expect($('title').text().length).toBeGreaterThan(10)
  expect($('[src^="//"], [src^="http"], link[rel="stylesheet"]').toArray()).toEqual([])
  for (const script of $('script[type$="json"]').toArray()) {
    expect(() => JSON.parse($(script).text()) as unknown).not.toThrow()
  }
})

test('the feed leads to every page that is only reached through it', async () => {
  const { items } = await new Parser().parseString(feed)
  expect(items.length).toBeGreaterThanOrEqual(8)
  const paths = items.map(({ link }) => new URL(link ?? '').pathname)
  expect(paths.sort()).toEqual(
    index
      .filter(({ via }) => via === 'feed')
      .map(({ path }) => path)
      .sort(),
  )
  for (const { isoDate, title } of items) {
    expect(isoDate).toMatch(/^2026-03-/)
    expect(title?.length).toBeGreaterThan(20)
  }
})

test.each(pages)('$file names itself as canonical, an AMP page its full one', ({ file, path }) => {
  const canonical = load(read(file))('link[rel="canonical"]').attr('href')
  expect(new URL(canonical ?? '').pathname).toBe(path.replace('/amp/', '/'))
})

test.each(['index.yml', 'feed.xml', 'README.md', ...articles.map(({ file }) => file)])(
  '%s is small and names no host but the placeholder',
  (file) => {
    expect(statSync(folder + file).size).toBeLessThan(60_000)
    const named = read(file).replaceAll(/\bxmlns(?::\w+)?="[^"]*"/g, '')
    const urls = [...named.matchAll(/\bhttps?:(?:\\?\/){2}[\w.-]+/g)].map(([url]) => url.replaceAll('\\', ''))
    expect(urls.filter((url) => url !== origin && url !== 'https://schema.org')).toEqual([])
  },
)

test('the README has a line for every file', () => {
  const readme = read('README.md')
  for (const { file } of index) expect(readme).toContain(`\`${file}\``)
})
