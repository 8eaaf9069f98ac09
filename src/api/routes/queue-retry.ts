/** POST /v1/queue/retry: sets failed jobs going again, one or all. */
import { createRoute, z } from '@hono/zod-openapi'
import { ThemewireError } from '../../errors.ts'
import { queueNames } from '../../query.ts'
import { answersMany, endpoint, json, many } from '../endpoint.ts'

const Retried = z
  .object({ queue: z.enum(queueNames), id: z.string(), articleId: z.string().nullable() })
  .meta({ id: 'Retried' })

const route = createRoute({
  method: 'post',
  path: '/v1/queue/retry',
  tags: ['queue'],
  operationId: 'retry',
  summary: 'Try failed jobs again',
  request: {
    query: z.strictObject({}),
    body: {
      required: false,
      ...json(
        z
          .strictObject({
            id: z.string().min(1).max(200).optional().meta({ description: 'of the job or its article; absent: all' }),
          })
          .meta({ id: 'Retry' }),
        'Which',
      ),
    },
  },
  responses: answersMany(Retried, 'The jobs that wait again'),
})

export const queueRetry = endpoint(route, async (c) => {
  const { id } = c.req.valid('json')
  const retried = await c.var.context.queues.retry({ id })
  if (id !== undefined && retried.length === 0) {
    throw new ThemewireError('not-found', `there is no failed job "${id}"`, { hint: 'GET /v1/queue/failed lists them' })
  }
  return c.json(many(retried), 200)
})
