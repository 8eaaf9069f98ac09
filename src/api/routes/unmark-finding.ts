/** DELETE /v1/findings/{id}/mark: the finding counts again. */
import { createRoute, z } from '@hono/zod-openapi'
import { ThemewireError } from '../../errors.ts'
import { MarkRow } from '../../query.ts'
import { articleOfFinding, unmarkFinding as unmark } from '../../store/marks.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'
import { idOf } from '../parameters.ts'

const route = createRoute({
  method: 'delete',
  path: '/v1/findings/{id}/mark',
  tags: ['findings'],
  operationId: 'unmarkFinding',
  summary: 'Take a mark back: the finding counts again',
  request: { params: idOf('finding'), query: z.strictObject({}) },
  responses: answersOne(MarkRow, 'The mark as it was'),
})

export const unmarkFinding = endpoint(route, async (c) => {
  const { db } = c.var.context.store
  const { id } = c.req.valid('param')
  const mark = await unmark(db, await articleOfFinding(db, id), id)
  if (mark) return c.json(one(mark), 200)
  throw new ThemewireError('not-found', `finding "${id}" is not marked`, {
    hint: 'themewire findings --marked lists those that are',
  })
})
