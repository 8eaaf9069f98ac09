/** POST /v1/articles/remove: takes down what a source published, or what is older than it may be kept. */
import { createRoute, z } from '@hono/zod-openapi'
import { takeDown } from '../../queue/take-down.ts'
import { countRemovable, type ToRemove } from '../../store/remove-articles.ts'
import { answersOne, endpoint, json, one } from '../endpoint.ts'

export const Reason = z.string().max(500).meta({ description: 'why; kept with what remains of it' })
export const Removed = z
  .object({
    articles: z.int(),
    stories: z.int().meta({ description: 'stories that have fewer articles now, or are gone' }),
    remaining: z.int().meta({ description: 'what is left to remove: send the same request again until it is 0' }),
    dryRun: z.boolean().meta({ description: 'true: nothing was removed, this is what would be' }),
  })
  .meta({ id: 'Removed' })

/** Removed in one request. */
const most = 1_000

const host = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i
const ToTakeDown = z
  .strictObject({
    source: z.string().max(253).regex(host, 'is no host, such as wire.example').optional().meta({ description: 'a host; its subdomains are meant too' }), // prettier-ignore
    olderThanDays: z.int().min(1).max(36_500).optional().meta({ description: 'by publication; what is undated by when it was known' }), // prettier-ignore
    reason: Reason.optional(),
    dryRun: z.boolean().default(false),
  })
  .refine(({ source, olderThanDays }) => (source === undefined) !== (olderThanDays === undefined), {
    message: 'give "source" or "olderThanDays", one of them',
  })
  .meta({ id: 'ToTakeDown' })

const route = createRoute({
  method: 'post',
  path: '/v1/articles/remove',
  tags: ['articles'],
  operationId: 'removeArticles',
  summary: 'Take down a source, of which nothing is taken in from then on, or what is older than a number of days',
  request: { query: z.strictObject({}), body: { required: true, ...json(ToTakeDown, 'What goes') } },
  responses: answersOne(Removed, 'How much'),
})

export const removeArticles = endpoint(route, async (c) => {
  const { context } = c.var
  const { source, olderThanDays = 0, dryRun, reason } = c.req.valid('json')
  const before = new Date(Date.parse(context.clock()) - olderThanDays * 86_400_000).toISOString()
  const which: ToRemove = source === undefined ? { before } : { source }
  const why = reason ?? (source === undefined ? `older than ${olderThanDays} days` : 'taken down')
  const removed = dryRun
    ? { ...(await countRemovable(context.store.db, which)), remaining: 0 }
    : await takeDown(context, which, { reason: why, most })
  return c.json(one({ ...removed, dryRun }), 200)
})
