/** GET /v1/instruments: the instruments that articles are about, by stories. */
import { createRoute } from '@hono/zod-openapi'
import { InstrumentQuery, InstrumentSummary } from '../../query.ts'
import { listInstruments } from '../../store/instruments.ts'
import { unknownNames } from '../../store/unknown-names.ts'
import { answersMany, endpoint, manyAbout } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/instruments',
  tags: ['instruments'],
  operationId: 'instruments',
  summary: 'Instruments in a window of time, with sentiment',
  request: { query: InstrumentQuery.strict() },
  responses: answersMany(InstrumentSummary, 'Instruments, most stories first'),
})

export const instruments = endpoint(route, async (c) => {
  const { db } = c.var.context.store
  const query = c.req.valid('query')
  return c.json(await manyAbout(listInstruments(db, query), unknownNames(db, query)), 200)
})
