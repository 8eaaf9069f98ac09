/** GET /v1/digests/{date}: the digest of a day, built from what the store holds now. */
import { createRoute, z } from '@hono/zod-openapi'
import { buildDigest } from '../../digest/build.ts'
import { Digest } from '../../digest/digest.ts'
import { latestDay } from '../../digest/latest-day.ts'
import { renderHtml } from '../../digest/render-html.tsx'
import { renderMarkdown } from '../../digest/render-markdown.ts'
import { TimelineQuery } from '../../query.ts'
import { answersOne, endpoint, one } from '../endpoint.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/digests/{date}',
  tags: ['digests'],
  operationId: 'digest',
  summary: 'The digest of a day; the same store gives the same bytes',
  request: {
    params: z.object({
      date: z
        .string()
        .refine((date) => date === 'latest' || z.iso.date().safeParse(date).success, {
          message: 'is no day: use 2026-03-13, or latest',
        })
        .meta({
          description: 'YYYY-MM-DD, or latest: the newest whole day with articles',
          param: { in: 'path', name: 'date' },
        }),
    }),
    query: z.strictObject({
      format: z.enum(['json', 'md', 'html']).default('json').meta({ description: 'json, Markdown or a page to mail' }),
      timezone: TimelineQuery.shape.timezone
        .unwrap()
        .optional()
        .meta({ description: "IANA time zone of the day; default: the pipeline file's" }),
    }),
  },
  responses: {
    200: {
      description: 'The digest',
      content: {
        ...answersOne(Digest, '')[200].content,
        'text/markdown': { schema: z.string() },
        'text/html': { schema: z.string() },
      },
    },
  },
})

export const digest = endpoint(route, async (c) => {
  const { store, settings, clock } = c.var.context
  const { date } = c.req.valid('param')
  const { format, timezone = settings.digest.timezone } = c.req.valid('query')
  const day = date === 'latest' ? await latestDay(store.db, { now: clock(), timezone }) : date
  const built = await buildDigest(store.db, { date: day, timezone })
  switch (format) {
    case 'json':
      return c.json(one(built), 200)
    case 'md':
      return c.body(renderMarkdown(built), 200, { 'content-type': 'text/markdown; charset=utf-8' })
    case 'html':
      c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      return c.body(renderHtml(built), 200, { 'content-type': 'text/html; charset=utf-8' })
  }
})
