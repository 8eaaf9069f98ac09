/** GET /v1/articles: the articles there are, however far they have got. */
import { createRoute } from '@hono/zod-openapi'
import { ArticleQuery, ArticleRow } from '../../query.ts'
import { listArticles } from '../../store/articles.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/articles',
  tags: ['articles'],
  operationId: 'articles',
  summary: 'Articles, with how far each has got',
  request: { query: ArticleQuery.strict() },
  responses: answersMany(ArticleRow, 'Articles'),
})

export const articles = endpoint(route, async (c) =>
  c.json(many(await listArticles(c.var.context.store.db, c.req.valid('query'))), 200),
)
