/** GET /v1/themes/{id}/related and /v1/instruments/{symbol}/related: what shares their stories, and how much more than by chance. */
import { createRoute } from '@hono/zod-openapi'
import { Related, RelatedQuery } from '../../query.ts'
import { relatedTo } from '../../store/cooccurrence.ts'
import { subjectOf } from '../../store/names.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'
import { found, idOf, Symbol } from '../parameters.ts'
import { themeAsked } from '../theme-asked.ts'

const shared = {
  summary: 'Co-occurrence: the themes and instruments that share its stories, with counts, lift and mutual information',
  responses: answersOne(Related, 'What shares its stories; by default over the 30 days up to its newest'),
}

const ofTheme = createRoute({
  method: 'get',
  path: '/v1/themes/{id}/related',
  tags: ['themes'],
  operationId: 'relatedToTheme',
  ...shared,
  request: { params: idOf('theme'), query: RelatedQuery.strict() },
})

export const relatedToTheme = endpoint(ofTheme, async (c) => {
  const { id } = c.req.valid('param')
  const { theme, notes } = await themeAsked(c.var.context, id)
  return c.json(one(await relatedTo(c.var.context.store.db, theme, c.req.valid('query')), notes), 200)
})

const ofInstrument = createRoute({
  method: 'get',
  path: '/v1/instruments/{symbol}/related',
  tags: ['instruments'],
  operationId: 'relatedToInstrument',
  ...shared,
  request: { params: Symbol, query: RelatedQuery.strict() },
})

export const relatedToInstrument = endpoint(ofInstrument, async (c) => {
  const { symbol } = c.req.valid('param')
  const { db } = c.var.context.store
  const instrument = found(await subjectOf(db, { kind: 'instrument', id: symbol }), 'instrument', symbol)
  return c.json(one(await relatedTo(db, instrument, c.req.valid('query'))), 200)
})
