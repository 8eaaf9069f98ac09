/** GET /v1/definitions: what the numbers in answers mean, and whose convention each is. */
import { createRoute, z } from '@hono/zod-openapi'
import { definitions as table } from '../definitions.ts'
import { answersMany, definitionsPath, endpoint, many } from '../endpoint.ts'

const Definition = z
  .object({ term: z.string(), meaning: z.string(), source: z.string().nullable() })
  .meta({ id: 'Definition' })

const route = createRoute({
  method: 'get',
  path: definitionsPath,
  tags: ['about'],
  operationId: 'definitions',
  summary: 'What relevance, sentiment, attention and the other numbers mean',
  request: { query: z.strictObject({}) },
  responses: answersMany(Definition, 'Definitions'),
})

export const definitions = endpoint(route, (c) => c.json(many([...table]), 200))
