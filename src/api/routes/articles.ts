/** GET /v1/articles: the articles there are, however far they have got. */
import { createRoute } from '@hono/zod-openapi'
import { ArticleQuery, ArticleRow } from '../../query.ts'
import { listArticles } from '../../store/articles.ts'
import { unknownNames } from '../../store/unknown-names.ts'
import { answersMany, endpoint, manyAbout } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/articles',
  tags: ['articles'],
  operationId: 'articles',
  summary: 'Articles, with how far each has got',
  request: { query: ArticleQuery.strict() },
  responses: answersMany(ArticleRow, 'Articles'),
})

export const articles = endpoint(route, async (c) => {
  const { db } = c.var.context.store
  const query = c.req.valid('query')
  return c.json(await manyAbout(listArticles(db, query), unknownNames(db, query)), 200)
})
