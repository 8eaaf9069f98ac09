/** GET /v1/themes: what articles are about, by attention. */
import { createRoute } from '@hono/zod-openapi'
import { ThemeQuery, ThemeSummary } from '../../query.ts'
import { listThemes } from '../../store/themes.ts'
import { unknownNames } from '../../store/unknown-names.ts'
import { answersMany, endpoint, manyAbout } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/themes',
  tags: ['themes'],
  operationId: 'themes',
  summary: 'Themes in a window of time, counted by story',
  request: { query: ThemeQuery.strict() },
  responses: answersMany(ThemeSummary, 'Themes, most attention first'),
})

export const themes = endpoint(route, async (c) => {
  const { db } = c.var.context.store
  const query = c.req.valid('query')
  return c.json(await manyAbout(listThemes(db, query), unknownNames(db, query)), 200)
})
