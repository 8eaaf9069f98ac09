/** GET /v1/compare: themes and instruments side by side, over the same steps. */
import { createRoute } from '@hono/zod-openapi'
import { CompareQuery, Series } from '../../query.ts'
import { subjectOf } from '../../store/names.ts'
import { compareSeries } from '../../store/timeline.ts'
import { answersMany, endpoint, noted } from '../endpoint.ts'
import { found } from '../parameters.ts'
import { themeAsked } from '../theme-asked.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/compare',
  tags: ['themes'],
  operationId: 'compare',
  summary: 'Themes and instruments side by side: each as a whole, and its time series over the same steps',
  request: { query: CompareQuery.strict() },
  responses: answersMany(Series, 'One series each, in the order asked for, themes first'),
})

export const compare = endpoint(route, async (c) => {
  const { themes = [], tickers = [], ...query } = c.req.valid('query')
  const { db } = c.var.context.store
  const asked = await Promise.all([...new Set(themes)].map((id) => themeAsked(c.var.context, id)))
  const instruments = await Promise.all(
    [...new Set(tickers)].map(async (id) => found(await subjectOf(db, { kind: 'instrument', id }), 'instrument', id)),
  )
  const data = await compareSeries(db, [...asked.map(({ theme }) => theme), ...instruments], query)
  const meta = { found: data.length, returned: data.length, next: null }
  return c.json(noted({ data, meta }, asked.flatMap(({ notes }) => notes)), 200) // prettier-ignore
})
