/** GET /v1/blocked-sources: sources that were taken down, of which nothing is taken in. */
import { createRoute, z } from '@hono/zod-openapi'
import { listBlockedSources } from '../../store/blocked-sources.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

export const BlockedSource = z
  .object({ host: z.string(), reason: z.string(), blockedAt: z.string() })
  .meta({ id: 'BlockedSource' })

const route = createRoute({
  method: 'get',
  path: '/v1/blocked-sources',
  tags: ['articles'],
  operationId: 'blockedSources',
  summary: 'Sources that were taken down: nothing of them, nor of their subdomains, is taken in',
  request: { query: z.strictObject({}) },
  responses: answersMany(BlockedSource, 'Sources'),
})

export const blockedSources = endpoint(route, async (c) =>
  c.json(many(await listBlockedSources(c.var.context.store.db)), 200),
)
