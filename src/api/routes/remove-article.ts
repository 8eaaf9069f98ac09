/** DELETE /v1/articles/{id}: takes an article down; it is not fetched again. */
import { createRoute, z } from '@hono/zod-openapi'
import { takeDown } from '../../queue/take-down.ts'
import { articleExists } from '../../store/article-state.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'
import { found, idOf } from '../parameters.ts'
import { Reason, Removed } from './remove-articles.ts'

const route = createRoute({
  method: 'delete',
  path: '/v1/articles/{id}',
  tags: ['articles'],
  operationId: 'removeArticle',
  summary: 'Take an article down: its text, page and findings go, and it is not fetched again',
  request: { params: idOf('article'), query: z.strictObject({ reason: Reason.optional() }) },
  responses: answersOne(Removed, 'How much was removed: the article, and its other addresses'),
})

export const removeArticle = endpoint(route, async (c) => {
  const { context } = c.var
  const { id } = c.req.valid('param')
  found((await articleExists(context.store.db, id)) || null, 'article', id)
  const { reason = 'taken down' } = c.req.valid('query')
  return c.json(one({ ...(await takeDown(context, { id }, { reason })), dryRun: false }), 200)
})
