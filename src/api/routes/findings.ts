/** GET /v1/findings: typed facts with the words that say so, over all articles. */
import { createRoute } from '@hono/zod-openapi'
import { FindingQuery, FindingRow } from '../../query.ts'
import { listFindings } from '../../store/findings.ts'
import { unknownNames } from '../../store/unknown-names.ts'
import { answersMany, endpoint, manyAbout } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/findings',
  tags: ['findings'],
  operationId: 'findings',
  summary: 'Findings of every kind, each with its evidence and source',
  request: { query: FindingQuery.strict() },
  responses: answersMany(FindingRow, 'Findings'),
})

export const findings = endpoint(route, async (c) => {
  const { db } = c.var.context.store
  const query = c.req.valid('query')
  return c.json(await manyAbout(listFindings(db, query), unknownNames(db, query)), 200)
})
