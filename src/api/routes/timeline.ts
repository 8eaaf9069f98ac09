/** GET /v1/themes/{id}/timeline: attention and sentiment of a theme, step by step. */
import { createRoute } from '@hono/zod-openapi'
import { TimelinePoint, TimelineQuery } from '../../query.ts'
import { themeTimeline } from '../../store/themes.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'
import { idOf } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/themes/{id}/timeline',
  tags: ['themes'],
  operationId: 'timeline',
  summary: 'Time series of a theme; steps without articles are there, with zeros',
  request: { params: idOf('theme'), query: TimelineQuery.strict() },
  responses: answersMany(TimelinePoint, 'Steps, earliest first'),
})

export const timeline = endpoint(route, async (c) => {
  const { id } = c.req.valid('param')
  return c.json(many(await themeTimeline(c.var.context.store.db, id, c.req.valid('query'))), 200)
})
