/** GET /v1/themes/{id}: one theme, its roles, instruments and best evidence. */
import { createRoute } from '@hono/zod-openapi'
import { ThemeDetail, TimelineQuery } from '../../query.ts'
import { getTheme } from '../../store/themes.ts'
import { themeAsked } from '../theme-asked.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'
import { idOf } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/themes/{id}',
  tags: ['themes'],
  operationId: 'theme',
  summary: 'One theme: attention, sentiment, from and to, winners and losers, evidence',
  request: {
    params: idOf('theme'),
    query: TimelineQuery.pick({ time_from: true, time_to: true, as_of: true }).strict(),
  },
  responses: answersOne(ThemeDetail, 'The theme'),
})

export const theme = endpoint(route, async (c) => {
  const { id } = c.req.valid('param')
  const { theme, notes } = await themeAsked(c.var.context, id)
  return c.json(one(await getTheme(c.var.context.store.db, theme, c.req.valid('query')), notes), 200)
})
