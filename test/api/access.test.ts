/** Tokens, roles, limits, origins and whole texts, over a real server as the network sees it. */
import type { Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isLoopback } from '../../src/api/access.ts'
import { createApi, type ApiOptions } from '../../src/api/app.ts'
import { themewire, type Client } from '../../src/client/client.ts'
import { addToken } from '../../src/store/tokens.ts'
import { start, type Running } from './running.ts'

let running: Running
const servers: Server[] = []
const key = 'the-key-of-this-process'
const now = '2026-03-13T12:00:00.000Z'

beforeAll(async () => {
  running = await start()
})
afterAll(() => running.stop())
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listen(options: ApiOptions = { access: { key, perMinute: 0 } }): Promise<string> {
  const server = createAdaptorServer({ fetch: createApi(running.context, options).fetch }) as Server
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const token = async (role: 'read' | 'write'): Promise<string> =>
  (await addToken(running.context.store.db, { name: `a ${role}er`, role, now })).token
const callers = async (server: string): Promise<Record<'read' | 'write' | 'stranger', Client>> => ({
  read: themewire({ server, token: await token('read') }),
  write: themewire({ server, token: await token('write') }),
  stranger: themewire({ server }),
})

describe('a token', () => {
  it('opens what its role allows', async () => {
    const { read, write, stranger } = await callers(await listen())
    await expect(stranger.themes()).rejects.toMatchObject({ code: 'unauthorized' })
    expect((await read.themes()).data.length).toBeGreaterThan(0)
    await expect(read.add({ items: [{ text: 'A text of some words.' }] })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(read.tokens()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(read.addToken({ name: 'more' })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await write.add({ items: [{ text: 'A text of some words.' }] })).toHaveLength(1)
    expect((await stranger.health()).status).toBe('ok')
  })

  it('is shown once, kept as a hash, and opens nothing once it is revoked', async () => {
    const { write } = await callers(await listen())
    const made = await write.addToken({ name: 'desk', role: 'read' })
    const rows = await running.context.store.db.selectFrom('token').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(made.token)
    expect(await write.tokens()).toContainEqual({
      id: made.id,
      name: 'desk',
      role: 'read',
      createdAt: made.createdAt,
      lastUsedAt: null,
    })
    const desk = themewire({ server: write.server, token: made.token })
    await desk.rates()
    expect((await write.tokens()).find(({ id }) => id === made.id)?.lastUsedAt).not.toBeNull()
    expect(await write.revokeToken(made.id)).toMatchObject({ name: 'desk' })
    await expect(desk.rates()).rejects.toMatchObject({ code: 'unauthorized' })
    await expect(write.revokeToken(made.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('may come as the password that a browser asks for', async () => {
    const server = await listen()
    const asked = await fetch(`${server}/v1/themes`, { headers: { accept: 'text/html' } })
    expect(asked.status).toBe(401)
    expect(asked.headers.get('www-authenticate')).toBe('Basic realm="Themewire"')
    const basic = Buffer.from(`anyone:${await token('read')}`).toString('base64')
    expect((await fetch(`${server}/v1/themes`, { headers: { authorization: `Basic ${basic}` } })).status).toBe(200)
  })

  it.each([
    '',
    'Bearer',
    'Bearer  ',
    'Basic !!!',
    'Bearer tw_x',
    'Digest a',
    'Bearer a b',
    `Basic ${'A'.repeat(5000)}`,
  ])('is none when written %j', async (authorization) => {
    const answer = await fetch(`${await listen()}/v1/themes`, { headers: { authorization } })
    expect(answer.status).toBe(401)
  })

  it('is the key of the process for commands beside it', async () => {
    const local = themewire({ server: await listen(), token: key })
    expect(await local.tokens()).toBeInstanceOf(Array)
    await expect(themewire({ server: local.server, token: `${key}.` }).themes()).rejects.toMatchObject({
      code: 'unauthorized',
    })
  })
})

it('so many requests a minute and no more, and few wrong tokens; each is told how long to wait', async () => {
  const { read, write } = await callers(await listen({ access: { key, perMinute: 3 } }))
  for (let i = 0; i < 3; i += 1) await read.themes()
  await expect(read.themes()).rejects.toMatchObject({ code: 'too-many-requests' })
  await write.themes()
  const wrong = () => fetch(`${read.server}/v1/themes`, { headers: { authorization: 'Bearer wrong' } })
  for (let i = 0; i < 20; i += 1) expect((await wrong()).status).toBe(401)
  const refused = await wrong()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
})

it('pages of other origins get nothing, those configured may ask and change', async () => {
  const [friend, foe] = ['https://desk.example', 'https://foe.example']
  const server = await listen({ corsOrigins: [friend] })
  const allowed = async (origin: string): Promise<string | null> =>
    (await fetch(`${server}/v1/themes`, { headers: { origin } })).headers.get('access-control-allow-origin')
  expect(await allowed(friend)).toBe(friend)
  expect(await allowed(foe)).toBeNull()
  const add = async (origin: string): Promise<number> => {
    const headers = { origin, 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }
    const body = JSON.stringify({ items: [{ text: 'Words of a friend.' }] })
    return (await fetch(`${server}/v1/articles`, { method: 'POST', headers, body })).status
  }
  expect([await add(friend), await add(foe)]).toEqual([202, 403])
  const preflight = await fetch(`${server}/v1/articles`, {
    method: 'OPTIONS',
    headers: { origin: friend, 'access-control-request-method': 'POST' },
  })
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
})

it('whole texts stay inside where they may not be served, and what was found is quoted all the same', async () => {
  const [id] = running.ids
  const open = await themewire({ server: await listen({}) }).article(id!)
  const closed = await themewire({ server: await listen({ servesText: false }) }).article(id!)
  expect(open.text).not.toBeNull()
  expect(closed).toEqual({ ...open, text: null, tables: '' })
  expect(closed.findings[0]?.evidence[0]?.quote).toBeTruthy()
})

it.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['127.example', false],
])('%s is reached from this machine only: %s', (host, only) => {
  expect(isLoopback(host)).toBe(only)
})
