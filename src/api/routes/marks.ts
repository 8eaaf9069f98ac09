/** GET /v1/marks: findings that a person has marked wrong, for whoever mends the rules. */
import { createRoute } from '@hono/zod-openapi'
import { MarkQuery, MarkRow } from '../../query.ts'
import { listMarks } from '../../store/marks.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/marks',
  tags: ['findings'],
  operationId: 'marks',
  summary:
    'Findings marked wrong, latest first: as they stood, who marked them when and why, and whether they are still found',
  request: { query: MarkQuery.strict() },
  responses: answersMany(MarkRow, 'Marked findings'),
})

export const marks = endpoint(route, async (c) =>
  c.json(many(await listMarks(c.var.context.store.db, c.req.valid('query'))), 200),
)
