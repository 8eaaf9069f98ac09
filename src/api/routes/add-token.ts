/** POST /v1/tokens: makes a token; the answer is the only place where it is ever shown. */
import { createRoute, z } from '@hono/zod-openapi'
import { addToken as add, roles } from '../../store/tokens.ts'
import { answersOne, endpoint, json, one } from '../endpoint.ts'
import { TokenRow } from './tokens.ts'

const NewToken = z
  .strictObject({
    name: z.string().trim().min(1).max(100).meta({ description: 'whose it is' }),
    role: z.enum(roles).default('read'),
  })
  .meta({ id: 'NewToken' })
const MadeToken = TokenRow.extend({ token: z.string().meta({ description: 'shown this once' }) }).meta({
  id: 'MadeToken',
})

const route = createRoute({
  method: 'post',
  path: '/v1/tokens',
  tags: ['access'],
  operationId: 'addToken',
  summary: 'Make a token',
  request: { query: z.strictObject({}), body: { required: true, ...json(NewToken, 'Whose, and for what') } },
  responses: answersOne(MadeToken, 'The token'),
})

export const addToken = endpoint(route, async (c) => {
  const { store, clock } = c.var.context
  return c.json(one(await add(store.db, { ...c.req.valid('json'), now: clock() })), 200)
})
