/** GET /v1/alerts: what the rules noticed, and who was told. */
import { createRoute } from '@hono/zod-openapi'
import { shownAlerts } from '../../alerts/shown.ts'
import { AlertQuery, AlertRow } from '../../query.ts'
import { listAlerts } from '../../store/alerts.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/alerts',
  tags: ['alerts'],
  operationId: 'alerts',
  summary: 'Alerts that were raised, latest first, with the state of each delivery',
  request: { query: AlertQuery.strict() },
  responses: answersMany(AlertRow, 'Alerts'),
})

export const alerts = endpoint(route, async (c) => {
  const { db } = c.var.context.store
  const { data, meta } = await listAlerts(db, c.req.valid('query'))
  return c.json(many({ data: await shownAlerts(db, data), meta }), 200)
})
