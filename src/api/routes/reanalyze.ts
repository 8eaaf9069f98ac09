/** POST /v1/articles/reanalyze: stored articles are analysed again, with the models and themes of today. */
import { createRoute, z } from '@hono/zod-openapi'
import { Moment } from '../../query.ts'
import { analyzedKnownSince } from '../../store/known-since.ts'
import { answersOne, endpoint, json, one } from '../endpoint.ts'

const Reanalysis = z
  .strictObject({ since: Moment.meta({ description: 'articles known then or later' }) })
  .meta({ id: 'Reanalysis' })
const Queued = z.object({ articles: z.int() }).meta({ id: 'ReanalysisQueued' })

const route = createRoute({
  method: 'post',
  path: '/v1/articles/reanalyze',
  tags: ['articles'],
  operationId: 'reanalyze',
  summary: 'Analyse stored articles again; when they were first known stays',
  request: { query: z.strictObject({}), body: { required: true, ...json(Reanalysis, 'Which') } },
  responses: answersOne(Queued, 'How many wait to be analysed'),
})

const atOnce = 500

export const reanalyze = endpoint(route, async (c) => {
  const { store, queues } = c.var.context
  const { since } = c.req.valid('json')
  let articles = 0
  for (let after = ''; ;) {
    const ids = await analyzedKnownSince(store.db, { since, after, limit: atOnce })
    await queues.addMany('analyze', ids.map((articleId) => ({ articleId, again: true as const }))) // prettier-ignore
    articles += ids.length
    if (ids.length < atOnce) return c.json(one({ articles }), 200)
    after = ids.at(-1)!
  }
})
