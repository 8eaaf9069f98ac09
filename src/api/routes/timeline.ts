/** GET /v1/themes/{id}/timeline: attention and sentiment of a theme, step by step. */
import { createRoute } from '@hono/zod-openapi'
import { ThemeTimelineQuery, TimelinePoint } from '../../query.ts'
import { timelineOf } from '../../store/timeline.ts'
import { answersMany, endpoint, noted } from '../endpoint.ts'
import { idOf } from '../parameters.ts'
import { themeAsked } from '../theme-asked.ts'

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
  const { theme, notes } = await themeAsked(c.var.context, id)
  return c.json(noted(await timelineOf(c.var.context.store.db, theme, c.req.valid('query')), notes), 200)
})
