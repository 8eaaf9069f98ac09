/** GET /v1/stories: near-identical articles, told once. */
import { createRoute } from '@hono/zod-openapi'
import { StoryQuery, StoryRow } from '../../query.ts'
import { listStories } from '../../store/stories.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/stories',
  tags: ['articles'],
  operationId: 'stories',
  summary: 'Stories: near-identical articles together, the first to publish leading',
  request: { query: StoryQuery.strict() },
  responses: answersMany(StoryRow, 'Stories'),
})

export const stories = endpoint(route, async (c) =>
  c.json(many(await listStories(c.var.context.store.db, c.req.valid('query'))), 200),
)
