/** PATCH /v1/feeds/{id}: pauses a feed, takes it up again, or changes how often it is polled and what is taken from it. */
import { createRoute, z } from '@hono/zod-openapi'
import { FeedRow } from '../../query.ts'
import { scheduleFeeds } from '../../queue/schedules.ts'
import { changeFeed as change, listFeeds, pauseFeed } from '../../store/feeds.ts'
import { answersOne, endpoint, json, one } from '../endpoint.ts'
import { feedBy, FeedId } from '../parameters.ts'
import { Minutes, Rules } from './add-feed.ts'
import { shown } from './feeds.ts'

const FeedChange = z
  .strictObject({
    paused: z.boolean().optional(),
    minutes: Minutes.optional(),
    keep: Rules.optional(),
    block: Rules.optional(),
  }) // prettier-ignore
  .refine((changes) => Object.keys(changes).length > 0, { message: 'nothing to change' })
  .meta({ id: 'FeedChange' })

const route = createRoute({
  method: 'patch',
  path: '/v1/feeds/{id}',
  tags: ['feeds'],
  operationId: 'changeFeed',
  summary: 'Pause or resume a feed, change its interval or its keep and block rules',
  request: { params: FeedId, query: z.strictObject({}), body: { required: true, ...json(FeedChange, 'What changes') } },
  responses: answersOne(FeedRow, 'The feed as it is now'),
})

export const changeFeed = endpoint(route, async (c) => {
  const { context } = c.var
  const { paused, ...changes } = c.req.valid('json')
  const { id } = feedBy(await listFeeds(context.store.db), c.req.valid('param').id)
  await change(context.store.db, id, changes)
  if (paused !== undefined) await pauseFeed(context.store.db, id, paused)
  await scheduleFeeds(context)
  return c.json(one(shown(feedBy(await listFeeds(context.store.db), id))), 200)
})
