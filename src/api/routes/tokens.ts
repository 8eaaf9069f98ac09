/** GET /v1/tokens: who may call from beyond this machine. The tokens themselves are kept nowhere. */
import { createRoute, z } from '@hono/zod-openapi'
import { listTokens, roles } from '../../store/tokens.ts'
import { answersMany, endpoint, many } from '../endpoint.ts'

export const TokenRow = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles).meta({ description: 'read: queries; write: also what changes something, tokens among it' }),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable().meta({ description: 'to the minute; null when it never was' }),
  })
  .meta({ id: 'Token' })

const route = createRoute({
  method: 'get',
  path: '/v1/tokens',
  tags: ['access'],
  operationId: 'tokens',
  summary: 'Tokens that open the API beyond this machine, oldest first; asks for the role write',
  request: { query: z.strictObject({}) },
  responses: answersMany(TokenRow, 'The tokens, without what is secret'),
})

export const tokens = endpoint(route, async (c) => c.json(many(await listTokens(c.var.context.store.db)), 200))
