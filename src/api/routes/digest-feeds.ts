/** GET /digests.atom and /digests.json: the last digests as feeds, for readers and mailers. */
import { createRoute, z } from '@hono/zod-openapi'
import { endpoint } from '../endpoint.ts'

const describe = <P extends string>(path: P, operationId: string, type: string, summary: string) =>
  createRoute({
    method: 'get',
    path,
    tags: ['digests'],
    operationId,
    summary,
    request: { query: z.strictObject({}) },
    responses: { 200: { description: 'The feed', content: { [type]: { schema: z.string() } } } },
  })

const atom = 'application/atom+xml'
const json = 'application/feed+json'

export const atomFeed = endpoint(
  describe('/digests.atom', 'digestsAtom', atom, 'The last digests as an Atom feed'),
  async (c) => {
    // Loaded when asked for: no other route needs the library that writes feeds.
    const { lastDigests, renderAtom } = await import('../../digest/feed.ts')
    const { store, settings, clock } = c.var.context
    const digests = await lastDigests(store.db, settings.digest, clock())
    const feed = renderAtom(digests, { origin: new URL(c.req.url).origin, path: '/digests.atom' })
    return c.body(feed, 200, { 'content-type': `${atom}; charset=utf-8` })
  },
)

export const jsonFeed = endpoint(
  describe('/digests.json', 'digestsJson', json, 'The last digests as a JSON feed'),
  async (c) => {
    const { lastDigests, renderJsonFeed } = await import('../../digest/feed.ts')
    const { store, settings, clock } = c.var.context
    const digests = await lastDigests(store.db, settings.digest, clock())
    const feed = renderJsonFeed(digests, { origin: new URL(c.req.url).origin, path: '/digests.json' })
    return c.body(feed, 200, { 'content-type': `${json}; charset=utf-8` })
  },
)
