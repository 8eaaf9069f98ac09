/** Marking a finding wrong: where it goes and comes back, who may, who is told to have done it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApi } from '../../src/api/app.ts'
import { themewire, type Client } from '../../src/client/client.ts'
import { addToken } from '../../src/store/tokens.ts'
import { readAt, start, type Running } from './running.ts'

let running: Running
let client: Client
beforeAll(async () => {
  running = await start()
  client = themewire({ fetch: async (input, init) => running.app.request(input, init) })
})
afterAll(() => running.stop())

/** All that the API says of oil; nothing of it may stay when the finding behind it is marked. */
const toldOfOil = async () => ({
  findings: (await client.findings({ themes: 'oil-supply' })).meta.found,
  then: (await client.findings({ themes: 'oil-supply', as_of: readAt })).meta.found,
  articles: (await client.articles({ themes: 'oil-supply' })).meta.found,
  themes: (await client.themes()).data.map(({ theme }) => theme).includes('oil-supply'),
  stories: (await client.theme('oil-supply')).stories,
  series: (await client.timeline('oil-supply')).data.reduce((sum, point) => sum + point.stories, 0),
  instrument: (await client.instrument('NDRL')).themes.map(({ theme }) => theme),
  digest: (await client.digest('2026-03-12')).themes.map(({ theme }) => theme),
})
const oil = async () => (await client.findings({ kinds: 'theme', themes: 'oil-supply' })).data[0]!

describe('a finding marked wrong', () => {
  test('leaves every answer, stays in the record, and comes back when the mark is taken back', async () => {
    const before = await toldOfOil()
    expect(before).toMatchObject({ articles: 1, themes: true, stories: 1, instrument: ['oil-supply'] })
    const finding = await oil()
    const { source, ...said } = finding
    const { notes, ...marked } = await client.markFinding(finding.id, { reason: '  olive oil \u0000', by: 'Ana' })
    expect(notes).toEqual([])
    expect(marked).toMatchObject({
      ...said,
      mark: { reason: 'olive oil \uFFFD', by: 'Ana', found: true },
    })
    expect(await toldOfOil()).toEqual({
      findings: 0,
      then: 0,
      articles: 0,
      themes: false,
      stories: 0,
      series: 0,
      instrument: [],
      digest: before.digest.filter((theme) => theme !== 'oil-supply'),
    })
    expect((await client.article(source.articleId)).findings.map(({ id }) => id)).not.toContain(finding.id)
    expect((await client.marks()).data).toEqual([marked])
    expect(
      (await client.marks({ article: source.articleId, kinds: ['theme', 'rate'], rule: 'by-hand' })).meta.found,
    ).toBe(1)
    expect((await client.marks({ kinds: 'rate' })).data).toEqual([])
    expect(await client.unmarkFinding(finding.id)).toEqual(marked)
    expect(await toldOfOil()).toEqual(before)
    expect(await oil()).toEqual(finding)
  })

  test('twice says what it was marked for before', async () => {
    const { id } = await oil()
    const mark = async (reason: string) =>
      (
        await running.ask(`/v1/findings/${id}/mark`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ reason }),
        })
      ).body.meta
    expect(await mark('olive oil')).not.toHaveProperty('notes')
    expect(await mark('hair oil')).toMatchObject({
      notes: ['it was marked before: "olive oil"; this reason stands now'],
    })
    await client.unmarkFinding(id)
  })

  test('is told to a reader of the first edition', async () => {
    await client.keepDigest('2026-03-12')
    const { id } = await oil()
    await client.markFinding(id, { reason: 'olive oil' })
    expect((await client.digest('2026-03-12')).changes?.items).toContainEqual(
      expect.objectContaining({ section: 'themes', change: 'removed', what: 'Oil supply' }),
    )
    await client.unmarkFinding(id)
    expect((await client.digest('2026-03-12')).changes).toBeNull()
  })

  test('is refused in clear words where there is none, or no reason', async () => {
    await expect(client.markFinding('none', { reason: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(client.unmarkFinding('none')).rejects.toMatchObject({ code: 'not-found' })
    const { id } = await oil()
    await expect(client.unmarkFinding(id)).rejects.toMatchObject({
      code: 'not-found',
      message: `finding "${id}" is not marked`,
    })
    for (const reason of ['', '   ', 'x'.repeat(1001)])
      await expect(client.markFinding(id, { reason })).rejects.toMatchObject({ code: 'bad-request' })
    const { status, body } = await running.ask(`/v1/findings/${id}/mark`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"reason":"x","why":"y"}',
    })
    expect([status, body.error?.message]).toEqual([400, 'there is no field "why"'])
  })
})

test('beyond this machine it takes a token that may write, whose name is kept; another site cannot ask for it', async () => {
  const { id } = await oil()
  const server = createAdaptorServer({
    fetch: createApi(running.context, { access: { key: 'k', perMinute: 0 } }).fetch,
  }) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const token = async (role: 'read' | 'write') =>
    (await addToken(running.context.store.db, { name: `desk ${role}`, role, now: readAt })).token
  const [read, write] = [await token('read'), await token('write')]
  await expect(themewire({ server: address, token: read }).markFinding(id, { reason: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const foreign = await fetch(`${address}/v1/findings/${id}/mark`, {
    method: 'POST',
    headers: { authorization: `Bearer ${write}`, origin: 'https://evil.example', 'content-type': 'application/json' },
    body: '{"reason":"x"}',
  })
  expect([foreign.status, (await client.marks()).meta.found]).toEqual([403, 0])
  const marked = await themewire({ server: address, token: write }).markFinding(id, {
    reason: 'x',
    by: 'somebody else',
  })
  expect(marked.mark.by).toBe('desk write')
  await client.unmarkFinding(id)
  server.closeAllConnections()
  server.close()
})
