/** GET /v1/policy-events: what authorities did, will do or may do. */
import { createRoute } from '@hono/zod-openapi'
import { FindingRow, PolicyQuery } from '../../query.ts'
import { listPolicyEvents } from '../../store/findings.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/policy-events',
  tags: ['findings'],
  operationId: 'policyEvents',
  summary: 'Policy events: rate decisions, tariffs, appointments and their like',
  request: { query: PolicyQuery.strict() },
  responses: answersMany(FindingRow, 'Findings of kind policy_event'),
})

export const policyEvents = endpoint(route, async (c) =>
  c.json(many(await listPolicyEvents(c.var.context.store.db, c.req.valid('query'))), 200),
)
