/** What the routes of digests share: how a digest is asked for and the forms it is answered in. */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Digest } from '../digest/digest.ts'
import { renderHtml } from '../digest/render-html.tsx'
import { renderMarkdown } from '../digest/render-markdown.ts'
import { TimelineQuery } from '../query.ts'
import { answersOne, one, type ApiEnv } from './endpoint.ts'

export const DigestDate = z
  .string()
  .refine((date) => date === 'latest' || z.iso.date().safeParse(date).success, {
    error: ({ input }) => `"${String(input).slice(0, 40)}" is no day: use 2026-03-13, or latest`,
  })
  .meta({
    description: 'YYYY-MM-DD, or latest: the newest that is due and has articles',
    param: { in: 'path', name: 'date' },
  })

export const DigestForm = z.strictObject({
  format: z.enum(['json', 'md', 'html']).default('json').meta({ description: 'json, Markdown or a page to mail' }),
  timezone: TimelineQuery.shape.timezone.unwrap().optional().meta({
    description:
      "IANA time zone that times are told in; default: the pipeline file's, which also says where days are cut",
  }),
})

export const DigestRow = z
  .object({ date: z.string(), timezone: z.string(), edition: z.int(), madeAt: z.string() })
  .meta({ id: 'DigestRow' })

export const answersDigest = {
  200: {
    description: 'The digest',
    content: {
      ...answersOne(Digest, '')[200].content,
      'text/markdown': { schema: z.string() },
      'text/html': { schema: z.string() },
    },
  },
}

export function answerDigest(c: Context<ApiEnv>, digest: Digest, format: z.output<typeof DigestForm>['format']) {
  switch (format) {
    case 'json':
      return c.json(one(digest), 200)
    case 'md':
      return c.body(renderMarkdown(digest), 200, { 'content-type': 'text/markdown; charset=utf-8' })
    case 'html':
      c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      return c.body(renderHtml(digest), 200, { 'content-type': 'text/html; charset=utf-8' })
  }
}
