/** DELETE /v1/tokens/{id}: a token opens nothing any more, from the next request on. */
import { createRoute, z } from '@hono/zod-openapi'
import { revokeToken as revoke } from '../../store/tokens.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'
import { found, idOf } from '../parameters.ts'
import { TokenRow } from './tokens.ts'

const route = createRoute({
  method: 'delete',
  path: '/v1/tokens/{id}',
  tags: ['access'],
  operationId: 'revokeToken',
  summary: 'Revoke a token',
  request: { params: idOf('token'), query: z.strictObject({}) },
  responses: answersOne(TokenRow, 'The token that was'),
})

export const revokeToken = endpoint(route, async (c) => {
  const { id } = c.req.valid('param')
  return c.json(one(found(await revoke(c.var.context.store.db, id), 'token', id)), 200)
})
