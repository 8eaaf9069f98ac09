/** GET /v1/articles/{id}/like: articles of other stories about the same things, and why. */
import { createRoute } from '@hono/zod-openapi'
import { LikeQuery, LikeRow } from '../../query.ts'
import { articlesLike } from '../../store/articles-like.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'
import { found, idOf } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/articles/{id}/like',
  tags: ['articles'],
  operationId: 'articlesLike',
  summary: 'Articles like this one, of other stories: the themes, instruments and words they share',
  request: { params: idOf('article'), query: LikeQuery.strict() },
  responses: answersMany(LikeRow, 'Likest first, one of each story; none where it has no theme and no instrument'),
})

export const like = endpoint(route, async (c) => {
  const { id } = c.req.valid('param')
  return c.json(many(found(await articlesLike(c.var.context.store.db, id, c.req.valid('query')), 'article', id)), 200)
})
