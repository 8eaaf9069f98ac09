/** GET /v1/themes/{id}/timeline: attention and sentiment of a theme, step by step. */
import { createRoute } from '@hono/zod-openapi'
import { ThemeTimelineQuery, TimelinePoint } from '../../query.ts'
import { subjectOf } from '../../store/names.ts'
import { timelineOf } from '../../store/timeline.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'
import { found, idOf } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/themes/{id}/timeline',
  tags: ['themes'],
  operationId: 'timeline',
  summary: 'Time series of a theme, in all or by group; steps without articles are there, with zeros',
  request: { params: idOf('theme'), query: ThemeTimelineQuery.strict() },
  responses: answersMany(TimelinePoint, 'Steps, earliest first; of each group in turn, most told first'),
})

export const timeline = endpoint(route, async (c) => {
  const { id } = c.req.valid('param')
  const { db } = c.var.context.store
  const theme = found(await subjectOf(db, { kind: 'theme', id }), 'theme', id)
  return c.json(many(await timelineOf(db, theme, c.req.valid('query'))), 200)
})
