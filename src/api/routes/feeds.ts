/** GET /v1/feeds: the feeds that are polled, and how that goes. */
import { createRoute, z } from '@hono/zod-openapi'
import { FeedRow } from '../../query.ts'
import { listFeeds, type StoredFeed } from '../../store/feeds.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/feeds',
  tags: ['feeds'],
  operationId: 'feeds',
  summary: 'Feeds, with the outcome of the last poll',
  request: { query: z.strictObject({}) },
  responses: answersMany(FeedRow, 'Feeds'),
})

/** A feed as answers show it: without what only its polls need. */
export const shown = ({ etag: _e, lastModified: _l, ...feed }: StoredFeed): FeedRow => feed

export const feeds = endpoint(route, async (c) =>
  c.json(many((await listFeeds(c.var.context.store.db)).map(shown)), 200),
)
