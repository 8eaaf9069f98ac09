/** DELETE /v1/feeds/{id}: polls a feed no more; what came from it stays. */
import { createRoute, z } from '@hono/zod-openapi'
import { ThemewireError } from '../../errors.ts'
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

/** The next start would bring it back. */
const inPipelineFile = (url: string, file: string): ThemewireError =>
  new ThemewireError('conflict', `${url} stands in the pipeline file, which adds it at every start`, {
    hint: `pause it, which lasts; or take it out of ${file}, start again, and remove it then`,
  })

export const removeFeed = endpoint(route, async (c) => {
  const { context } = c.var
  const feed = feedBy(await listFeeds(context.store.db), c.req.valid('param').id)
  if (context.settings.feeds.some(({ url }) => url === feed.url))
    throw inPipelineFile(feed.url, context.config.pipelineFile)
  await remove(context.store.db, feed.id)
  await scheduleFeeds(context)
  return c.json(one(shown(feed)), 200)
})
