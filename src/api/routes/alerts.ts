/** GET /v1/alerts: what the rules noticed, and who was told. */
import { createRoute } from '@hono/zod-openapi'
import { shownAlerts } from '../../alerts/shown.ts'
import { AlertQuery, AlertRow } from '../../query.ts'
import { listAlerts } from '../../store/alerts.ts'
import { answersMany, endpoint, noted } from '../endpoint.ts'

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
  const { settings, store } = c.var.context
  const { db } = store
  const query = c.req.valid('query')
  const { data, meta } = await listAlerts(db, query)
  const page = { data: await shownAlerts(db, data), meta }
  const isRule = settings.alerts.some(({ name }) => name === query.rule)
  const notes = query.rule === undefined || isRule || data.length > 0 ? [] : [`there is no alert rule "${query.rule}"`]
  return c.json(noted(page, notes), 200)
})
