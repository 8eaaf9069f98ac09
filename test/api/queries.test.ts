/** Every GET route over a real store: each parameter narrows as it says, each answer is what the document describes. */
import type { z } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routesOf } from '../../src/api/openapi.ts'
import { readAt, start, type Body, type Running } from './running.ts'

let running: Running
beforeAll(async () => {
  running = await start()
})
afterAll(() => running.stop())

const get = async (path: string): Promise<Body> => {
  const { status, body } = await running.ask(path)
  expect(status, `${path}: ${JSON.stringify(body.error)}`).toBe(200)
  return body
}
const column = async (path: string, pick: (row: Row) => unknown): Promise<unknown[]> =>
  (await get(path)).data.map((row) => pick(row as unknown as Row))

// Rows of several routes; each test looks at what its own has.
interface Row {
  [key: string]: unknown
  id: string
  title: string
  url: string
  kind: string
  value: Record<string, unknown>
  source: { title: string }
  article: { title: string }
  articles: { title: string }[]
}
const title = (row: Row): string => row.title
const sourceTitle = (row: Row): string => row.source.title
const issuer = (row: Row): unknown => row.value.issuer ?? row.value.subject

const banks = 'Banks lead as money leaves chip makers'
const fed = 'Fed holds rates and waits'
const ecb = 'ECB expected to cut in June'
const oil = 'Oil slips as output grows'
const tariffs = 'What tariffs do to margins'

describe('answers are what the document says', () => {
  const paths = [
    '/v1/articles',
    '/v1/articles/{id}',
    '/v1/findings',
    '/v1/rates',
    '/v1/policy-events',
    '/v1/themes',
    '/v1/themes/monetary-policy',
    '/v1/themes/monetary-policy/timeline?time_from=2026-03-10&time_to=2026-03-13',
    '/v1/themes/monetary-policy/timeline?group_by=source',
    '/v1/themes/oil-supply/related?min_stories=1',
    '/v1/instruments',
    '/v1/instruments/HRBK',
    '/v1/instruments/HRBK/timeline?group_by=theme',
    '/v1/instruments/HRBK/related?min_stories=1&sort=lift',
    '/v1/compare?themes=tariffs,oil-supply&tickers=HRBK',
    '/v1/articles/{id}/like',
    '/v1/phrase-decisions',
    '/v1/stories',
    '/v1/search?q=harbor',
    '/v1/digests',
    '/v1/digests/2026-03-11?timezone=UTC',
    '/v1/digest?time_from=2026-03-10&time_to=2026-03-12',
    '/v1/queue',
    '/v1/queue/failed',
    '/v1/feeds',
    '/v1/definitions',
    '/healthz',
  ]
  test.each(paths)('%s', async (path) => {
    const body = await get(path.replace('{id}', running.ids[0]!))
    const asked = path.split('?')[0]!
    const route = routesOf(running.app).find(
      (one) =>
        one.method === 'get' &&
        (one.path === asked || new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked)),
    )!
    const content = route.responses[200] as { content: { 'application/json': { schema: z.ZodType } } }
    // Parsing drops what the schema does not know, so an equal result means that nothing undescribed is sent.
    expect(content.content['application/json'].schema.parse(body)).toEqual(body)
  })

  test('meta counts, and says where scores are defined', async () => {
    const { data, meta } = await get('/v1/findings?limit=2')
    expect(data).toHaveLength(2)
    expect(meta).toMatchObject({ returned: 2, definitions: '/v1/definitions' })
    expect(meta.found).toBeGreaterThan(2)
    const terms = (await get(meta.definitions)).data.map((row) => row.term)
    expect(terms).toEqual(expect.arrayContaining(['relevance', 'attention', 'sentiment.score', 'stance.score']))
  })
})

describe('/v1/articles', () => {
  test.each([
    ['tickers=HRBK', [oil, banks, banks]],
    ['tickers=NDRL,LUMD', [oil, banks, banks]],
    ['tickers=NDRL&tickers=LUMD', [oil, banks, banks]],
    ['tickers.all=HRBK,LUMD', [banks, banks]],
    ['tickers.all=HRBK,NOPE', []],
    ['themes=monetary-policy', [ecb, fed]],
    ['themes.all=monetary-policy,tariffs', [ecb]],
    ['time_from=2026-03-11&time_to=2026-03-12', [fed]],
    ['time_from=20260311T1800&time_to=20260311T1801', [fed]],
    ['time_from=2026-03-11T18:00:01Z&time_to=2026-03-12T08:00:00Z', []],
    ['sources=wire.example&sort=earliest', [fed, oil]],
    ['language=de', []],
    ['status=failed', []],
    ['status=analyzed&sort=earliest&time_from=2026-03-10&limit=2', [banks, banks]],
    ['as_of=2026-03-13T11:59:59Z', []],
  ])('%s', async (query, expected) => {
    expect(await column(`/v1/articles?${query}`, title)).toEqual(expected)
  })

  test('an undated article is in no window, and there without one', async () => {
    expect(await column('/v1/articles', title)).toContain(tariffs)
    expect(await column('/v1/articles?time_from=1900-01-01', title)).not.toContain(tariffs)
  })

  test('pages follow each other without a gap or a double, in every order', async () => {
    for (const sort of ['latest', 'earliest', 'relevance']) {
      const whole = await column(`/v1/articles?sort=${sort}`, (row) => row.id)
      const paged: unknown[] = []
      let next: string | null = ''
      while (next !== null) {
        const page: Body = await get(
          `/v1/articles?sort=${sort}&limit=1${next && `&cursor=${encodeURIComponent(next)}`}`,
        )
        paged.push(...page.data.map((row) => row.id))
        next = page.meta.next
        expect(page.meta.found).toBe(whole.length)
      }
      expect(paged, sort).toEqual(whole)
    }
  })

  test('one article comes with its text, and its evidence stands in it', async () => {
    const { data } = await get(`/v1/articles/${running.ids[1]}`)
    const { text, findings, revisions } = data as unknown as {
      text: string
      findings: { evidence: { start: number; end: number; quote: string }[] }[]
      revisions: unknown[]
    }
    expect(findings).toHaveLength(4)
    expect(revisions).toHaveLength(1)
    for (const { evidence } of findings) {
      for (const span of evidence) expect(text.slice(span.start, span.end)).toBe(span.quote)
    }
  })

  test('one article as of before it was known is not there', async () => {
    const { status, body } = await running.ask(`/v1/articles/${running.ids[1]}?as_of=2026-03-13T11:00:00Z`)
    expect([status, body.error?.code]).toEqual([404, 'not-found'])
    expect((await get(`/v1/articles/${running.ids[1]}?as_of=${readAt}`)).data.title).toBe(fed)
  })
})

describe('/v1/findings', () => {
  test.each([
    ['kinds=policy_event', [fed]],
    ['kinds=move&tickers=HRBK&sources=', null],
    ['kinds=theme&themes=tariffs&sort=relevance', [tariffs, ecb]],
    ['kinds=theme&themes=tariffs&min_relevance=0.5', [tariffs]],
    ['kinds=instrument&tickers=HRBK&sentiment_gte=0.5', [banks, banks]],
    ['kinds=instrument&tickers=HRBK&sentiment_lte=-0.1', [oil]],
    ['kinds=theme&themes.all=monetary-policy,tariffs', [ecb, ecb]],
    ['kinds=instrument&tickers.all=NDRL,HRBK', [oil, oil]],
    ['kinds=rate&time_from=2026-03-12', [ecb]],
    ['kinds=rate&as_of=2026-03-13T11:59:59Z', []],
    ['kinds=rate,policy_event&time_to=2026-03-12', [fed, fed, fed]],
  ])('%s', async (query, expected) => {
    if (expected === null) {
      const { status } = await running.ask(`/v1/findings?${query}`)
      expect(status).toBe(400)
    } else expect(await column(`/v1/findings?${query}`, sourceTitle)).toEqual(expected)
  })

  test('of one article', async () => {
    const rows = await column(`/v1/findings?article=${running.ids[0]}`, (row) => row.kind)
    expect(rows.toSorted()).toEqual(['instrument', 'instrument', 'move', 'theme'])
  })

  test('latest and earliest are each other reversed in time', async () => {
    const latest = await column('/v1/findings?kinds=theme&sort=latest&time_from=2026-01-01', sourceTitle)
    const earliest = await column('/v1/findings?kinds=theme&sort=earliest&time_from=2026-01-01', sourceTitle)
    expect(latest.at(0)).toBe(earliest.at(-1))
    expect(latest.toSorted()).toEqual(earliest.toSorted())
  })
})

describe('/v1/rates and /v1/policy-events', () => {
  test.each([
    ['rates?issuer=FED', ['FED']],
    ['rates?issuer=FED,ECB&sort=earliest', ['FED', 'ECB']],
    ['rates?subject=US_CPI', ['US_CPI']],
    ['rates?type=inflation', ['US_CPI']],
    ['rates?basis=expected', ['ECB']],
    ['rates?time_from=2026-03-12', ['ECB']],
    ['rates?issuer=FED&time_to=2026-03-11', []],
    ['rates?issuer=BOJ', []],
  ])('%s', async (query, expected) => {
    expect(await column(`/v1/${query}`, issuer)).toEqual(expected)
  })
  test.each([
    ['actor=FED', 1],
    ['actor=ECB', 0],
    ['type=rate_decision', 1],
    ['type=tariff,sanction', 0],
    ['status=happened', 1],
    ['status=scheduled,possible', 0],
    ['time_from=2026-03-12', 0],
    ['as_of=2026-03-12', 0],
  ])('policy-events?%s', async (query, count) => {
    expect((await get(`/v1/policy-events?${query}`)).data).toHaveLength(count)
  })
})

describe('/v1/themes', () => {
  const ids = (path: string): Promise<unknown[]> => column(path, (row) => row.theme)

  test('counts stories, not articles', async () => {
    const { data } = await get('/v1/themes?time_from=2026-03-10&time_to=2026-03-11')
    expect(data).toEqual([expect.objectContaining({ theme: 'sector-rotation', stories: 1, articles: 2, attention: 1 })])
  })
  test.each([
    ['time_from=2026-03-11&time_to=2026-03-12', ['monetary-policy']],
    ['tickers=NDRL', ['oil-supply']],
    ['min_relevance=0.85&time_from=2026-03-12', ['oil-supply']],
    ['time_from=2026-03-10&limit=1', ['monetary-policy']],
    ['as_of=2026-03-13T11:00:00Z', []],
  ])('%s', async (query, expected) => {
    expect(await ids(`/v1/themes?${query}`)).toEqual(expected)
  })

  test.each([
    ['/v1/themes?tickers=NDRL,NDLR', ['no article has the ticker "NDLR"']],
    ['/v1/findings?themes=tarifs&tickers=ndrl', ['no article has the theme "tarifs"']],
    [
      '/v1/articles?tickers.all=NDRL,XX&themes.all=yy',
      ['no article has the ticker "XX"', 'no article has the theme "yy"'],
    ],
    ['/v1/instruments?themes=oil-supply', undefined],
    ['/v1/instruments?themes=oil-suply', ['no article has the theme "oil-suply"']],
  ])('%s says which names nothing is about', async (path, notes) => {
    expect((await get(path)).meta).toMatchObject({
      returned: expect.any(Number) as number,
      ...(notes ? { notes } : {}),
    })
    if (notes === undefined) expect((await get(path)).meta).not.toHaveProperty('notes')
  })

  test('one theme has its roles and evidence', async () => {
    const { data } = await get('/v1/themes/sector-rotation?time_from=2026-03-10&time_to=2026-03-12')
    expect(data).toMatchObject({
      theme: 'sector-rotation',
      stories: 1,
      from: [{ name: 'technology', stories: 1 }],
      to: [{ symbol: 'XLF', name: 'banks', stories: 1 }],
    })
    expect(JSON.stringify(data.findings)).toContain('sold chip makers and bought lenders')
  })

  test('a theme nobody wrote about is not found', async () => {
    const { status, body } = await running.ask('/v1/themes/no-such-theme')
    expect([status, body.error]).toEqual([
      404,
      { code: 'not-found', message: 'there is no theme "no-such-theme"', hint: 'GET /v1/themes lists them' },
    ])
  })

  test('a timeline has every step, with zeros where there is nothing', async () => {
    const path = '/v1/themes/monetary-policy/timeline?time_from=2026-03-09&time_to=2026-03-13'
    const { data } = await get(path)
    expect(data.map(({ stories, allStories, attention }) => ({ stories, allStories, attention }))).toEqual([
      { stories: 0, allStories: 0, attention: null },
      { stories: 0, allStories: 1, attention: 0 },
      { stories: 1, allStories: 1, attention: 1 },
      { stories: 1, allStories: 2, attention: 0.5 },
    ])
    expect(data[2]).toMatchObject({ from: '2026-03-11T00:00:00.000Z', to: '2026-03-12T00:00:00.000Z' })
  })
  test.each([
    ['interval=hour&time_from=2026-03-11T17:00:00Z&time_to=2026-03-11T20:00:00Z', [0, 1, 0]],
    ['interval=week&time_from=2026-03-09&time_to=2026-03-16', [2]],
    ['interval=month&time_from=2026-03-01&time_to=2026-04-01', [2]],
    ['interval=day&timezone=Asia/Tokyo&time_from=2026-03-10T15:00:00Z&time_to=2026-03-12T15:00:00Z', [0, 2]],
    ['as_of=2026-03-13T11:00:00Z&time_from=2026-03-11&time_to=2026-03-13', [0, 0]],
  ])('timeline?%s', async (query, expected) => {
    expect(await column(`/v1/themes/monetary-policy/timeline?${query}`, (row) => row.stories)).toEqual(expected)
  })
})

describe('/v1/instruments', () => {
  test.each([
    ['', ['HRBK', 'LUMD', 'NDRL']],
    ['themes=oil-supply', ['HRBK', 'NDRL']],
    ['type=equity&limit=1', ['HRBK']],
    ['type=index', []],
    ['min_relevance=0.8', ['HRBK']],
    ['time_to=2026-03-11', ['HRBK', 'LUMD']],
    ['as_of=2026-03-13T11:00:00Z', []],
  ])('?%s', async (query, expected) => {
    const symbols = await column(`/v1/instruments?${query}`, (row) => row.symbol)
    expect(symbols.toSorted()).toEqual(expected)
  })
  test('one instrument has its themes and findings', async () => {
    const { data } = await get('/v1/instruments/HRBK?time_from=2026-03-10&time_to=2026-03-11')
    expect(data).toMatchObject({ symbol: 'HRBK', name: 'Harbor Bank', stories: 1 })
    expect(data.themes).toEqual([expect.objectContaining({ theme: 'sector-rotation' })])
    expect((data.findings as unknown[]).length).toBeGreaterThan(0)
  })
  test('an unknown symbol is not found', async () => {
    expect((await running.ask('/v1/instruments/EUR%2FUSD')).body.error?.message).toBe(
      'there is no instrument "EUR/USD"',
    )
  })
})

describe('/v1/stories and /v1/search', () => {
  test('a syndicated article is one story, led by the first to publish', async () => {
    const { data } = await get('/v1/stories?time_from=2026-03-10&time_to=2026-03-11')
    expect(data).toHaveLength(1)
    const articles = (data[0] as unknown as Row).articles as unknown as { url: string }[]
    expect(articles.map(({ url }) => url)).toEqual([
      'https://ledger.example/markets/banks-lead',
      'https://mirror.example/banks-lead-2',
    ])
  })
  test.each([
    ['sort=earliest&limit=1&time_from=2026-01-01', [banks]],
    ['as_of=2026-03-13T11:00:00Z', []],
  ])('stories?%s', async (query, expected) => {
    expect(await column(`/v1/stories?${query}`, title)).toEqual(expected)
  })
  test.each([
    ['q=tariffs', [tariffs, ecb]],
    ['q=%22harbor%20bank%22%20-chip', [oil]],
    ['q=harbor&time_from=2026-03-12', [oil]],
    ['q=harbor&limit=1&time_to=2026-03-13', 1],
    ['q=harbor&as_of=2026-03-13T11:00:00Z', []],
    ['q=nothingofthekind', []],
  ])('search?%s', async (query, expected) => {
    const found = await column(`/v1/search?${query}`, (row) => row.article.title)
    if (typeof expected === 'number') expect(found).toHaveLength(expected)
    else expect(found).toEqual(expected)
  })
  test('matched words stand between guillemets', async () => {
    const { data } = await get('/v1/search?q=drilling')
    expect(data[0]?.highlight).toContain('«Drilling»')
  })
})

describe('/v1/digests', () => {
  test('a day is built from the store, the same every time', async () => {
    const first = await get('/v1/digests/2026-03-11?timezone=UTC')
    expect(first.data).toMatchObject({ date: '2026-03-11', timezone: 'UTC' })
    expect(JSON.stringify(await get('/v1/digests/2026-03-11?timezone=UTC'))).toBe(JSON.stringify(first))
  })
  test.each([
    ['md', 'text/markdown; charset=utf-8', /^# /m],
    ['html', 'text/html; charset=utf-8', /^<!doctype html>/i],
  ])('as %s', async (format, type, looks) => {
    const response = await running.app.request(`/v1/digests/2026-03-11?timezone=UTC&format=${format}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const text = await response.text()
    expect(text).toMatch(looks)
    expect(text).toContain('Fed')
  })
  test('latest is the newest that is due and has articles', async () => {
    const { data } = await get('/v1/digests/latest?timezone=UTC')
    expect(data.date).toBe('2026-03-12')
  })
  test('is kept as an edition, which stays as it was given', async () => {
    const kept = await running.app.request('/v1/digests/2026-03-11', { method: 'POST' })
    expect([kept.status, ((await kept.json()) as { data: object }).data]).toMatchObject([200, { date: '2026-03-11', edition: 1 }]) // prettier-ignore
    expect((await get('/v1/digests')).data).toMatchObject([{ date: '2026-03-11', edition: 1 }])
    expect((await get('/v1/digests/2026-03-11?edition=1')).data).toMatchObject({ date: '2026-03-11', changes: null })
    expect((await running.app.request('/v1/digests/2026-03-11?edition=2')).status).toBe(404)
    expect((await get('/v1/digests/2026-03-11?as_of=2100-01-01')).data).toMatchObject({
      date: '2026-03-11',
      changes: null,
    })
    const before = await running.ask('/v1/digests/2026-03-11?as_of=2026-03-11')
    expect([before.status, before.body.error?.message]).toEqual([
      404,
      expect.stringMatching(/^no edition of 2026-03-11 in \S+ had been made by 2026-03-11T00:00:00.000Z$/),
    ])
    expect((await running.app.request('/v1/digests/2026-03-11?as_of=2100-01-01&edition=1')).status).toBe(400)
  })
  test('of any window; one that ends before it begins is refused', async () => {
    const { data } = await get('/v1/digest?time_from=2026-03-10T00:00Z&time_to=2026-03-12T00:00Z')
    expect(data).toMatchObject({ market: null, window: { from: '2026-03-10T00:00:00.000Z' } })
    for (const query of [
      'time_from=2026-03-12&time_to=2026-03-10',
      'time_from=1990-01-01&time_to=2026-03-10',
      'time_from=2026-03-10',
    ])
      // prettier-ignore
      expect([query, (await running.app.request(`/v1/digest?${query}`)).status]).toEqual([query, 400])
  })
  test.each([
    ['/digests.atom', 'application/atom+xml; charset=utf-8', /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/],
    ['/digests.json', 'application/feed+json; charset=utf-8', /"version": "https:\/\/jsonfeed\.org\/version\/1\.1"/],
  ])('%s is a feed', async (path, type, looks) => {
    const response = await running.app.request(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
    expect(await response.text()).toMatch(looks)
    expect((await running.app.request(`${path}?limit=1`)).status).toBe(400)
  })
})

describe('the digest of a window', () => {
  const windowOf = async (query: string): Promise<unknown> =>
    ((await running.ask(`/v1/digest?${query}`)).body.data as Record<string, unknown>)['window']

  test.each([
    ["days are those of the pipeline file's zone", 'time_from=2026-03-09&time_to=2026-03-12', '2026-03-09T04:00:00.000Z', '2026-03-12T04:00:00.000Z'], // prettier-ignore
    ['or of the zone asked for', 'time_from=2026-03-09&time_to=20260312T0900&timezone=Asia/Tokyo', '2026-03-08T15:00:00.000Z', '2026-03-12T00:00:00.000Z'], // prettier-ignore
    ['clocks change within it', 'time_from=2026-03-07&time_to=2026-03-09', '2026-03-07T05:00:00.000Z', '2026-03-09T04:00:00.000Z'], // prettier-ignore
    ['an offset holds', 'time_from=2026-03-09T22:00%2B05:00&time_to=2026-03-09T20:00:00Z', '2026-03-09T17:00:00.000Z', '2026-03-09T20:00:00.000Z'], // prettier-ignore
    ['a zone ahead of UTC beside it', 'time_from=2026-03-10&time_to=2026-03-09T20:00Z&timezone=Asia/Tokyo', '2026-03-09T15:00:00.000Z', '2026-03-09T20:00:00.000Z'], // prettier-ignore
  ])('%s', async (_what, query, from, to) => {
    expect(await windowOf(query)).toEqual({ from, to })
  })
})

test.each([
  ['articles?language=klingon', ['no article has the language "klingon"']],
  ['articles?sources=nowhere.example', ['no article has the sources "nowhere.example"']],
  ['rates?issuer=NOBODY&time_to=2000-01-01', ['no rate has the issuer "NOBODY"']],
  ['policy-events?actor=NOBODY', ['no policy event has the actor "NOBODY"']],
  ['findings?article=nope', ['no finding has the article "nope"']],
  ['alerts?rule=x', ['there is no alert rule "x"']],
  ['rates?issuer=ECB&time_to=2000-01-01', undefined],
])('an empty answer says what nothing has: %s', async (path, notes) => {
  const { status, body } = await running.ask(`/v1/${path}`)
  expect([status, body.data, (body.meta as { notes?: string[] }).notes]).toEqual([200, [], notes])
})
