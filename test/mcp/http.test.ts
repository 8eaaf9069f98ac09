/** MCP over HTTP as the served app offers it: the SDK's own client, and what the guards keep out. */
import { request } from 'node:http'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { serve, type Served } from '../../src/cli/serve.ts'
import { fill } from '../digest/market-store.ts'
import { emptyFolder } from '../cli/command.ts'

const place = emptyFolder()
let served: Served
beforeAll(async () => {
  // Loading it takes longer than a connection is kept, when everything else is tested at the same time.
  await import('../../src/mcp/server.ts')
  const config = readConfig({ folder: join(place.path, 'store'), port: 0, logLevel: 'silent' }, {})
  served = await serve(config, { work: false })
  await fill(served.context.store.db)
})
afterAll(async () => {
  await served.stop()
  place.remove()
})

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${served.address}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }

it('answers the SDK client, many calls at once', async () => {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${served.address}/mcp`)))
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).not.toContain('add_article')
  const calls = ['rotation', 'oil-supply', 'rate-path'].map((theme) =>
    client.callTool({ name: 'theme_overview', arguments: { theme } }),
  )
  for (const answer of await Promise.all(calls)) expect(answer.isError).toBeFalsy()
  const day = await client.callTool({ name: 'digest', arguments: { date: '2026-03-13', limit: 1 } })
  expect(day.structuredContent).toMatchObject({ digest: { date: '2026-03-13' }, sections: { themes: { returned: 1 } } })
  const { resources } = await client.listResources()
  expect(resources).toEqual([])
  await client.close()
})

it('keeps out other sites, foreign names and what is no POST', async () => {
  expect((await post(list)).status).toBe(200)
  expect((await post(list, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await post(list, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const foreign = await new Promise<number | undefined>((resolve) =>
    request(`${served.address}/mcp`, { method: 'POST', headers: { host: 'rebound.example' } }, (answer) =>
      resolve(answer.resume().statusCode),
    ).end('{}'),
  )
  expect(foreign).toBe(403)
  const got = await fetch(`${served.address}/mcp`)
  expect(got.status).toBe(405)
  expect(got.headers.get('allow')).toBe('POST')
  expect(await got.json()).toMatchObject({ error: { code: 'bad-request' } })
})

it.each([
  ['no JSON', 'no JSON', 400],
  ['another protocol', '{"jsonrpc":"1.0","id":1,"method":"x"}', 400],
  ['a body without end', 'x'.repeat(70_000), 413],
])('refuses %s', async (_what, body, status) => {
  expect((await post(body)).status).toBe(status)
})

it('answers whatever it is asked: with what its schema says, or with a reason', async () => {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${served.address}/mcp`)))
  const { tools } = await client.listTools()
  const asked = fc.constantFrom(...tools).chain(({ name, inputSchema }) => {
    const known = Object.keys(inputSchema.properties ?? {})
    const key = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...known) }, fc.string())
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }))
    return fc.record({ name: fc.constant(name), arguments: fc.dictionary(key, value, { maxKeys: 4 }) })
  })
  await fc.assert(
    fc.asyncProperty(asked, async (call) => {
      const answer = await client.callTool(call)
      const { error } = (answer._meta ?? {}) as { error?: { code: string } }
      if (answer.isError) expect(['bad-request', 'not-found']).toContain(error?.code)
      else expect(answer.structuredContent).toBeTypeOf('object')
    }),
    { numRuns: 120 },
  )
  await client.close()
})
