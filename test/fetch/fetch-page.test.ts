/** Fetching from a real server that misbehaves: every way of failing ends within its limits, with its own reason. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ThemewireError } from '../../src/errors.ts'
import { fetchPage, type FetchOptions } from '../../src/fetch/fetch-page.ts'
import { localGate } from '../../src/fetch/host-gate.ts'
import { misbehave, page, type Misbehaving } from './misbehaving.ts'

const now = '2026-03-02T12:00:00Z'
let server: Misbehaving
beforeAll(async () => {
  server = await misbehave()
})
afterAll(() => server.close())

const options = (more: Partial<FetchOptions> = {}): FetchOptions => ({
  userAgent: 'themewire-test (+mailto:test@news.example)',
  allowPrivate: [server.host],
  clock: () => now,
  limits: { bytes: 1_000_000, time: 1000 },
  ...more,
})
const get = (path: string, more: Partial<FetchOptions> = {}) => fetchPage(server.url + path, options(more))
async function failure(path: string, more: Partial<FetchOptions> = {}): Promise<ThemewireError> {
  const error = await get(path, more).then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ThemewireError)
  return error as ThemewireError
}

describe('a page that can be had', () => {
  it('comes as bytes with what is needed to ask again', async () => {
    const got = await get('/good')
    expect(Buffer.from(got.body).toString()).toBe(page)
    expect(got).toMatchObject({ status: 200, etag: '"v1"', fetchedAt: now, notModified: false })
    expect(server.requests.at(-1)?.headers['user-agent']).toContain('mailto:')
  })
  it('is not sent again when it has not changed', async () => {
    expect(await get('/conditional', { etag: '"v1"' })).toMatchObject({ notModified: true, etag: '"v1"', status: 304 })
  })
  it('is unpacked', async () => {
    expect(Buffer.from((await get('/packed')).body).toString()).toBe(page)
  })
  it('may have moved', async () => {
    expect(await get('/once')).toMatchObject({ url: `${server.url}/once`, finalUrl: `${server.url}/good` })
  })
})

describe('a page that cannot', () => {
  it.each([
    ['/loop', 'too-many-redirects'],
    ['/inside', 'address-refused'],
    ['/file', 'bad-url'],
    ['/bomb', 'too-large'],
    ['/large', 'too-large'],
    ['/endless', 'too-large'],
    ['/damaged', 'fetch-failed'],
    ['/drip', 'fetch-timeout'],
    ['/silent', 'fetch-timeout'],
    ['/half', 'fetch-failed'],
    ['/reset', 'fetch-failed'],
    ['/pdf', 'unsupported-type'],
    ['/image', 'unsupported-type'],
    ['/gone', 'http-gone'],
    ['/forbidden', 'http-gone'],
    ['/busy', 'http-error'],
  ])('%s is %s', async (path, code) => {
    const error = await failure(path)
    expect(error.code).toBe(code)
    expect(error.message).not.toBe('')
  })
  it('says how long the server wants to be left alone', async () => {
    expect((await failure('/busy')).details).toEqual({ status: 429, retryAfterMs: 120_000 })
    expect((await failure('/broken')).details).toEqual({ status: 503, retryAfterMs: 60_000 })
  })
  it('says what a person can do, and promises nothing', async () => {
    const unknown = fetchPage('http://no-such-host.invalid/', options({ allowPrivate: false }))
    await expect(unknown).rejects.toMatchObject({ code: 'fetch-failed', hint: expect.stringMatching(/spelt right/) as string }) // prettier-ignore
    expect((await failure('/reset')).hint).toBe('try again later')
  })
  it('may be called off', async () => {
    const stop = new AbortController()
    const waiting = failure('/silent', { signal: stop.signal, limits: { time: 20_000 } })
    stop.abort()
    expect((await waiting).code).toBe('fetch-failed')
  })
  it.each(['nonsense', 'ftp://news.example/x', 'http://me:secret@news.example/'])(
    '%s is no address',
    async (address) => {
      await expect(fetchPage(address, options())).rejects.toMatchObject({ code: 'bad-url' })
    },
  )
  it.each([
    'http://localhost/',
    'http://127.0.0.1:1/',
    'http://[::1]/',
    'http://10.1.2.3/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://0/',
    'http://[64:ff9b::7f00:1]/',
    'http://[::ffff:10.0.0.1]/',
  ])('%s is inside', async (address) => {
    await expect(fetchPage(address, options({ allowPrivate: false }))).rejects.toMatchObject({
      code: 'address-refused',
    })
  })
})

describe('robots.txt', () => {
  it('is asked once and obeyed', async () => {
    const polite = await misbehave('User-agent: *\nDisallow: /private\n')
    const robots = new Map()
    const own = { allowPrivate: [polite.host], robots }
    await expect(fetchPage(`${polite.url}/private/x`, options(own))).rejects.toMatchObject({ code: 'robots-refused' })
    await fetchPage(`${polite.url}/good`, options(own))
    expect(polite.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/good'])
    await polite.close()
  })
  it('that is broken refuses all for now, and can be tried again', async () => {
    const broken = await misbehave(503)
    const error: unknown = await fetchPage(
      `${broken.url}/good`,
      options({ allowPrivate: [broken.host], robots: new Map() }),
    ).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'http-error', retryable: true })
    await broken.close()
  })
})

it('asks for robots.txt only when it is its turn, and gives the host back', async () => {
  const polite = await misbehave('User-agent: *\nCrawl-delay: 2\n')
  const log: string[] = []
  const gate = {
    reserve: (host: string) => Promise.resolve(log.push(`reserve ${host} after ${polite.requests.length}`) && 0),
    release: (host: string) => Promise.resolve(void log.push(`release ${host} after ${polite.requests.length}`)),
  }
  await fetchPage(`${polite.url}/good`, options({ allowPrivate: [polite.host], robots: new Map(), hostGate: gate }))
  expect(log).toEqual(
    ['reserve 0', 'release 1', 'reserve 1', 'release 2'].map((step) => step.replace(' ', ` ${polite.host} after `)),
  )
  await polite.close()
})

it('keeps requests to one host apart', async () => {
  const gate = localGate(60, () => performance.now())
  const started = performance.now()
  await Promise.all([1, 2, 3].map(() => get('/good', { hostGate: gate })))
  expect(performance.now() - started).toBeGreaterThanOrEqual(115)
})
