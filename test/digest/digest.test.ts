/** The digest of a day over a real store: what it says, that it says it twice alike, and that all of it can be recomputed. */
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDigest } from '../../src/digest/build.ts'
import { Digest } from '../../src/digest/digest.ts'
import { everyRow } from '../../src/digest/every-row.ts'
import { latestDay } from '../../src/digest/latest-day.ts'
import { renderHtml } from '../../src/digest/render-html.tsx'
import { renderJson } from '../../src/digest/render-json.ts'
import { renderMarkdown } from '../../src/digest/render-markdown.ts'
import { restoreBackup, writeBackup } from '../../src/store/backup.ts'
import { getArticle } from '../../src/store/articles.ts'
import { listFindings } from '../../src/store/findings.ts'
import { background, date, emptyStore, fill, idOf, tell, market, timezone, today } from './market-store.ts'

let filled: Awaited<ReturnType<typeof emptyStore>>
let digest: Digest
beforeAll(async () => {
  filled = await emptyStore()
  await fill(filled.store.db)
  digest = await buildDigest(filled.store.db, { date, timezone, market })
})
afterAll(() => filled.close())

const themeOf = (id: string) => digest.themes.find((theme) => theme.theme === id)

test('it fits its schema and counts stories, not articles', () => {
  expect(Digest.parse(digest)).toEqual(digest)
  expect(digest.window).toEqual({ from: '2026-03-12T20:00:00.000Z', to: '2026-03-13T20:00:00.000Z' })
  expect(digest.counts).toEqual({
    articles: 6,
    stories: 5,
    historyDays: 11,
    themes: 2,
    instruments: 2,
    rates: 1,
    policy: 1,
    calendar: 1,
  })
  expect(digest.previous?.date).toBe('2026-03-12')
})

test('attention is a share of stories, the baseline leaves the day out', () => {
  const rotation = themeOf('rotation')!
  // Two of five stories; on the earlier days one of two on four of eleven.
  const shares = [0.5, 0, 0, 0.5, 0, 0, 0.5, 0, 0, 0.5, 0]
  const mean = shares.reduce((sum, share) => sum + share, 0) / 11
  const deviation = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / 10)
  expect(rotation).toMatchObject({
    stories: 2,
    attention: 0.4,
    change: 0.4,
    standing: 'returning',
    sentimentChange: null,
  })
  expect(rotation.baseline).toBeCloseTo(mean, 4)
  expect(rotation.zScore).toBeCloseTo((0.4 - mean) / deviation, 4)
  expect(rotation.course.slice(-12)).toEqual([...shares, 0.4])
  expect(rotation.course).toHaveLength(31)
  expect(rotation.course[0]).toBeNull()
  // The copy with another tone is the same story, told less relevantly: it has no say.
  expect(rotation.sentiment).toBeCloseTo((1 * 0.4 + 0.6 * 0.9) / 1.6, 4)
})

test('a theme has roles counted by story and one sentence a story, as they stand in the article', async () => {
  const rotation = themeOf('rotation')!
  expect(rotation.to).toEqual([
    { symbol: 'XLF', name: 'lenders', stories: 1 },
    { name: 'small firms', stories: 1 },
  ])
  expect(rotation.quotes.map((quoted) => quoted.quote)).toEqual([
    'Money left chip makers and went into lenders on Friday, in the largest shift of the year.',
    'Shares of small firms climbed as the rotation widened.',
  ])
  const quotes = [
    ...digest.themes.flatMap((theme) => theme.quotes),
    ...digest.instruments.map((row) => row.quote),
    ...[...digest.rates, ...digest.policy, ...digest.calendar].map(({ quote, finding }) => ({
      quote,
      source: finding.source,
    })),
  ]
  expect(quotes.length).toBeGreaterThanOrEqual(8)
  for (const { quote, source } of quotes) {
    const article = await getArticle(filled.store.db, source.articleId)
    expect(`${article?.title}\n${article?.text}`).toContain(quote)
    expect(quote.length).toBeGreaterThan(20)
  }
})

test('new, fading, and no baseline where the history is short', async () => {
  expect(themeOf('rate-path')).toMatchObject({ standing: 'new', baseline: 0, zScore: null })
  expect(digest.fading).toEqual([
    { theme: 'oil-supply', label: 'Oil supply', stories: 0, attention: 0, attentionBefore: 0.5, baseline: 0.5 },
  ])
  const early = await buildDigest(filled.store.db, { date: '2026-03-11', timezone, market })
  expect(early.counts.historyDays).toBe(9)
  expect(early.themes.map(({ baseline, zScore }) => [baseline, zScore])).toEqual([
    [null, null],
    [null, null],
  ])
  const first = await buildDigest(filled.store.db, { date: '2026-03-02', timezone, market })
  expect(first.previous).toBeNull()
  expect(first.themes[0]).toMatchObject({ change: null, standing: null })
})

test('a fact is told once, in its fullest statement, with the number of stories', () => {
  expect(digest.rates).toHaveLength(1)
  expect(digest.rates[0]).toMatchObject({ stories: 2, finding: { value: { issuer: 'FED', action: 'hold' } } })
  expect(digest.rates[0]!.quote).toBe('The Federal Reserve kept its target range at 3.50 to 3.75 percent on Friday.')
  expect(digest.calendar.map(({ finding }) => finding.kind === 'policy_event' && finding.value.date?.from)).toEqual([
    '2026-04-29',
  ])
  expect(digest.lead).toBe(
    'Rotation gained most attention, 40% of stories against a usual 18% (2 of 5), out of chip makers into lenders, then Path of rates with 1; the Fed held rates at 3.5–3.75% (10–2).',
  )
})

test('instruments come with their moves; the copy does not count twice', () => {
  expect(digest.instruments[0]).toMatchObject({ symbol: 'HRBK', stories: 1, mentions: 1, sentiment: 0.7 })
  expect(digest.instruments[0]!.moves.map(({ finding }) => finding.value)).toMatchObject([
    { direction: 'up', percent: 3 },
  ])
  expect(digest.instruments[0]!.quote.quote).toBe('Harbor Bank rose 3 percent to 41.20 after its results.')
})

test('what is left out is said, with the reason', () => {
  expect(digest.leftOut).toMatchObject({
    reasons: [
      { code: 'nothing-found', articles: 1 },
      { code: 'same-story', articles: 1 },
    ],
    duplicates: {
      count: 1,
      articles: [
        {
          articleId: idOf.get('money-leaves-chips-again'),
          sameAs: 'story',
          of: { articleId: idOf.get('money-leaves-chips') },
        },
      ],
    },
    dropped: { count: 1, articles: [{ articleId: idOf.get('cup-final'), reason: { code: 'nothing-found' } }] },
    undated: { count: 1, articles: [{ articleId: idOf.get('undated') }] },
  })
  expect(renderMarkdown(digest)).toContain(
    'Left out: 1 with nothing about markets, 1 counted with another that tells the same.',
  )
})

test('every number of a theme can be recomputed from the findings', async () => {
  const rows = await everyRow((page) =>
    listFindings(filled.store.db, {
      kinds: ['theme'],
      time_from: digest.window.from,
      time_to: digest.window.to,
      sort: 'latest',
      ...page,
    }),
  )
  expect(digest.themes).toHaveLength(2)
  for (const theme of digest.themes) {
    const best = new Map<string, { relevance: number; score: number }>()
    for (const row of rows) {
      if (row.kind !== 'theme' || row.value.theme !== theme.theme) continue
      const known = best.get(row.source.storyId!)
      if (!known || row.value.relevance > known.relevance)
        best.set(row.source.storyId!, { relevance: row.value.relevance, score: row.value.sentiment.score })
    }
    const told = [...best.values()]
    expect(theme.stories).toBe(told.length)
    expect(theme.attention).toBeCloseTo(told.length / digest.counts.stories, 4)
    const weight = told.reduce((sum, { relevance }) => sum + relevance, 0)
    expect(theme.sentiment).toBeCloseTo(told.reduce((sum, one) => sum + one.relevance * one.score, 0) / weight, 4)
  }
})

test('the same store gives the same bytes, and so does one filled in another order', async () => {
  const again = await buildDigest(filled.store.db, { date, timezone, market })
  const forms = [renderJson, renderMarkdown, renderHtml]
  for (const render of forms) expect(render(again)).toBe(render(digest))
  const other = await emptyStore()
  try {
    // The leader stays ahead of its copy, for the first to come names the story.
    await fill(other.store.db, [...today, ...[...background].reverse()])
    const restored = await buildDigest(other.store.db, { date, timezone, market })
    for (const render of forms) expect(render(restored)).toBe(render(digest))
  } finally {
    await other.close()
  }
})

test('a restored copy gives the same bytes', async () => {
  const other = await emptyStore()
  try {
    const backup = new PassThrough()
    const parts = backup.toArray()
    await writeBackup(filled.store.db, backup, { now: '2026-03-14T00:00:00Z' })
    await restoreBackup(other.store.db, Readable.from((await parts) as Buffer[]))
    expect(renderJson(await buildDigest(other.store.db, { date, timezone, market }))).toBe(renderJson(digest))
  } finally {
    await other.close()
  }
})

const schedule = { timezone, at: '07:00', market }

test('latest is the newest digest that is due and has a story', async () => {
  const { db } = filled.store
  const latest = (now: string) => latestDay(db, { ...schedule, now })
  expect(await latest('2026-11-22T10:00:00Z')).toBe('2026-03-13')
  // At seven in the morning a day's own digest is due, with what came since the close before.
  expect(await latest('2026-03-13T11:00:00Z')).toBe('2026-03-13')
  expect(await latest('2026-03-13T10:59:00Z')).toBe('2026-03-12')
  // On a Saturday Friday's is the latest; so it is on Monday, for nothing was told since.
  expect(await latest('2026-03-14T23:00:00Z')).toBe('2026-03-13')
  expect(await latest('2026-03-16T12:00:00Z')).toBe('2026-03-13')
  const empty = await emptyStore()
  try {
    expect(await latestDay(empty.store.db, { ...schedule, now: '2026-03-14T05:00:00Z' })).toBe('2026-03-13')
    const quiet = await buildDigest(empty.store.db, { date, timezone, market })
    expect(quiet.lead).toBe('No dated story was read for this window.')
    expect(quiet).toMatchObject({ previous: null, freshness: null, changes: null, movers: [], disagreements: [] })
    expect(renderMarkdown(quiet)).toContain('No policy event was reported.')
    expect(renderHtml(quiet)).toContain('Nothing was left out.')
  } finally {
    await empty.close()
  }
})

test('a late article changes the digest, one that is taken as known does not', async () => {
  const other = await emptyStore()
  try {
    await fill(other.store.db, today)
    const before = renderJson(await buildDigest(other.store.db, { date, timezone, market }))
    await tell(other.store.db, today[0]!)
    expect(renderJson(await buildDigest(other.store.db, { date, timezone, market }))).toBe(before)
    await tell(other.store.db, { ...background[0]!, at: '2026-03-13T09:00:00-04:00' })
    expect((await buildDigest(other.store.db, { date, timezone, market })).counts.stories).toBe(6)
  } finally {
    await other.close()
  }
})

test('a day or zone that does not exist is refused', async () => {
  await expect(buildDigest(filled.store.db, { date: '2026-02-30', timezone, market })).rejects.toMatchObject({
    code: 'bad-request',
  })
  await expect(
    buildDigest(filled.store.db, { date, timezone, market: { ...market, zone: 'Mars/Olympus' } }),
  ).rejects.toMatchObject({
    code: 'bad-request',
  })
})
