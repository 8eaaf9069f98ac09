/** POST /v1/findings/{id}/mark: a person says that a finding is wrong; it leaves every answer and stays in the record. */
import { createRoute, z } from '@hono/zod-openapi'
import { MarkRow, NewMark } from '../../query.ts'
import { articleOfFinding, markFinding as mark, markOf } from '../../store/marks.ts'
import { answersOne, endpoint, json, one } from '../endpoint.ts'
import { idOf } from '../parameters.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/findings/{id}/mark',
  tags: ['findings'],
  operationId: 'markFinding',
  summary:
    'Mark a finding wrong: it leaves queries, series, digests and alerts, as of every moment, and stays so when analysed again',
  request: {
    params: idOf('finding'),
    query: z.strictObject({}),
    body: { required: true, ...json(NewMark, 'Why') },
  },
  responses: answersOne(MarkRow, 'The finding, marked'),
})

export const markFinding = endpoint(route, async (c) => {
  const { store, clock } = c.var.context
  const { id } = c.req.valid('param')
  const { reason, by } = c.req.valid('json')
  const articleId = await articleOfFinding(store.db, id)
  const marked = { articleId, findingId: id, reason, by: c.var.caller?.name ?? by ?? null, markedAt: clock() }
  const before = await markOf(store.db, articleId, id)
  const notes = before === null ? [] : [`it was marked before: "${before.mark.reason}"; this reason stands now`]
  return c.json(one(await mark(store.db, marked), notes), 200)
})
