/** On the samples, read by the real pipeline: every number of a digest can be had from /v1/findings, /v1/articles and /v1/stories alone. */
import { readFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { parse } from 'yaml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '../../src/api/app.ts'
import { rows, themewire, type Client } from '../../src/client/client.ts'
import { readConfig } from '../../src/config.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { openContext, type Context } from '../../src/queue/context.ts'
import { startWork } from '../../src/queue/work.ts'
import { recompute } from './recompute.ts'

const samples = new URL('../../samples/', import.meta.url)
const origin = 'http://samples.themewire.example'

interface Sample {
  readonly file: string
  readonly path: string
  readonly publishedAt?: string
}

let folder: string
let context: Context
let client: Client
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'themewire-recompute-'))
  context = await openContext(readConfig({ folder, logLevel: 'silent' }, {}), pino({ level: 'silent' }))
  const api = createApi(context)
  client = themewire({ fetch: async (input, init) => api.request(input, init) })
  const index = parse(readFileSync(new URL('index.yml', samples), 'utf8')) as Sample[]
  const items = index
    .filter(({ file }) => file !== 'feed.xml')
    .map(({ file, path, publishedAt }) => {
      const content = readFileSync(new URL(file, samples), 'utf8')
      const url = `${origin}${path}`
      if (file.endsWith('.html')) return { url, html: content }
      const [title = '', ...body] = content.split('\n\n')
      return { url, title: title.trim(), text: body.join('\n\n'), ...(publishedAt ? { publishedAt } : {}) }
    })
  await client.add({ items, backfill: true })
  const work = await startWork(context)
  await work.idle()
  await work.stop()
}, 240_000)
afterAll(async () => {
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

const numbersOf = <T extends object, K extends keyof T>(one: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, one[key]])) as Pick<T, K>

async function check(digest: Digest): Promise<void> {
  const anew = await recompute(client, digest)
  expect(digest.counts).toMatchObject(anew.counts)
  expect(digest.themes.length).toBe(Math.min(40, anew.counts.themes))
  for (const theme of digest.themes) {
    const expected = anew.theme(theme.theme)
    expect(numbersOf(theme, Object.keys(expected) as (keyof typeof expected)[])).toEqual(expected)
  }
  for (const theme of digest.fading) {
    const { stories, attention, baseline } = anew.theme(theme.theme)
    expect(numbersOf(theme, ['stories', 'attention', 'baseline'])).toEqual({ stories, attention, baseline })
    expect(Math.max(theme.attentionBefore, theme.baseline ?? 0)).toBeGreaterThanOrEqual(2 * theme.attention)
  }
  for (const row of [...digest.instruments, ...digest.movers]) {
    const expected = anew.instrument(row.symbol)
    expect(numbersOf(row, Object.keys(expected) as (keyof typeof expected)[])).toEqual(expected)
  }
  for (const { about, positive, negative } of digest.disagreements) {
    expect([positive.stories, negative.stories]).toEqual(anew.sides(about.kind, about.id))
  }
  for (const { finding, stories } of digest.rates) {
    if (finding.kind !== 'rate') throw new Error('no rate')
    const { type, issuer, subject, low, high, unit, basis } = finding.value
    const key = JSON.stringify([type, issuer ?? subject, low, high, unit, basis])
    const same = anew.statedBy(
      ({ kind, value }) =>
        kind === 'rate' &&
        JSON.stringify([value.type, value.issuer ?? value.subject, value.low, value.high, value.unit, value.basis]) ===
          key,
    )
    expect(stories).toBe(same)
  }
  const sources = new Map<string, number>()
  for (const { siteName, url } of anew.now.articles) {
    const name = siteName ?? new URL(url!).hostname
    sources.set(name, (sources.get(name) ?? 0) + 1)
  }
  expect(new Map(digest.sources.map(({ name, articles }) => [name, articles]))).toEqual(sources)
  const latest = anew.now.articles.map(({ publishedAt }) => Date.parse(publishedAt ?? '')).sort((a, b) => b - a)[0]
  if (digest.freshness) expect(Date.parse(digest.freshness.latest)).toBe(latest)
  else expect(latest).toBeUndefined()
}

test('of the last day of the samples', { timeout: 120_000 }, async () => {
  const digest = await client.digest('latest')
  expect(digest.date).toBe('2026-03-13')
  expect(digest.themes.length).toBeGreaterThan(10)
  expect(digest.instruments.length).toBeGreaterThan(10)
  await check(digest)
  const stories = []
  const { from, to } = digest.window
  for await (const story of rows((query) => client.stories(query), { time_from: from, time_to: to }))
    stories.push(story)
  expect(stories.length).toBe(digest.counts.stories)
})

test(
  'of a Monday, which goes back to Friday’s close, and of a day early in the history',
  { timeout: 120_000 },
  async () => {
    const monday = await client.digest('2026-03-09')
    expect(monday.window).toEqual({ from: '2026-03-06T21:00:00.000Z', to: '2026-03-09T20:00:00.000Z' })
    expect(monday.themes.every(({ baseline, zScore }) => baseline === null && zScore === null)).toBe(true)
    await check(monday)
    await check(await client.digest('2026-03-03'))
  },
)

test('of any window', { timeout: 120_000 }, async () => {
  const digest = await client.windowDigest({ time_from: '2026-03-12T00:00:00Z', time_to: '2026-03-13T12:00:00Z' })
  expect(digest).toMatchObject({ market: null, date: '2026-03-13' })
  await check(digest)
  await expect(client.windowDigest({ time_from: '2026-03-12', time_to: '2026-03-11' })).rejects.toMatchObject({
    code: 'bad-request',
  })
})

test('it answers: what rotated into what, which bank did what, what comes next week', async () => {
  const digest = await client.digest('2026-03-13')
  const rotation = digest.themes.find(({ from, to }) => from.length > 0 && to.length > 0)
  expect(rotation?.label).toMatch(/rotation/i)
  expect(digest.lead).toMatch(/out of .+ into .+; the Bank of Japan raised rates to 1% \(7–2\)\.$/)
  const ahead = digest.calendar.map(({ finding }) => finding.kind === 'policy_event' && finding.value.actor)
  expect(ahead).toEqual(expect.arrayContaining(['SNB', 'RIKSBANK']))
})
