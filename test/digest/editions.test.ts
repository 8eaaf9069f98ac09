/** Editions: kept once, compared with the first when articles come late or are taken down; and the feeds of them. */
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentDigest, keepDigest, keptDigest } from '../../src/digest/editions.ts'
import { lastDigests, renderAtom, renderJsonFeed } from '../../src/digest/feed.ts'
import { renderHtml } from '../../src/digest/render-html.tsx'
import { renderJson } from '../../src/digest/render-json.ts'
import { renderMarkdown } from '../../src/digest/render-markdown.ts'
import { removeArticles } from '../../src/store/remove-articles.ts'
import { background, date, emptyStore, fill, hostile, idOf, market, tell, timezone, today } from './market-store.ts'

const request = { date, timezone, market }
const morning = '2026-03-13T21:00:00.000Z'
const late = { ...today[0]!, slug: 'late', title: 'Late on rotation', at: '2026-03-13T12:10:00-04:00' }

let filled: Awaited<ReturnType<typeof emptyStore>>
beforeAll(async () => {
  filled = await emptyStore()
  await fill(filled.store.db, [...background, ...today])
})
afterAll(() => filled.close())

test('the same content again is the same edition, and says nothing of changes', async () => {
  const { db } = filled.store
  expect(await keepDigest(db, request, morning)).toMatchObject({ edition: 1, madeAt: morning })
  expect(await keepDigest(db, request, '2026-03-14T07:00:00.000Z')).toMatchObject({ edition: 1, madeAt: morning })
  expect((await currentDigest(db, request)).changes).toBeNull()
})

test('what came late is told, in every form, and the first edition stays as it was', async () => {
  const { db } = filled.store
  const first = await keptDigest(db, { ...request, edition: 1 })
  await tell(db, {
    ...late,
    text: 'A quite different note on how money moved from chip makers into small lenders, written well after lunch on the day.',
    says: (at) => [...today[0]!.says(() => at('money moved from chip makers into small lenders'))].slice(0, 1),
  })
  const digest = await currentDigest(db, request)
  expect(digest.changes).toEqual({
    firstMadeAt: morning,
    articles: 1,
    stories: 1,
    items: [
      {
        section: 'themes',
        change: 'changed',
        what: 'Rotation',
        before: '2 stories, positive',
        after: '3 stories, positive',
      },
    ],
    more: 0,
  })
  const words = 'Since the first edition, made 13 March 2026, 17:00: 1 article more, 1 story more.'
  expect(renderMarkdown(digest)).toContain(words)
  expect(renderMarkdown(digest)).toContain('- changed: Rotation: 2 stories, positive → 3 stories, positive')
  expect(renderHtml(digest)).toContain(words)
  expect(JSON.parse(renderJson(digest))).toMatchObject({ changes: { articles: 1 } })
  expect(await keepDigest(db, request, '2026-03-14T07:00:00.000Z')).toMatchObject({ edition: 2 })
  expect(await keptDigest(db, { ...request, edition: 1 })).toEqual(first)
  await expect(keptDigest(db, { ...request, edition: 3 })).rejects.toMatchObject({ code: 'not-found' })
})

test('what was taken down is said to be gone', async () => {
  const { db } = filled.store
  for (const slug of ['fed-holds', 'range-kept']) {
    await removeArticles(db, { id: idOf.get(slug)! }, { reason: 'asked for', now: '2026-03-15T00:00:00Z' })
  }
  const { changes } = await currentDigest(db, request)
  const gone = changes?.items.filter(({ change }) => change === 'removed').map(({ section, what }) => [section, what])
  expect(gone).toEqual(
    expect.arrayContaining([
      ['themes', 'Path of rates'],
      ['rates', 'Fed policy rate 3.5–3.75% (hold), 13 March 2026'],
    ]),
  )
})

test('feeds hold the editions kept and the day that is due, the same bytes each time', async () => {
  const { db } = filled.store
  await tell(db, { ...hostile, at: '2026-03-13T17:00:00-04:00' })
  const schedule = { timezone, market, at: '07:00' }
  const entries = await lastDigests(db, schedule, '2026-03-16T12:00:00Z')
  expect(entries.map(({ digest }) => digest.date)).toEqual(['2026-03-16', '2026-03-13'])
  const place = { origin: 'http://127.0.0.1:8321', path: '/digests.atom' }
  const atom = renderAtom(entries, place)
  expect(renderAtom(await lastDigests(db, schedule, '2026-03-16T12:00:00Z'), place)).toBe(atom)
  const feed = parseAtomFeed(atom)
  expect(feed.entries?.map(({ id }) => id)).toEqual([
    'http://127.0.0.1:8321/digests/2026-03-16',
    'http://127.0.0.1:8321/digests/2026-03-13',
  ])
  expect(feed.entries?.[1]).toMatchObject({ updated: '2026-03-14T07:00:00.000Z', content: { type: 'html' } })
  expect(feed.entries?.[1]?.content?.value).toContain('Rotation')
  for (const entry of feed.entries ?? []) expect(entry.content?.value).not.toMatch(/<script|<img|<u>/)
  const json = parseJsonFeed(renderJsonFeed(entries, { ...place, path: '/digests.json' }))
  expect(json.items?.map(({ title }) => title)).toEqual([
    'Market themes, Monday, 16 March 2026',
    'Market themes, Friday, 13 March 2026',
  ])
  expect(json.items?.[0]?.content_html).toContain('&lt;script&gt;')
})
