/** POST /v1/alerts/test: sends a test alert to the webhooks of a rule, and says how that went. */
import { createRoute, z } from '@hono/zod-openapi'
import { sendTestAlert } from '../../alerts/test-alert.ts'
import { AlertRow } from '../../query.ts'
import { answersOne, endpoint, json, one } from '../endpoint.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/alerts/test',
  tags: ['alerts'],
  operationId: 'testAlert',
  summary: 'Send a test alert to the webhooks of a rule, each once',
  request: {
    query: z.strictObject({}),
    body: { required: true, ...json(z.strictObject({ rule: z.string().max(60) }).meta({ id: 'TestAlert' }), 'Which') },
  },
  responses: answersOne(AlertRow, 'The test alert, with the state of each delivery'),
})

export const testAlert = endpoint(route, async (c) => {
  const { store, settings, config, clock } = c.var.context
  const { alerts, webhooks } = settings
  const parts = { alerts, webhooks, userAgent: config.userAgent, clock }
  return c.json(one(await sendTestAlert(store.db, c.req.valid('json').rule, parts)), 200)
})
