/** GET /v1/digests/{date}: the digest of a day, built from what the store holds now; or an edition as it was given. */
import { createRoute, z } from '@hono/zod-openapi'
import { currentDigest, keptDigest } from '../../digest/editions.ts'
import { latestDay } from '../../digest/latest-day.ts'
import { answersDigest, answerDigest, DigestDate, DigestForm } from '../digest-answer.ts'
import { endpoint } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/digests/{date}',
  tags: ['digests'],
  operationId: 'digest',
  summary: 'The digest of a day; the same store gives the same bytes',
  request: {
    params: z.object({ date: DigestDate }),
    query: DigestForm.extend({
      edition: z.coerce
        .number()
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .meta({ description: 'an edition as it was kept; default: the digest as the store has it now' }),
    }),
  },
  responses: answersDigest,
})

export const digest = endpoint(route, async (c) => {
  const { store, settings, clock } = c.var.context
  const { format, edition, timezone = settings.digest.timezone } = c.req.valid('query')
  const asked = c.req.valid('param').date
  const { market } = settings.digest
  const date = asked === 'latest' ? await latestDay(store.db, { now: clock(), ...settings.digest }) : asked
  const made =
    edition === undefined
      ? await currentDigest(store.db, { date, timezone, market })
      : await keptDigest(store.db, { date, timezone, edition })
  return answerDigest(c, made, format)
})
