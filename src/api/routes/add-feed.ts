/** POST /v1/feeds: a feed to poll from now on; its first poll is at once. */
import { createRoute, z } from '@hono/zod-openapi'
import { checkedUrl } from '../../fetch/fetch-page.ts'
import { FeedRow } from '../../query.ts'
import { scheduleFeeds } from '../../queue/schedules.ts'
import { addFeed as add } from '../../store/feeds.ts'
import { endpoint, json, Meta, one } from '../endpoint.ts'
import { shown } from './feeds.ts'

const NewFeed = z
  .strictObject({
    url: z.string().min(1).max(4096).meta({ description: 'address of an RSS, Atom or JSON feed' }),
    minutes: z.int().min(1).max(1440).default(15).meta({ description: 'minutes between two polls' }),
  })
  .meta({ id: 'NewFeed' })

const route = createRoute({
  method: 'post',
  path: '/v1/feeds',
  tags: ['feeds'],
  operationId: 'addFeed',
  summary: 'Add a feed; one that is there already keeps its id',
  request: { query: z.strictObject({}), body: { required: true, ...json(NewFeed, 'The feed') } },
  responses: { 201: json(z.object({ data: FeedRow, meta: Meta }), 'The feed') },
})

export const addFeed = endpoint(route, async (c) => {
  const { context } = c.var
  const { url, minutes } = c.req.valid('json')
  const feed = await add(context.store.db, { url: checkedUrl(url).href, minutes, now: context.clock() })
  await scheduleFeeds(context)
  return c.json(one(shown(feed)), 201)
})
