/** POST /v1/feeds: a feed to poll from now on; its first poll is at once. */
import { createRoute, z } from '@hono/zod-openapi'
import { checkedUrl } from '../../fetch/fetch-page.ts'
import { FeedRow } from '../../query.ts'
import { scheduleFeeds } from '../../queue/schedules.ts'
import { assertAllowed } from '../../store/blocked-sources.ts'
import { addFeed as add } from '../../store/feeds.ts'
import { endpoint, json, Meta, one } from '../endpoint.ts'
import { shown } from './feeds.ts'

export const Minutes = z.int().min(1).max(1440).meta({ description: 'minutes between two polls' })
export const Rules = z
  .array(z.string().trim().min(1).max(200))
  .max(100)
  .meta({ description: 'words in the title or address, `*` for any characters; title: or url: asks for one of them' })

const NewFeed = z
  .strictObject({
    url: z.string().min(1).max(4096).meta({ description: 'address of an RSS, Atom or JSON feed' }),
    minutes: Minutes.default(15),
    keep: Rules.optional(),
    block: Rules.optional(),
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
  const { url, ...settings } = c.req.valid('json')
  const { href } = checkedUrl(url)
  await assertAllowed(context.store.db, [href])
  const feed = await add(context.store.db, { url: href, ...settings, now: context.clock() })
  await scheduleFeeds(context)
  return c.json(one(shown(feed)), 201)
})
