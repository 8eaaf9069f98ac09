/** DELETE /v1/blocked-sources/{host}: articles of a source that was taken down are taken in again. */
import { createRoute, z } from '@hono/zod-openapi'
import { ThemewireError } from '../../errors.ts'
import { liftSource as lift } from '../../store/blocked-sources.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'
import { BlockedSource } from './blocked-sources.ts'

const route = createRoute({
  method: 'delete',
  path: '/v1/blocked-sources/{host}',
  tags: ['articles'],
  operationId: 'liftSource',
  summary: 'Take in what comes from a source again; what was removed stays removed',
  request: {
    params: z.object({
      host: z
        .string()
        .max(253)
        .meta({ description: 'the host it was taken down by', param: { in: 'path', name: 'host' } }),
    }),
    query: z.strictObject({}),
  },
  responses: answersOne(BlockedSource, 'The source as it was blocked'),
})

export const liftSource = endpoint(route, async (c) => {
  const { host } = c.req.valid('param')
  const lifted = await lift(c.var.context.store.db, host)
  if (lifted) return c.json(one(lifted), 200)
  throw new ThemewireError('not-found', `no source "${host}" was taken down`, {
    hint: 'GET /v1/blocked-sources lists them; a subdomain is lifted with the source it is of',
  })
})
