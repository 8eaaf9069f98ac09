/** GET /v1/phrase-decisions and DELETE /v1/phrase-decisions/{phrase}: what was decided on emerging phrases, and taking it back. */
import { createRoute, z } from '@hono/zod-openapi'
import { listPhraseDecisions, undecidePhrase } from '../../store/phrase-decisions.ts'
import { answersMany, answersOne, endpoint, many, one } from '../endpoint.ts'
import { DecidedPhrase } from './decide-phrase.ts'
import { found } from '../parameters.ts'

const list = createRoute({
  method: 'get',
  path: '/v1/phrase-decisions',
  tags: ['themes'],
  operationId: 'phraseDecisions',
  summary: 'Phrases that were promoted, merged or silenced',
  request: { query: z.strictObject({}) },
  responses: answersMany(DecidedPhrase, 'By phrase'),
})

export const phraseDecisions = endpoint(list, async (c) =>
  c.json(many(await listPhraseDecisions(c.var.context.store.db)), 200),
)

const undo = createRoute({
  method: 'delete',
  path: '/v1/phrase-decisions/{phrase}',
  tags: ['themes'],
  operationId: 'undecidePhrase',
  summary: 'Take a decision back: the phrase emerges again when it does',
  request: {
    params: z.object({
      phrase: z
        .string()
        .max(200)
        .meta({ description: 'the phrase that was decided on', param: { in: 'path', name: 'phrase' } }),
    }),
    query: z.strictObject({}),
  },
  responses: answersOne(DecidedPhrase, 'What held until now'),
})

export const undecide = endpoint(undo, async (c) => {
  const { phrase } = c.req.valid('param')
  return c.json(one(found(await undecidePhrase(c.var.context.store.db, phrase), 'decision', phrase)), 200)
})
