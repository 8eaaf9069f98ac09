/** GET /v1/instruments/{symbol}: one instrument, its themes and best evidence. */
import { createRoute } from '@hono/zod-openapi'
import { InstrumentDetail, TimelineQuery } from '../../query.ts'
import { getInstrument } from '../../store/instruments.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'
import { found, Symbol } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/instruments/{symbol}',
  tags: ['instruments'],
  operationId: 'instrument',
  summary: 'One instrument: sentiment, themes, evidence',
  request: { params: Symbol, query: TimelineQuery.pick({ time_from: true, time_to: true, as_of: true }).strict() },
  responses: answersOne(InstrumentDetail, 'The instrument'),
})

export const instrument = endpoint(route, async (c) => {
  const { symbol } = c.req.valid('param')
  const row = await getInstrument(c.var.context.store.db, symbol, c.req.valid('query'))
  return c.json(one(found(row, 'instrument', symbol)), 200)
})
