/** POST /v1/emerging: what a person decides on a phrase; it stays so. */
import { createRoute, z } from '@hono/zod-openapi'
import { decidePhrase as decide, phraseDecisions } from '../../store/phrase-decisions.ts'
import { checkDecidable } from '../decidable.ts'
import { answersOne, endpoint, json, one } from '../endpoint.ts'

const phrase = z.string().trim().min(1).max(200)
const Decision = z
  .strictObject({
    phrase,
    decision: z.enum(phraseDecisions),
    name: phrase.optional().meta({ description: 'what to call a promoted one' }),
    into: phrase.optional().meta({ description: 'the phrase that a merged one is' }),
  })
  .refine(({ decision, into }) => (decision === 'merged') === (into !== undefined), {
    message: '"into" goes with "merged", and with nothing else',
  })
  .meta({ id: 'PhraseDecision' })
export const DecidedPhrase = z
  .object({
    phrase: z.string(),
    decision: z.enum(phraseDecisions),
    name: z.string().nullable(),
    into: z.string().nullable(),
    decidedAt: z.string(),
  })
  .meta({ id: 'DecidedPhrase' })

const route = createRoute({
  method: 'post',
  path: '/v1/emerging',
  tags: ['themes'],
  operationId: 'decidePhrase',
  summary: 'Follow a phrase under a name, merge it into another, or silence it',
  request: { query: z.strictObject({}), body: { required: true, ...json(Decision, 'Which, and what of it') } },
  responses: answersOne(DecidedPhrase, 'What holds from now on'),
})

export const decidePhrase = endpoint(route, async (c) => {
  const { store, clock } = c.var.context
  const { phrase, decision, name = null, into = null } = c.req.valid('json')
  const notes = await checkDecidable(c.var.context, { phrase, decision, into })
  return c.json(one(await decide(store.db, { phrase, decision, name, into, decidedAt: clock() }), notes), 200)
})
