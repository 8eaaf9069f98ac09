/** DELETE /v1/feeds/{id}: polls a feed no more; what came from it stays. */
import { createRoute, z } from '@hono/zod-openapi'
import { FeedRow } from '../../query.ts'
import { scheduleFeeds } from '../../queue/schedules.ts'
import { listFeeds, removeFeed as remove } from '../../store/feeds.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'
import { feedBy, FeedId } from '../parameters.ts'
import { shown } from './feeds.ts'

const route = createRoute({
  method: 'delete',
  path: '/v1/feeds/{id}',
  tags: ['feeds'],
  operationId: 'removeFeed',
  summary: 'Remove a feed; its articles stay',
  request: { params: FeedId, query: z.strictObject({}) },
  responses: answersOne(FeedRow, 'The feed as it was'),
})

export const removeFeed = endpoint(route, async (c) => {
  const { context } = c.var
  const feed = feedBy(await listFeeds(context.store.db), c.req.valid('param').id)
  await remove(context.store.db, feed.id)
  await scheduleFeeds(context)
  return c.json(one(shown(feed)), 200)
})
