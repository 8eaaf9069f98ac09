/** POST /v1/articles/reanalyze: stored articles are analysed again, with the models and themes of today. */
import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import { ThemewireError } from '../../errors.ts'
import type { Context } from '../../queue/context.ts'
import { Moment } from '../../query.ts'
import { analyzedKnownSince } from '../../store/known-since.ts'
import { noSuch } from '../../text/nearest.ts'
import { answersOne, endpoint, json, one } from '../endpoint.ts'

const Reanalysis = z
  .strictObject({
    since: Moment.meta({ description: 'articles known then or later' }),
    themes: z
      .array(z.string().min(1).max(200))
      .max(200)
      .default([])
      .meta({ description: 'ids of the themes that it is for: refused where the server does not know one' }),
  })
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
  const { since, themes } = c.req.valid('json')
  await refuseStrangers(c.var.context, themes)
  let articles = 0
  for (let after = ''; ;) {
    const ids = await analyzedKnownSince(store.db, { since, after, limit: atOnce })
    await queues.addMany('analyze', ids.map((articleId) => ({ articleId, again: true as const }))) // prettier-ignore
    articles += ids.length
    if (ids.length < atOnce) return c.json(one({ articles }), 200)
    after = ids.at(-1)!
  }
})

/** A server and its workers know the themes they were started with. */
async function refuseStrangers(context: Context, asked: readonly string[]): Promise<void> {
  if (asked.length === 0) return
  const known = (await context.themes()).map(({ id }) => id)
  const stranger = asked.find((id) => !known.includes(id))
  if (stranger === undefined) return
  throw new ThemewireError('bad-request', noSuch(`theme "${stranger}"`, stranger, known), {
    hint: `put its file into ${join(context.config.modelsFolder, 'themes')}; a running server takes it in when it starts again, with THEMEWIRE_MODELS where the file is in another folder`,
  })
}
