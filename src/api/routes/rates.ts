/** GET /v1/rates: policy rates, yields, inflation and their like, as stated. */
import { createRoute } from '@hono/zod-openapi'
import { FindingRow, RateQuery } from '../../query.ts'
import { listRates } from '../../store/findings.ts'
import { answersMany, endpoint, noted } from '../endpoint.ts'
import { strangersIn } from '../strangers.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/rates',
  tags: ['findings'],
  operationId: 'rates',
  summary: 'Rates that articles state, with the words that say so',
  request: { query: RateQuery.strict() },
  responses: answersMany(FindingRow, 'Findings of kind rate'),
})

export const rates = endpoint(route, async (c) => {
  const { db } = c.var.context.store
  const query = c.req.valid('query')
  const page = await listRates(db, query)
  const { issuer, subject } = query
  const strangers = await strangersIn(page, 'rate', { issuer, subject }, (one) => listRates(db, RateQuery.parse(one)))
  return c.json(noted(page, strangers), 200)
})
