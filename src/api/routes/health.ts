/** GET /healthz: whether store and queues answer. */
import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { asThemewireError } from '../../errors.ts'
import { version } from '../../version.ts'
import { endpoint, json } from '../endpoint.ts'

const Health = z
  .object({
    status: z.enum(['ok', 'failing']),
    version: z.string(),
    store: z.object({ kind: z.string(), ok: z.boolean(), reason: z.string().nullable() }),
    queues: z.object({ kind: z.string(), ok: z.boolean(), reason: z.string().nullable() }),
  })
  .meta({ id: 'Health' })

const route = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['about'],
  operationId: 'health',
  summary: 'Whether the store and the queues answer',
  request: { query: z.strictObject({}) },
  responses: { 200: json(Health, 'All is well'), 503: json(Health, 'Something does not answer') },
})

export const health = endpoint(route, async (c) => {
  const { store, queues } = c.var.context
  const [storeReason, queuesReason] = await Promise.all([
    reasonAgainst(sql`select 1`.execute(store.db)),
    reasonAgainst(queues.state()),
  ])
  const ok = storeReason === null && queuesReason === null
  const body = {
    status: ok ? ('ok' as const) : ('failing' as const),
    version,
    store: { kind: store.kind, ok: storeReason === null, reason: storeReason },
    queues: { kind: queues.kind, ok: queuesReason === null, reason: queuesReason },
  }
  return ok ? c.json(body, 200) : c.json(body, 503)
})

const patienceMs = 5000

/** null when it answers in time. */
async function reasonAgainst(answer: Promise<unknown>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${patienceMs / 1000} s`), patienceMs)
  })
  try {
    return await Promise.race([answer.then(() => null), late])
  } catch (error) {
    return asThemewireError(error).message
  } finally {
    clearTimeout(timer)
  }
}
