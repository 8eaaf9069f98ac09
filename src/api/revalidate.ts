/** ETags: the same bytes have the same tag, so that a reader who has them is told so and sent nothing. */
import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './endpoint.ts'

/** Kept by nobody: what passes by, and who holds tokens. */
const never = new Set(['/v1/events', '/v1/tokens'])
/** What a 304 repeats of the answer it stands for (RFC 9110, 15.4.5). */
const repeated = ['cache-control', 'etag', 'expires', 'vary']

/**
 * Answers of GET are tagged strongly, by their bytes. Only the reader's own cache may keep them (`private`), and it asks again
 * before it shows them (`no-cache`): a token may have been revoked, an article taken down.
 */
export const revalidate: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next()
  if (c.res.status !== 200 || c.req.method !== 'GET' || never.has(c.req.path)) {
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    return
  }
  const bytes = new Uint8Array(await c.res.clone().arrayBuffer())
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  c.header('etag', tag)
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-cache')
  if (!matches(c.req.header('if-none-match'), tag)) return
  const headers = repeated.flatMap((name): [string, string][] => {
    const value = c.res.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  c.res = undefined
  c.res = new Response(null, { status: 304, headers })
}

const matches = (asked: string | undefined, tag: string): boolean =>
  asked !== undefined && asked.split(',').some((one) => [tag, '*'].includes(one.trim().replace(/^W\//, '')))
