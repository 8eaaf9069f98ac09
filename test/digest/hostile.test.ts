/** Outside text in a digest is only ever text: in HTML, in Markdown, on a terminal. */
import { load } from 'cheerio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDigest } from '../../src/digest/build.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { renderHtml } from '../../src/digest/render-html.tsx'
import { escaped, renderMarkdown } from '../../src/digest/render-markdown.ts'
import { date, emptyStore, fill, hostile, market, timezone } from './market-store.ts'

let filled: Awaited<ReturnType<typeof emptyStore>>
let digest: Digest
beforeAll(async () => {
  filled = await emptyStore()
  await fill(filled.store.db, [hostile])
  digest = await buildDigest(filled.store.db, { date, timezone, market })
})
afterAll(() => filled.close())

test('HTML holds nothing that runs or loads', () => {
  const $ = load(renderHtml(digest))
  expect(digest.themes).toHaveLength(1)
  expect($('script, img, iframe, link, object, b, i, u').length).toBe(0)
  expect(
    $('*')
      .toArray()
      .flatMap((node) => ('attribs' in node ? Object.keys(node.attribs) : []))
      .filter((name) => name.startsWith('on')),
  ).toEqual([])
  expect(
    $('a')
      .toArray()
      .map((a) => a.attribs['href']!)
      .filter((href) => !/^(?:#|https:\/\/desk\.example\/)/.test(href)),
  ).toEqual([])
  expect($('body').text()).toContain('"><script>alert(3)</script>')
})

test('Markdown shows what was written and makes nothing of it', () => {
  const markdown = renderMarkdown(digest)
  expect(markdown).not.toMatch(/(?<!\\)<\/?[a-z]/i)
  expect(markdown).not.toMatch(/(?<!\\)\]\((?!https:\/\/desk\.example\/)/)
  expect(markdown).not.toContain('\u001b')
  expect(escaped('# a')).toBe('\\# a')
  expect(escaped('1. a\n- b')).toBe('1\\. a - b')
  expect(escaped('*a* _b_ `c` [d](e) &amp; x_y A&B $5')).toBe('\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\&amp; x_y A&B $5')
  expect(escaped('a\u202Eb\u0007c https://x.example')).toBe('ab c https\\://x.example')
})
