/** Who imposes a tariff, on whom and on what: counted and shown like who gains and who loses. */
import { load } from 'cheerio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDigest } from '../../src/digest/build.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { renderHtml } from '../../src/digest/render-html.tsx'
import { renderMarkdown } from '../../src/digest/render-markdown.ts'
import { date, emptyStore, fill, market, theme, timezone, type Told } from './market-store.ts'

let filled: Awaited<ReturnType<typeof emptyStore>>
let digest: Digest
beforeAll(async () => {
  filled = await emptyStore()
  const story = (slug: string, text: string, goods: string[]) => ({
    ...{ slug, title: text, text, at: '2026-03-13T12:00:00-04:00' },
    says: (at: Parameters<Told['says']>[0]) => [
      theme('tariffs', 1, -0.4, at(text), {
        imposer: [{ name: 'Canada' }],
        target: [{ name: 'Norway' }],
        goods: goods.map((name) => ({ name })),
      }),
    ],
  })
  await fill(filled.store.db, [
    story('skis', 'Canada put a duty of 9 percent on Norwegian skis.', ['skis']),
    story('fish', 'Norwegian herring and skis will cost Canadians more under new duties.', ['herring', 'skis']),
  ])
  digest = await buildDigest(filled.store.db, { date, timezone, market })
})
afterAll(() => filled.close())

const textOf = (html: string): string => load(html)('.card .role').text().replace(/\s+/g, ' ').trim()

test('they are counted by story', () => {
  expect(digest.themes[0]).toMatchObject({
    imposer: [{ name: 'Canada', stories: 2 }],
    target: [{ name: 'Norway', stories: 2 }],
    goods: [
      { name: 'skis', stories: 2 },
      { name: 'herring', stories: 1 },
    ],
    from: [],
    winners: [],
  })
})

test('they are shown, on the page and as text', () => {
  expect(textOf(renderHtml(digest))).toBe('imposed by Canada aimed at Norway on skis, herring')
  expect(renderMarkdown(digest)).toContain('- imposed by Canada\n- aimed at Norway\n- on skis, herring\n')
})

test('an edition kept before they were counted is shown without', () => {
  const before = structuredClone(digest)
  for (const one of before.themes) for (const part of ['imposer', 'target', 'goods'] as const) delete one[part]
  expect(textOf(renderHtml(before))).toBe('')
  expect(renderMarkdown(before)).not.toContain('imposed by')
})
