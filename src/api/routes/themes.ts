/** GET /v1/themes: what articles are about, by attention. */
import { createRoute } from '@hono/zod-openapi'
import { ThemeQuery, ThemeSummary } from '../../query.ts'
import { listThemes } from '../../store/themes.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/themes',
  tags: ['themes'],
  operationId: 'themes',
  summary: 'Themes in a window of time, counted by story',
  request: { query: ThemeQuery.strict() },
  responses: answersMany(ThemeSummary, 'Themes, most attention first'),
})

export const themes = endpoint(route, async (c) =>
  c.json(many(await listThemes(c.var.context.store.db, c.req.valid('query'))), 200),
)
