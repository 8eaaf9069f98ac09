/** GET /v1/search: full text over titles and articles. */
import { createRoute } from '@hono/zod-openapi'
import { SearchHit, SearchQuery } from '../../query.ts'
import { searchArticles } from '../../store/search.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/search',
  tags: ['articles'],
  operationId: 'search',
  summary: 'Full-text search with highlights',
  description:
    'Of more than 3,000 matches in the window the latest 3,000 are ranked and paged through; meta.atLeast and meta.notes say so.',
  request: { query: SearchQuery.strict() },
  responses: answersMany(SearchHit, 'Articles, best match first'),
})

export const search = endpoint(route, async (c) =>
  c.json(many(await searchArticles(c.var.context.store.db, c.req.valid('query'))), 200),
)
