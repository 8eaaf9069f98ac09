/** GET /v1/articles/{id}: one article with its text, findings and revisions. */
import { createRoute, z } from '@hono/zod-openapi'
import { ArticleDetail, Moment } from '../../query.ts'
import { getArticle } from '../../store/articles.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'
import { found, idOf } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/articles/{id}',
  tags: ['articles'],
  operationId: 'article',
  summary:
    'One article with its text and findings; the text is null where the server gives out titles, links and evidence only',
  request: {
    params: idOf('article'),
    query: z.strictObject({
      as_of: Moment.optional().meta({ description: 'the revision and findings as they were known at this moment' }),
    }),
  },
  responses: answersOne(ArticleDetail, 'The article'),
})

export const article = endpoint(route, async (c) => {
  const { id } = c.req.valid('param')
  const { context, servesText } = c.var
  const whole = found(await getArticle(context.store.db, id, c.req.valid('query')), 'article', id)
  return c.json(one(servesText ? whole : { ...whole, text: null, tables: '' }), 200)
})
