/** The typed client against the real app: called in-process, and over a real server on loopback; both must tell the same. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows, themewire, type Client } from '../../src/client/client.ts'
import type { ServerEvent } from '../../src/client/event-stream.ts'
import { ThemewireError } from '../../src/errors.ts'
import { queueNames } from '../../src/query.ts'
import { save, start, type Running } from '../api/running.ts'
import { samples } from '../api/sample-store.ts'

let running: Running
let server: ReturnType<typeof createAdaptorServer>
let address: string
const clients: Record<string, Client> = {}

const listen = async (one: ReturnType<typeof createAdaptorServer>): Promise<string> => {
  one.listen(0, '127.0.0.1')
  await once(one, 'listening')
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`
}
const failure = async (promise: Promise<unknown>): Promise<ThemewireError> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ThemewireError)) throw new Error(`expected a ThemewireError, got ${String(error)}`)
  return error
}

beforeAll(async () => {
  running = await start()
  server = createAdaptorServer({ fetch: running.app.fetch })
  address = await listen(server)
  clients['in-process'] = themewire({ fetch: (input, init) => running.app.request(input, init) })
  clients['over the network'] = themewire({ server: `${address}/` })
})
afterAll(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections()
  server.close()
  await running.stop()
})

describe.each(['in-process', 'over the network'])('%s', (how) => {
  const client = (): Client => clients[how]!

  test('lists, with lists of values and undefined left out', async () => {
    const page = await client().findings({
      kinds: ['rate', 'policy_event'],
      tickers: undefined,
      limit: 10,
      sort: 'earliest',
    })
    expect(page.meta).toMatchObject({ found: 4, returned: 4, next: null })
    expect(page.data[0]?.source.url).toBe('https://wire.example/fed-holds')
    expect((await client().rates({ issuer: 'FED' })).data).toHaveLength(1)
    expect((await client().policyEvents({ actor: ['FED', 'ECB'] })).data).toHaveLength(1)
    expect((await client().articles({ tickers: 'LUMD' })).data).toHaveLength(2)
    expect((await client().themes({ tickers: 'NDRL' })).data).toHaveLength(1)
    expect((await client().instruments({ themes: 'oil-supply' })).data).toHaveLength(2)
    expect((await client().stories({ time_from: '2026-03-10', time_to: '2026-03-11' })).data).toHaveLength(1)
    expect((await client().search({ q: 'lumen' })).data).toHaveLength(2)
  })

  test('one thing at a time', async () => {
    const article = await client().article(running.ids[1]!)
    expect(article.text).toBe(samples[1]!.text)
    expect(article.findings).toHaveLength(4)
    expect((await client().theme('monetary-policy')).stories).toBe(2)
    expect((await client().instrument('HRBK')).name).toBe('Harbor Bank')
    const days = { time_from: '2026-03-10', time_to: '2026-03-12', interval: 'day' as const }
    expect((await client().timeline('monetary-policy', days)).data).toHaveLength(2)
    expect((await client().digest('2026-03-11', { timezone: 'UTC' })).date).toBe('2026-03-11')
    expect(await client().digests()).toEqual([])
    expect((await client().definitions()).length).toBeGreaterThan(5)
  })

  test('follows pages to the end', async () => {
    const all: string[] = []
    for await (const row of rows((query) => client().findings(query), { limit: 3 }))
      all.push(row.id + row.source.articleId)
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength((await client().findings({})).meta.found)
  })

  test("throws the server's own error, with code, hint and details", async () => {
    const error = await failure(client().findings({ limit: 0 }))
    expect(error).toMatchObject({
      code: 'bad-request',
      message: 'limit: must be at least 1',
      details: [{ in: 'limit', message: 'limit: must be at least 1' }],
    })
    expect(await failure(client().article('none'))).toMatchObject({ code: 'not-found', exitCode: 4 })
    expect(await failure(client().theme('../themes'))).toMatchObject({ message: 'there is no theme "../themes"' })
    expect(await failure(client().instrument('A/B?c#d'))).toMatchObject({ message: 'there is no instrument "A/B?c#d"' })
  })

  test('adds articles and feeds, sees the queue, removes what it added', async () => {
    const tag = how.replaceAll(' ', '-')
    const added = await client().add({
      urls: [`https://fresh.example/${tag}`, 'ftp://fresh.example/x'],
      items: [{ text: `An invented text, added ${tag}. It says little.`, title: 'Added' }],
    })
    expect(added.map(({ outcome }) => outcome)).toEqual(['queued', 'refused', 'queued'])
    const again = await client().add({ urls: [`https://fresh.example/${tag}?utm_source=x`] })
    expect(again).toMatchObject([{ id: added[0]?.id, outcome: 'known' }])
    const states = await client().queue()
    expect(states.find(({ queue }) => queue === 'fetch')?.waiting).toBeGreaterThan(0)
    expect((await client().failed()).data).toEqual([])
    expect(await client().retry()).toBe(0)

    const feed = await client().addFeed(`https://fresh.example/${tag}.rss`, { minutes: 60 })
    expect(feed).toMatchObject({ status: 'new', polledAt: null })
    expect((await client().addFeed(feed.url)).id).toBe(feed.id)
    expect((await client().feeds()).map(({ id }) => id)).toContain(feed.id)
    expect((await client().pollFeed(feed.id)).id).toBe(feed.id)
    expect((await client().removeFeed(feed.url)).id).toBe(feed.id)
    expect((await client().feeds()).map(({ id }) => id)).not.toContain(feed.id)
    expect((await failure(client().removeFeed(feed.id))).code).toBe('not-found')
  })

  test('sees that all is well', async () => {
    expect(await client().health()).toMatchObject({
      status: 'ok',
      store: { kind: 'embedded', ok: true, reason: null },
      queues: { ok: true },
    })
  })

  test('hears of a new article and its findings, and goes on where it left off', async () => {
    const stop = new AbortController()
    const heard: ServerEvent[] = []
    const listen = async (after?: string): Promise<void> => {
      for await (const event of client().events({ kinds: 'theme', signal: stop.signal, ...(after ? { after } : {}) })) {
        heard.push(event)
        if (event.event === 'progress') void saved()
        if (event.event === 'article') return
      }
    }
    let saving: Promise<string> | undefined
    const sample = { ...samples[3]!, url: `https://wire.example/${how.replaceAll(' ', '-')}`, title: `Oil ${how}` }
    const saved = (): Promise<string> => (saving ??= save(running.context, sample, new Date().toISOString()))
    await listen()
    const id = await saving
    expect(heard.find(({ event }) => event === 'progress')?.data).toHaveLength(queueNames.length)
    const finding = heard.find(({ event }) => event === 'finding')?.data
    expect(finding).toMatchObject({ kind: 'theme', value: { theme: 'oil-supply' }, source: { articleId: id } })
    const article = heard.at(-1)!
    expect(article).toMatchObject({ event: 'article', data: { id, title: `Oil ${how}`, findings: 1 } })

    heard.length = 0
    const before = article.id.replace(/\/.*/, '/')
    await listen(before)
    expect(heard.filter(({ event }) => event === 'article')).toMatchObject([{ id: article.id }])
    stop.abort()
  })

  test('events end when they are no longer wanted', async () => {
    const stop = new AbortController()
    const heard: string[] = []
    for await (const { event } of client().events({ signal: stop.signal })) {
      heard.push(event)
      stop.abort()
    }
    expect(heard).toEqual(['progress'])
  })

  test('series, what is told together, and articles like one', async () => {
    const days = { time_from: '2026-03-09', time_to: '2026-03-13' }
    const { data } = await client().timeline('monetary-policy', { ...days, group_by: 'source' })
    expect([...new Set(data.map(({ group }) => group))]).toEqual(['ledger.example', 'wire.example'])
    expect((await client().instrumentTimeline('hrbk', days)).data.map(({ stories }) => stories)).toEqual([0, 1, 0, 1])
    const { data: series } = await client().compare({ themes: ['tariffs', 'oil-supply'], tickers: 'HRBK', ...days })
    expect(series.map(({ id, stories }) => [id, stories])).toEqual([
      ['tariffs', 1],
      ['oil-supply', 1],
      ['HRBK', 2],
    ])
    const related = await client().relatedToTheme('oil-supply', { ...days, min_stories: 1, sort: 'lift' })
    expect(related.instruments.map(({ id }) => id)).toEqual(['NDRL', 'HRBK'])
    expect((await client().relatedToInstrument('NDRL', { min_stories: 1 })).themes).toMatchObject([
      { id: 'oil-supply' },
    ])
    const like = await client().articlesLike(running.ids[1]!)
    expect(like.map(({ article }) => article.title)).toEqual(['ECB expected to cut in June'])
    expect(await failure(client().compare({ themes: 'nonsense' }))).toMatchObject({
      message: 'there is no theme "nonsense"',
    })
  })

  test('a theme that is known and not told yet is empty and says so; a mistyped one is told the nearest', async () => {
    const notes = ['the theme "rotation" is known, and no stored story tells it yet']
    expect(await client().theme('rotation')).toMatchObject({ label: 'Great Rotation', stories: 0, findings: [], notes })
    expect(await client().timeline('rotation')).toMatchObject({ data: [], meta: { notes } })
    expect(await client().relatedToTheme('rotation')).toMatchObject({ stories: 0, themes: [], notes })
    const { data, meta } = await client().compare({ themes: ['oil-supply', 'rotation'] })
    expect(data.map(({ id, label, stories }) => [id, label, stories])).toEqual([
      ['oil-supply', 'Oil supply', 1],
      ['rotation', 'Great Rotation', 0],
    ])
    expect(meta.notes).toEqual(notes)
    expect((await client().theme('oil-supply')).notes).toEqual([])
    expect(await failure(client().theme('rotaton'))).toMatchObject({
      code: 'not-found',
      message: 'there is no theme "rotaton"; do you mean "rotation"?',
    })
  })

  test('decisions on phrases are listed and taken back', async () => {
    const phrase = `ghost capacity ${how}`
    await client().decidePhrase({ phrase, decision: 'silenced' })
    expect(await client().phraseDecisions()).toMatchObject([{ phrase, decision: 'silenced' }])
    expect(await client().undecidePhrase(` ${phrase.toUpperCase()} `)).toMatchObject({ phrase })
    expect(await client().phraseDecisions()).toEqual([])
    expect(await failure(client().undecidePhrase(phrase))).toMatchObject({ code: 'not-found' })
  })

  test('an event id from elsewhere is refused', async () => {
    const events = client().events({ after: 'nonsense' })
    expect((await failure(events.next())).code).toBe('bad-request')
  })
})

describe('over the network only', () => {
  test('nothing listens there', async () => {
    const gone = createAdaptorServer({ fetch: running.app.fetch })
    const where = await listen(gone)
    gone.close()
    const error = await failure(themewire({ server: where }).queue())
    expect(error).toMatchObject({
      code: 'server-unreachable',
      message: `no Themewire server at ${where}: nothing listens there`,
    })
    expect(error.hint).toContain('themewire up')
  })

  test.each([
    ['another program', 200, '<html>hello</html>', 'something that is no JSON'],
    ['another program that fails', 404, 'not here', 'it answered 404, and not as Themewire does'],
    ['an error of a later version', 418, '{"error":{"code":"teapot","message":"I am one"}}', 'I am one'],
  ])('%s answers there', async (_, status, body, message) => {
    const other = createServer((_request, response) => response.writeHead(status).end(body))
    const where = await listen(other)
    const error = await failure(themewire({ server: where }).queue())
    expect(error.message).toContain(message)
    expect(error.code).toBe(status === 418 ? 'internal' : 'server-unreachable')
    other.close()
  })

  test('a server that never answers is given up', async () => {
    const silent = createServer(() => undefined)
    const where = await listen(silent)
    const error = await failure(themewire({ server: where, timeoutMs: 200 }).queue())
    expect(error).toMatchObject({ code: 'server-unreachable' })
    expect(error.message).toContain('no answer within 0.2 s')
    silent.closeAllConnections()
    silent.close()
  })

  test('a body of more than 60 MB is answered with a sentence', async () => {
    const error = await failure(themewire({ server: address }).add({ items: [{ text: 'x'.repeat(61 * 1024 * 1024) }] }))
    expect(error).toMatchObject({ code: 'too-large', message: 'the body of the request is larger than 60 MB' })
    expect((await clients['over the network']!.health()).status).toBe('ok')
  })

  test('metrics are Prometheus text, counted by route and never by path', async () => {
    await fetch(`${address}/v1/articles/${running.ids[0]}`)
    await fetch(`${address}/v1/no/such/path`)
    const response = await fetch(`${address}/metrics`)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const lines = (await response.text()).trimEnd().split('\n')
    for (const line of lines) {
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{\w+="[^"\n]*"(?:,\w+="[^"\n]*")*\})? [\d.e+-]+)$/)
    }
    expect(lines).toContain('# TYPE themewire_http_request_duration_seconds histogram')
    const all = lines.join('\n')
    expect(all).toMatch(/^themewire_queue_jobs\{queue="fetch",state="waiting"\} \d+$/m)
    expect(all).toMatch(/^themewire_articles\{status="analyzed"\} \d+$/m)
    expect(all).toMatch(/_count\{method="GET",route="\/v1\/articles\/:id",status="200"\} \d+/)
    expect(all).toMatch(/_count\{method="GET",route="none",status="404"\} 1/)
    expect(all).not.toContain('/v1/no/such')
  })

  test('the document is served', async () => {
    const response = await fetch(`${address}/openapi.json`)
    expect(await response.json()).toMatchObject({ openapi: '3.1.0', paths: { '/v1/findings': {} } })
  })
})
