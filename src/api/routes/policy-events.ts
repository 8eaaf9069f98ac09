/** GET /v1/policy-events: what authorities did, will do or may do. */
import { createRoute } from '@hono/zod-openapi'
import { FindingRow, PolicyQuery } from '../../query.ts'
import { listPolicyEvents } from '../../store/findings.ts'
import { answersMany, endpoint, noted } from '../endpoint.ts'
import { strangersIn } from '../strangers.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/policy-events',
  tags: ['findings'],
  operationId: 'policyEvents',
  summary: 'Policy events: rate decisions, tariffs, appointments and their like',
  request: { query: PolicyQuery.strict() },
  responses: answersMany(FindingRow, 'Findings of kind policy_event'),
})

export const policyEvents = endpoint(route, async (c) => {
  const { db } = c.var.context.store
  const query = c.req.valid('query')
  const page = await listPolicyEvents(db, query)
  const { actor } = query
  const strangers = await strangersIn(page, 'policy event', { actor }, (one) =>
    listPolicyEvents(db, PolicyQuery.parse(one)),
  )
  return c.json(noted(page, strangers), 200)
})
