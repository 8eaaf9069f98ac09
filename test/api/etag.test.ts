/** Answers that a reader has already: told so by their tag; kept by nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAt, save, start, type Running } from './running.ts'
import { samples } from './sample-store.ts'

let running: Running
beforeAll(async () => {
  running = await start()
})
afterAll(() => running.stop())

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const response = await running.app.request(path, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe.each([
  '/v1/articles/{id}',
  '/v1/articles/{id}/like',
  '/v1/findings?kinds=rate',
  '/v1/themes',
  '/v1/themes/tariffs/timeline',
  '/v1/digests/2026-03-11?timezone=UTC',
  '/v1/digests/2026-03-11?timezone=UTC&format=html',
  '/v1/definitions',
  '/openapi.json',
  '/digests.atom',
])('%s', (written) => {
  const path = (): string => written.replace('{id}', running.ids[1]!)

  test('has a strong tag of its bytes, and is not sent again', async () => {
    const first = await ask(path())
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{22}"$/)
    expect((await ask(path())).headers.get('etag')).toBe(tag)
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await ask(path(), { 'if-none-match': known })
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
      expect(again.headers.get('content-type')).toBeNull()
    }
    expect(await ask(path(), { 'if-none-match': '"other"' })).toMatchObject({ status: 200, text: first.text })
  })

  test('is for its reader alone, who asks again before showing it', async () => {
    expect((await ask(path())).headers.get('cache-control')).toBe('private, no-cache')
  })
})

test.each(['/v1/articles/none', '/v1/findings?limit=0', '/v1/nothing', '/v1/tokens'])(
  '%s is kept by nobody',
  async (path) => {
    const { headers } = await ask(path, { 'if-none-match': '*' })
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store'])
  },
)

test('the event stream is not held back for a tag', async () => {
  const response = await running.app.request('/v1/events', { headers: { 'if-none-match': '*' } })
  expect([response.status, response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([
    200,
    null,
    'no-cache',
  ])
  await response.body?.cancel()
})

test('what has changed has another tag', async () => {
  const before = (await ask('/v1/themes')).headers.get('etag')!
  await save(running.context, { ...samples[1]!, url: 'https://wire.example/again', title: 'Again', text: `${samples[1]!.text} And more.` }, readAt) // prettier-ignore
  const after = await ask('/v1/themes', { 'if-none-match': before })
  expect(after.status).toBe(200)
  expect(after.headers.get('etag')).not.toBe(before)
})
