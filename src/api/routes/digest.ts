/** GET /v1/digests/{date}: the digest of a day, built from what the store holds now; or an edition as it was given. */
import { createRoute, z } from '@hono/zod-openapi'
import { ThemewireError } from '../../errors.ts'
import { currentDigest, keptDigest } from '../../digest/editions.ts'
import { latestDay } from '../../digest/latest-day.ts'
import { when } from '../../query/parameters.ts'
import { editionAsOf } from '../../store/digests.ts'
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
      as_of: when.as_of.unwrap().optional().meta({ description: 'the edition that readers had at this moment' }),
    }),
  },
  responses: answersDigest,
})

export const digest = endpoint(route, async (c) => {
  const { store, settings, clock } = c.var.context
  const { format, as_of, timezone = settings.digest.timezone, ...query } = c.req.valid('query')
  if (as_of !== undefined && query.edition !== undefined) {
    throw new ThemewireError('bad-request', 'as_of: names an edition already', { hint: 'give as_of or edition' })
  }
  const asked = c.req.valid('param').date
  const { market } = settings.digest
  const date = asked === 'latest' ? await latestDay(store.db, { now: as_of ?? clock(), ...settings.digest }) : asked
  const edition = as_of === undefined ? query.edition : await editionAsOf(store.db, { date, timezone, as_of })
  if (edition === null) {
    throw new ThemewireError('not-found', `no edition of ${date} in ${timezone} had been made by ${as_of}`, {
      hint: 'GET /v1/digests shows what was kept; without as_of the digest is built anew',
    })
  }
  const made =
    edition === undefined
      ? await currentDigest(store.db, { date, timezone, market })
      : await keptDigest(store.db, { date, timezone, edition })
  return answerDigest(c, made, format)
})
