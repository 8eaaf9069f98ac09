/** GET /v1/findings: typed facts with the words that say so, over all articles. */
import { createRoute } from '@hono/zod-openapi'
import { FindingQuery, FindingRow } from '../../query.ts'
import { listFindings } from '../../store/findings.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/findings',
  tags: ['findings'],
  operationId: 'findings',
  summary: 'Findings of every kind, each with its evidence and source',
  request: { query: FindingQuery.strict() },
  responses: answersMany(FindingRow, 'Findings'),
})

export const findings = endpoint(route, async (c) =>
  c.json(many(await listFindings(c.var.context.store.db, c.req.valid('query'))), 200),
)
