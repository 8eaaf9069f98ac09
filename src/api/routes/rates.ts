/** GET /v1/rates: policy rates, yields, inflation and their like, as stated. */
import { createRoute } from '@hono/zod-openapi'
import { FindingRow, RateQuery } from '../../query.ts'
import { listRates } from '../../store/findings.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/rates',
  tags: ['findings'],
  operationId: 'rates',
  summary: 'Rates that articles state, with the words that say so',
  request: { query: RateQuery.strict() },
  responses: answersMany(FindingRow, 'Findings of kind rate'),
})

export const rates = endpoint(route, async (c) =>
  c.json(many(await listRates(c.var.context.store.db, c.req.valid('query'))), 200),
)
