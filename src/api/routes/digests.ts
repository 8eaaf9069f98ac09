/** GET /v1/digests: the digests that were made, latest first. */
import { createRoute, z } from '@hono/zod-openapi'
import { listDigests } from '../../store/digests.ts'
import { DigestRow } from '../digest-answer.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/digests',
  tags: ['digests'],
  operationId: 'digests',
  summary: 'Editions that were kept, latest first; any other day is made when it is asked for',
  request: { query: z.strictObject({}) },
  responses: answersMany(DigestRow, 'Digests'),
})

export const digests = endpoint(route, async (c) => c.json(many(await listDigests(c.var.context.store.db)), 200))
