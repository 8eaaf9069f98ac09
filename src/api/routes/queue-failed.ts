/** GET /v1/queue/failed: jobs that failed for good, with the reason. */
import { createRoute, z } from '@hono/zod-openapi'
import { FailedJob } from '../../query.ts'
import { articleUrls } from '../../store/article-urls.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/queue/failed',
  tags: ['queue'],
  operationId: 'failed',
  summary: 'Failed jobs, latest first, each with its reason',
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(1000).default(100).meta({ description: 'how many, at most 1000' }),
    }),
  },
  responses: answersMany(FailedJob, 'Failed jobs'),
})

export const queueFailed = endpoint(route, async (c) => {
  const { limit } = c.req.valid('query')
  const { queues, store } = c.var.context
  const [jobs, states] = await Promise.all([queues.failed(limit), queues.state()])
  const urls = await articleUrls(
    store.db,
    jobs.flatMap(({ articleId }) => articleId ?? []),
  )
  const data = jobs.map((job) => ({ ...job, url: urls.get(job.articleId ?? '') ?? job.url }))
  const found = states.reduce((sum, state) => sum + state.failed, 0)
  return c.json(many({ data, meta: { found: Math.max(found, jobs.length), returned: jobs.length, next: null } }), 200)
})
