/** GET /v1/instruments/{symbol}/timeline: attention and sentiment of an instrument, step by step. */
import { createRoute } from '@hono/zod-openapi'
import { InstrumentTimelineQuery, TimelinePoint } from '../../query.ts'
import { subjectOf } from '../../store/names.ts'
import { timelineOf } from '../../store/timeline.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'
import { found, Symbol } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/instruments/{symbol}/timeline',
  tags: ['instruments'],
  operationId: 'instrumentTimeline',
  summary: 'Time series of an instrument, in all or by group; steps without articles are there, with zeros',
  request: { params: Symbol, query: InstrumentTimelineQuery.strict() },
  responses: answersMany(TimelinePoint, 'Steps, earliest first; of each group in turn, most told first'),
})

export const instrumentTimeline = endpoint(route, async (c) => {
  const { symbol } = c.req.valid('param')
  const { db } = c.var.context.store
  const instrument = found(await subjectOf(db, { kind: 'instrument', id: symbol }), 'instrument', symbol)
  return c.json(many(await timelineOf(db, instrument, c.req.valid('query'))), 200)
})
