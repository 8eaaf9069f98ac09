/** POST /v1/feeds/discover: the feeds at an address, which may be a web page. */
import { createRoute, z } from '@hono/zod-openapi'
import { checkedUrl } from '../../fetch/fetch-page.ts'
import { discoverFeeds as discover } from '../../queue/discover-feeds.ts'
import { answersMany, endpoint, json, many } from '../endpoint.ts'

const Address = z.strictObject({ url: z.string().min(1).max(4096) }).meta({ id: 'Address' })
const NamedFeed = z.object({ url: z.string(), title: z.string() }).meta({ id: 'NamedFeed' })

const route = createRoute({
  method: 'post',
  path: '/v1/feeds/discover',
  tags: ['feeds'],
  operationId: 'discoverFeeds',
  summary: 'Find the feeds that an address is or names, the likeliest first; adds none',
  request: { query: z.strictObject({}), body: { required: true, ...json(Address, 'A feed or a web page') } },
  responses: answersMany(NamedFeed, 'Feeds'),
})

export const discoverFeeds = endpoint(route, async (c) =>
  c.json(many(await discover(c.var.context, checkedUrl(c.req.valid('json').url).href)), 200),
)
