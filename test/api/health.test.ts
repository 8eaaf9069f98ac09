import { expect, test } from 'vitest'
import { themewire } from '../../src/client/client.ts'
import { start } from './running.ts'

test('a store that has gone is reported, and its error keeps its insides to itself', async () => {
  const running = await start()
  await running.stop()
  const client = themewire({ fetch: (input, init) => running.app.request(input, init) })
  const health = await client.health()
  expect(health).toMatchObject({ status: 'failing', store: { ok: false } })
  expect(health.store.reason).toBeTruthy()
  const { status, body } = await running.ask('/v1/articles')
  expect(status).toBeGreaterThanOrEqual(500)
  expect(body.error?.hint).toBeTruthy()
  expect(JSON.stringify(body)).not.toMatch(/select|node_modules|\.ts:/i)
})
