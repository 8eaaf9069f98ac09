/** GET /v1/instruments: the instruments that articles are about, by stories. */
import { createRoute } from '@hono/zod-openapi'
import { InstrumentQuery, InstrumentSummary } from '../../query.ts'
import { listInstruments } from '../../store/instruments.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/instruments',
  tags: ['instruments'],
  operationId: 'instruments',
  summary: 'Instruments in a window of time, with sentiment',
  request: { query: InstrumentQuery.strict() },
  responses: answersMany(InstrumentSummary, 'Instruments, most stories first'),
})

export const instruments = endpoint(route, async (c) =>
  c.json(many(await listInstruments(c.var.context.store.db, c.req.valid('query'))), 200),
)
