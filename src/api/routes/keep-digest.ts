/** POST /v1/digests/{date}: makes the digest of a day and keeps it as an edition. */
import { createRoute, z } from '@hono/zod-openapi'
import { keepDigest } from '../../digest/editions.ts'
import { latestDay } from '../../digest/latest-day.ts'
import { DigestDate, DigestForm, DigestRow } from '../digest-answer.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/digests/{date}',
  tags: ['digests'],
  operationId: 'keepDigest',
  summary: 'Makes the digest of a day and keeps it; when nothing has changed, it is the same edition',
  request: { params: z.object({ date: DigestDate }), query: DigestForm.pick({ timezone: true }) },
  responses: answersOne(DigestRow, 'The edition'),
})

export const keepDigestRoute = endpoint(route, async (c) => {
  const { store, settings, clock } = c.var.context
  const asked = c.req.valid('param').date
  const { timezone = settings.digest.timezone } = c.req.valid('query')
  const { market } = settings.digest
  const date = asked === 'latest' ? await latestDay(store.db, { now: clock(), ...settings.digest }) : asked
  return c.json(one(await keepDigest(store.db, { date, timezone, market }, clock())), 200)
})
