/** GET /v1/emerging: phrases that nobody has named a theme for, of the last day that has stories. */
import { createRoute, z } from '@hono/zod-openapi'
import { buildDigest } from '../../digest/build.ts'
import { EmergingPhrase } from '../../digest/digest.ts'
import type { Context } from '../../queue/context.ts'
import { Moment } from '../../query.ts'
import { newestStoryBefore } from '../../store/attention.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/emerging',
  tags: ['themes'],
  operationId: 'emerging',
  summary: 'Phrases that emerge',
  request: {
    query: z.strictObject({
      time_to: Moment.optional().meta({ description: 'the day before this; absent: the last' }),
    }),
  },
  responses: answersMany(
    EmergingPhrase,
    'Active, candidate, fading, dormant; of each the weightiest first. What was decided on them holds',
  ),
})

const aDay = 86_400_000

/** Of the day that ends with the newest story before `before` (ISO 8601), so that the same store gives the same whenever it is asked. */
export async function latestEmerging({ store, settings }: Context, before: string): Promise<EmergingPhrase[]> {
  const newest = await newestStoryBefore(store.db, before)
  if (newest === null) return []
  const to = new Date(Date.parse(newest) + 1).toISOString()
  const from = new Date(Date.parse(to) - aDay).toISOString()
  return (await buildDigest(store.db, { from, to, timezone: settings.digest.timezone })).emerging
}

export const emerging = endpoint(route, async (c) =>
  c.json(many(await latestEmerging(c.var.context, c.req.valid('query').time_to ?? c.var.context.clock())), 200),
)
