/** GET /v1/feeds/starters: well-known public feeds that can be added. */
import { createRoute, z } from '@hono/zod-openapi'
import { readStarterFeeds, StarterFeed } from '../../starter-feeds.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/feeds/starters',
  tags: ['feeds'],
  operationId: 'starterFeeds',
  summary: 'Well-known public feeds to begin with; none is polled until it is added',
  request: { query: z.strictObject({}) },
  responses: answersMany(StarterFeed, 'Feeds, group by group'),
})

export const starterFeeds = endpoint(route, (c) => c.json(many(readStarterFeeds()), 200))
