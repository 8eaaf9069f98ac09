/** GET /v1/articles: the articles there are, however far they have got. */
import { createRoute } from '@hono/zod-openapi'
import { ArticleQuery, ArticleRow } from '../../query.ts'
import { listArticles } from '../../store/articles.ts'
import { unknownNames } from '../../store/unknown-names.ts'
import { answersMany, endpoint, noted } from '../endpoint.ts'
import { strangersIn } from '../strangers.ts'

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
  const page = await listArticles(db, query)
  const { sources, language } = query
  const strangers = await strangersIn(page, 'article', { sources, language }, (one) =>
    listArticles(db, ArticleQuery.parse(one)),
  )
  return c.json(noted(page, [...(await unknownNames(db, query)), ...strangers]), 200)
})
