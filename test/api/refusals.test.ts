/** What the API does not take: wrong values, unknown names, strangers, too much; each with one clear sentence, nothing harmed. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { honoPath, parametersOf, routesOf } from '../../src/api/openapi.ts'
import { openApiDocument } from '../../src/api/app.ts'
import { start, type Running } from './running.ts'

let running: Running
beforeAll(async () => {
  running = await start()
})
afterAll(() => running.stop())

const refused = async (path: string, init?: RequestInit): Promise<[number, string, string]> => {
  const { status, body } = await running.ask(path, init)
  return [status, body.error?.code ?? '', body.error?.message ?? '']
}
const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const counts = async (): Promise<unknown> =>
  Promise.all(
    (['article', 'finding', 'story', 'feed'] as const).map((table) =>
      running.context.store.db
        .selectFrom(table)
        .select((of) => of.fn.countAll().as('count'))
        .executeTakeFirstOrThrow(),
    ),
  )

describe('parameters', () => {
  test.each([
    ['/v1/articles?limit=0', 'limit: must be at least 1'],
    ['/v1/articles?limit=1000000', 'limit: must be at most 1000'],
    ['/v1/articles?limit=1.5', 'limit: must be a whole number, given once'],
    ['/v1/articles?limit=ten', 'limit: must be a number, given once'],
    ['/v1/articles?limit=1&limit=2', 'limit: must be a number, given once'],
    ['/v1/articles?limit=', 'limit: is empty'],
    ['/v1/articles?sort=newest', 'sort: must be one of latest, earliest, relevance'],
    ['/v1/articles?status=done', 'status: must be one of queued, fetched, analyzed, failed, skipped, duplicate'],
    ['/v1/articles?tickers=,', 'tickers: names nothing: give a value, or leave it out'],
    ['/v1/articles?cursor=abc', /cursor/],
    ['/v1/articles?cursor=eyJhIjoxfQ', /cursor/],
    ['/v1/findings?kinds=rumour', /^kinds: must be one of instrument, move, rate/],
    ['/v1/findings?min_relevance=2', 'min_relevance: must be at most 1'],
    ['/v1/findings?sentiment_gte=-2', 'sentiment_gte: must be at least -1'],
    ['/v1/findings?time_from=yesterday', /^time_from: "yesterday" is no time: use 2026-01-28T16:00:00Z/],
    ['/v1/findings?time_from=2026-02-30', /is no time/],
    ['/v1/findings?time_to=0000-01-01', /is no time/],
    ['/v1/findings?as_of=99999-01-01', /is no time/],
    ['/v1/findings?as_of=2026-01-28T25:00:00Z', /is no time/],
    ['/v1/rates?type=guess', /^type: must be one of policy_rate/],
    ['/v1/policy-events?status=maybe', /^status: must be one of happened/],
    ['/v1/themes/tariffs/timeline?interval=minute', 'interval: must be one of hour, day, week, month'],
    ['/v1/themes/tariffs/timeline?timezone=Mars/Olympus', 'timezone: is no IANA time zone, such as America/New_York'],
    ['/v1/themes/tariffs/timeline?timezone=%2B02:00', 'timezone: is no IANA time zone, such as America/New_York'],
    ['/v1/themes/tariffs/timeline?group_by=weather', 'group_by: must be one of instrument, kind, source, sentiment'],
    ['/v1/instruments/HRBK/timeline?group_by=day', 'group_by: must be one of theme, kind, source, sentiment'],
    ['/v1/themes/tariffs/timeline?group_by=source&groups=1000000', 'groups: must be at most 50'],
    ['/v1/themes/tariffs/timeline?interval=hour&time_from=0001-01-01&time_to=9999-01-01', /^interval: more than 5000/],
    ['/v1/compare', 'themes: name 1 to 20 of them'],
    [`/v1/compare?themes=${Array.from({ length: 21 }, (_, at) => `t${at}`).join(',')}`, 'themes: name 1 to 20 of them'],
    ['/v1/themes/tariffs/related?sort=latest', 'sort: must be one of stories, lift'],
    ['/v1/themes/tariffs/related?min_stories=0', 'min_stories: must be at least 1'],
    ['/v1/articles/x/like?days=366', 'days: must be at most 365'],
    ['/v1/articles/x/like?limit=51', 'limit: must be at most 50'],
    ['/v1/search', 'q: is missing'],
    ['/v1/search?q=a&q=b', 'q: must be a string, given once'],
    ['/v1/digest?time_to=2026-03-12', 'time_from: is missing'],
    ['/v1/instruments?type=foo', /^type: must be one of equity, etf, index/],
    ['/v1/themes/tariffs/timeline?groups=5', 'groups: goes with group_by, which says what is grouped'],
    ['/v1/findings?sentiment_gte=0.5&sentiment_lte=-0.5', 'sentiment_lte: -0.5 is less than sentiment_gte, 0.5'],
    [`/v1/search?q=${'x'.repeat(401)}`, 'q: must have at most 400 characters'],
    ['/v1/digests/2026-02-30', 'date: "2026-02-30" is no day: use 2026-03-13, or latest'],
    ['/v1/digests/yesterday', 'date: "yesterday" is no day: use 2026-03-13, or latest'],
    ['/v1/digests/2026-03-11?timezone=X', /^timezone: is no IANA time zone/],
    ['/v1/articles?title=x', 'there is no parameter "title"'],
    ['/v1/articles?__proto__=x', 'there is no parameter "__proto__"'],
    ['/v1/findings?tickers=A%00B', 'tickers: control characters are not allowed'],
    ['/v1/findings?tic%1bkers=A', 'a parameter name: control characters are not allowed'],
    ['/v1/articles/a%00b', 'the path: control characters are not allowed'],
  ])('%s', async (path, message) => {
    const [status, code, said] = await refused(path)
    expect([status, code]).toEqual([400, 'bad-request'])
    if (typeof message === 'string') expect(said).toBe(message)
    else expect(said).toMatch(message)
  })

  test('an unknown one is told with those there are, on every route', async () => {
    const routes = routesOf(running.app)
    expect(routes.length).toBeGreaterThan(20)
    for (const route of routes) {
      const path = route.path.replaceAll(/\{date\}/g, '2026-03-11').replaceAll(/\{\w+\}/g, 'x')
      const init = route.method === 'post' ? post({}) : { method: route.method.toUpperCase() }
      const { status, body } = await running.ask(`${path}?nonsense=1${path === '/v1/search' ? '&q=x' : ''}`, init)
      expect([status, body.error?.message], path).toEqual([400, 'there is no parameter "nonsense"'])
      for (const name of parametersOf(running.app, route.method, honoPath(route.path))) {
        expect(body.error?.hint).toContain(name)
      }
    }
  })

  test('a window that ends before it begins, on every route that takes one', async () => {
    const takes = routesOf(running.app).filter(({ path, method }) => {
      const known = parametersOf(running.app, method, honoPath(path))
      return ['time_from', 'time_to'].every((name) => known.includes(name))
    })
    expect(takes.length).toBeGreaterThan(10)
    for (const { path } of takes) {
      const asked = path.replaceAll(/\{\w+\}/g, 'x')
      const window = `time_from=2026-03-12&time_to=2026-03-10${path === '/v1/search' ? '&q=x' : ''}${path === '/v1/compare' ? '&themes=x' : ''}`
      const [status, code, message] = await refused(`${asked}?${window}`)
      expect([status, code], path).toEqual([400, 'bad-request'])
      expect(message, path).toMatch(/^time_(to|from): /)
    }
  })

  test('all that is wrong is in the details', async () => {
    const { body } = await running.ask('/v1/findings?limit=0&sort=x&no=1')
    expect(body.error?.details).toEqual([
      { in: 'no', message: 'there is no parameter "no"' },
      { in: 'limit', message: 'limit: must be at least 1' },
      { in: 'sort', message: 'sort: must be one of latest, earliest, relevance' },
    ])
  })

  test('a cursor of one list is refused by another', async () => {
    const { body } = await running.ask('/v1/articles?limit=1')
    expect(body.meta.next).not.toBeNull()
    const [status, code] = await refused(`/v1/stories?cursor=${encodeURIComponent(body.meta.next ?? '')}`)
    expect([status, code]).toEqual([400, 'bad-request'])
  })
})

describe('injection', () => {
  const attacks = [
    `' OR '1'='1`,
    `'; DROP TABLE article; --`,
    `") UNION SELECT text FROM revision --`,
    '$1',
    `%' OR 1=1`,
    `{"$gt":""}`,
    `<script>alert(1)</script>`,
    '../../../etc/passwd',
    '${7*7}',
    '\\',
    `E'\\x00'`,
    '%',
    '_',
    '👾\u{10FFFF}',
    'x'.repeat(5000),
    '-1',
    'NaN',
    'Infinity',
    '1e309',
    '{a,b}',
    'NULL',
    'A:*&!(<->)|',
  ]

  /** What is there, so that the other parameters of its route are reached. */
  const real = (path: string, name: string): string => {
    if (name === 'date') return '2026-03-11'
    if (path.startsWith('/v1/themes/')) return 'monetary-policy'
    return path.startsWith('/v1/articles/') ? running.ids[0]! : 'HRBK'
  }

  test('strings for every parameter of every GET route are data, or refused', async () => {
    const before = await counts()
    const paths = openApiDocument().paths as Record<string, { get?: { parameters?: { name: string; in: string }[] } }>
    let asked = 0
    for (const [path, { get }] of Object.entries(paths)) {
      if (!get || path === '/v1/events') continue
      for (const parameter of get.parameters ?? []) {
        for (const attack of attacks) {
          const value = encodeURIComponent(attack)
          const filled = path
            .replaceAll(/\{(\w+)\}/g, (_, name: string) =>
              name === parameter.name && parameter.in === 'path' ? value : real(path, name),
            )
            .concat(parameter.in === 'query' ? `?${parameter.name}=${value}` : '')
            .concat(path === '/v1/search' && parameter.name !== 'q' ? '&q=bank' : '')
            .concat(path === '/v1/compare' && parameter.name !== 'themes' ? '&themes=tariffs' : '')
          const { status, body } = await running.ask(filled)
          expect([200, 400, 404], `${filled} → ${status} ${JSON.stringify(body.error)}`).toContain(status)
          if (status === 200 && parameter.in === 'query' && parameter.name !== 'q' && body.meta) {
            expect(body.meta.returned, filled).toBeGreaterThanOrEqual(0)
          }
          asked += 1
        }
      }
    }
    expect(asked).toBeGreaterThan(1000)
    expect(await counts()).toEqual(before)
  }, 120_000)

  test('a list parameter finds exactly its value, never a pattern', async () => {
    for (const value of ['HR%', 'HR_K', '%', `HRBK' OR 'a'='a`]) {
      const { body } = await running.ask(`/v1/findings?tickers=${encodeURIComponent(value)}`)
      expect(body.meta.found, value).toBe(0)
    }
  })

  test('any text at all as a search never fails inside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (q) => {
        const { status } = await running.ask(`/v1/search?q=${encodeURIComponent(q)}`)
        expect([200, 400]).toContain(status)
      }),
      { numRuns: 150 },
    )
  })
})

describe('bodies', () => {
  test.each<[unknown, string | RegExp]>([
    [{}, /^nothing to add/],
    [{ urls: [] }, /^nothing to add/],
    [{ urls: 'https://a.example' }, 'urls: must be a list'],
    [{ items: [{ title: 'only a title' }] }, 'items.0: needs "url", "html" or "text"'],
    [{ text: 'x', backfil: true }, 'there is no field "backfil"'],
    [{ text: 5 }, 'text: must be a string, given once'],
    [[], /object/],
    ['{"urls": [', 'the body is not valid JSON'],
    ['', /JSON/],
  ])('POST /v1/articles %j', async (body, message) => {
    const [status, code, said] = await refused('/v1/articles', post(body))
    expect([status, code]).toEqual([400, 'bad-request'])
    if (typeof message === 'string') expect(said).toBe(message)
    else expect(said).toMatch(message)
  })

  test('no JSON by its type', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"text":"x"}' }
    expect(await refused('/v1/articles', init)).toEqual([415, 'bad-request', 'the body has to be JSON'])
  })

  test('addresses that are none are refused one by one, the others taken', async () => {
    const { status, body } = await running.ask(
      '/v1/articles',
      post({ urls: ['javascript:alert(1)', 'file:///etc/passwd', 'no url', 'https://fresh.example/one'] }),
    )
    expect(status).toBe(202)
    expect(body.data.map(({ outcome, error }) => (error as { code: string } | undefined)?.code ?? outcome)).toEqual([
      'bad-url',
      'bad-url',
      'bad-url',
      'queued',
    ])
  })

  test('wild content is stored or refused, never fails inside', async () => {
    const wild = fc.string({ unit: 'binary', maxLength: 40 })
    const item = fc.record({ url: wild, html: wild, text: wild, title: wild, publishedAt: wild }, { requiredKeys: [] })
    await fc.assert(
      fc.asyncProperty(item, async (one) => {
        const { status, body } = await running.ask('/v1/articles', post({ items: [one] }))
        expect([202, 400], JSON.stringify([one, body.error])).toContain(status)
      }),
      { numRuns: 100 },
    )
  })

  test('more than 60 MB is told so, with or without a length', async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(32)
    let sent = 0
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ < 61) controller.enqueue(chunk)
        else controller.close()
      },
    })
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, duplex: 'half' as const }
    const streamed = await refused('/v1/articles', { ...init, body: stream })
    const counted = await refused('/v1/articles', {
      ...init,
      body: 'x',
      headers: { ...init.headers, 'content-length': '70000000' },
    })
    expect(streamed).toEqual([413, 'too-large', 'the body of the request is larger than 60 MB'])
    expect(counted).toEqual(streamed)
  })

  test.each([
    ['/v1/feeds', { url: 'not a url' }, [400, 'bad-url']],
    ['/v1/feeds', { url: 'https://a.example/rss', minutes: 0 }, [400, 'bad-request']],
    ['/v1/feeds', {}, [400, 'bad-request']],
    ['/v1/feeds/none/poll', {}, [404, 'not-found']],
    ['/v1/queue/retry', { id: 'none' }, [404, 'not-found']],
    ['/v1/queue/retry', { ids: 'x' }, [400, 'bad-request']],
  ])('POST %s %j', async (path, body, expected) => {
    expect((await refused(path, post(body))).slice(0, 2)).toEqual(expected)
  })
  test('DELETE of a feed that is not there', async () => {
    expect((await refused('/v1/feeds/none', { method: 'DELETE' })).slice(0, 2)).toEqual([404, 'not-found'])
  })
})

describe('strangers', () => {
  test.each(['attacker.example', 'attacker.example:8321', 'localhost.attacker.example', '127.0.0.1.attacker.example'])(
    'a request for the host %s is refused (DNS rebinding)',
    async (host) => {
      const [status, code] = await refused('/v1/articles', { headers: { host } })
      expect([status, code]).toEqual([403, 'address-refused'])
    },
  )
  test.each(['localhost', 'localhost:8321', '127.0.0.1:8321', '[::1]:8321', 'api:8321', '10.0.0.7'])(
    'a request for %s is served',
    async (host) => {
      expect((await running.ask('/v1/queue', { headers: { host } })).status).toBe(200)
    },
  )
  test('a change asked for by a page of another site is refused', async () => {
    const from = (origin: string): RequestInit => ({ method: 'POST', headers: { origin, host: 'localhost:8321' } })
    expect((await refused('/v1/queue/retry', from('https://attacker.example'))).slice(0, 2)).toEqual([
      403,
      'address-refused',
    ])
    expect((await refused('/v1/queue/retry', from('http://localhost:9999')))[0]).toBe(403)
    expect((await refused('/v1/queue/retry', from('null')))[0]).toBe(403)
    expect((await running.ask('/v1/queue/retry', from('http://localhost:8321'))).status).toBe(200)
  })
  test('no answer may be read by another site', async () => {
    const { headers } = await running.ask('/v1/articles', { headers: { origin: 'https://attacker.example' } })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('addresses and methods', () => {
  test('what is not there says where to look', async () => {
    const { status, body } = await running.ask('/v1/nothing')
    expect([status, body.error]).toEqual([
      404,
      {
        code: 'not-found',
        message: 'there is nothing at GET /v1/nothing',
        hint: 'what there is, is described at /openapi.json',
      },
    ])
  })
  test('another method says which there are', async () => {
    const { status, headers, body } = await running.ask('/v1/articles', { method: 'DELETE' })
    expect([status, headers.get('allow'), body.error?.message]).toEqual([
      405,
      'GET, POST',
      '/v1/articles does not take DELETE',
    ])
  })
})
