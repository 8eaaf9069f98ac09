/** GET /v1/digest: the digest of any window. */
import { createRoute } from '@hono/zod-openapi'
import { buildDigest } from '../../digest/build.ts'
import { instantIn } from '../../digest/window.ts'
import { LocalMoment } from '../../query.ts'
import { answersDigest, answerDigest, DigestForm } from '../digest-answer.ts'
import { endpoint } from '../endpoint.ts'

const moment =
  'ISO 8601 (2026-03-13T16:00-04:00), a day (2026-03-13) or YYYYMMDDTHHMM, of `timezone` where it says no offset'

const route = createRoute({
  method: 'get',
  path: '/v1/digest',
  tags: ['digests'],
  operationId: 'windowDigest',
  summary: 'The digest of any window, compared with the 30 windows of its length before it',
  request: {
    query: DigestForm.extend({
      time_from: LocalMoment.meta({ description: `begins at: ${moment}` }),
      time_to: LocalMoment.meta({ description: `ends before; at most 366 days later: ${moment}` }),
    }),
  },
  responses: answersDigest,
})

export const windowDigest = endpoint(route, async (c) => {
  const { store, settings } = c.var.context
  const { format, time_from, time_to, timezone = settings.digest.timezone } = c.req.valid('query')
  const [from, to] = [instantIn(time_from, timezone), instantIn(time_to, timezone)]
  return answerDigest(c, await buildDigest(store.db, { from, to, timezone }), format)
})
