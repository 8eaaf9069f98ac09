/** POST /v1/feeds/{id}/poll: asks a feed for its news now. */
import { createRoute, z } from '@hono/zod-openapi'
import { FeedRow } from '../../query.ts'
import { listFeeds } from '../../store/feeds.ts'
import { endpoint, json, Meta, one } from '../endpoint.ts'
import { feedBy, FeedId } from '../parameters.ts'
import { shown } from './feeds.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/feeds/{id}/poll',
  tags: ['feeds'],
  operationId: 'pollFeed',
  summary: 'Poll a feed now; the outcome is in GET /v1/feeds',
  request: { params: FeedId, query: z.strictObject({}) },
  responses: { 202: json(z.object({ data: FeedRow, meta: Meta }), 'The feed, before the poll') },
})

export const pollFeed = endpoint(route, async (c) => {
  const { store, queues } = c.var.context
  const feed = feedBy(await listFeeds(store.db), c.req.valid('param').id)
  await queues.add('poll-feed', { feedId: feed.id })
  return c.json(one(shown(feed)), 202)
})
