/** GET /v1/queue: how many jobs wait, run and failed in each queue. */
import { createRoute, z } from '@hono/zod-openapi'
import { QueueState } from '../../query.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/queue',
  tags: ['queue'],
  operationId: 'queue',
  summary: 'The queues and how many jobs each has',
  request: { query: z.strictObject({}) },
  responses: answersMany(QueueState, 'Queues'),
})

export const queue = endpoint(route, async (c) => c.json(many(await c.var.context.queues.state()), 200))
