/** POST /v1/articles: takes articles in, by URL or with their content; they are read and analysed in the queue. */
import { createRoute, z } from '@hono/zod-openapi'
import { AddArticles, Added, NewArticle } from '../../query.ts'
import { addArticles as add } from '../../queue/add-articles.ts'
import { endpoint, json, many, Meta } from '../endpoint.ts'

const { url, html, text, title, publishedAt } = NewArticle.shape
const Body = z
  .strictObject({ ...AddArticles.shape, url, html, text, title, publishedAt })
  .refine(({ urls = [], items = [], ...single }) => urls.length + items.length > 0 || hasContent(single), {
    message: 'nothing to add: give "urls", "items", or one "url", "html" or "text"',
  })
  .meta({ id: 'AddBody', description: 'One article, or many: URLs in `urls`, anything in `items`' })

function hasContent(single: NewArticle): boolean {
  return (single.url ?? single.html ?? single.text) !== undefined
}

const route = createRoute({
  method: 'post',
  path: '/v1/articles',
  tags: ['articles'],
  operationId: 'add',
  summary: 'Add articles: URLs, pages or texts, one or many',
  request: { query: z.strictObject({}), body: { required: true, ...json(Body, 'What to add') } },
  responses: {
    202: json(
      z.object({ data: z.array(Added), meta: Meta }),
      'What became of each, in order: URLs, items, the single one',
    ),
  },
})

export const addArticles = endpoint(route, async (c) => {
  const { urls = [], items = [], backfill, ...single } = c.req.valid('json')
  const all = [...items, ...(hasContent(single) ? [single] : [])]
  return c.json(many(await add(c.var.context, { urls, items: all, backfill })), 202)
})
