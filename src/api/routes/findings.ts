/** GET /v1/findings: typed facts with the words that say so, over all articles. */
import { createRoute } from '@hono/zod-openapi'
import { FindingQuery, FindingRow } from '../../query.ts'
import { listFindings } from '../../store/findings.ts'
import { unknownNames } from '../../store/unknown-names.ts'
import { answersMany, endpoint, noted } from '../endpoint.ts'
import { strangersIn } from '../strangers.ts'

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
  const page = await listFindings(db, query)
  const strangers = await strangersIn(page, 'finding', { article: query.article }, (one) =>
    listFindings(db, FindingQuery.parse(one)),
  )
  return c.json(noted(page, [...(await unknownNames(db, query)), ...strangers]), 200)
})
