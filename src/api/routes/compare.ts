/** GET /v1/compare: themes and instruments side by side, over the same steps. */
import { createRoute } from '@hono/zod-openapi'
import { CompareQuery, Series } from '../../query.ts'
import { subjectOf, type Subject } from '../../store/names.ts'
import { compareSeries } from '../../store/timeline.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'
import { found } from '../parameters.ts'

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
  const subjects = (kind: Subject['kind'], ids: readonly string[]) =>
    Promise.all([...new Set(ids)].map(async (id) => found(await subjectOf(db, { kind, id }), kind, id)))
  const asked = [...(await subjects('theme', themes)), ...(await subjects('instrument', tickers))]
  return c.json(many(await compareSeries(db, asked, query)), 200)
})
