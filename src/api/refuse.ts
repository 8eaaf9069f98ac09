/** Everything that goes wrong leaves here as `{error: {code, message, hint?, details?}}` with the status its code stands for. */
import type { Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from '@hono/zod-openapi'
import { asThemewireError, errorBody, ThemewireError } from '../errors.ts'
import { sentenceOf } from '../query/issue.ts'
import type { ApiEnv } from './endpoint.ts'

type Ctx = HonoContext<ApiEnv>

export function refuse(c: Ctx, error: unknown, status?: number): Response {
  const known = asThemewireError(error)
  return c.json({ error: errorBody(known) }, (status ?? known.httpStatus) as ContentfulStatusCode)
}

/** For `app.onError`: what was thrown inside is logged whole, and told to the caller without its insides. */
export function onError(error: Error, c: Ctx): Response {
  if (error instanceof HTTPException) return fromHono(error, c)
  const known = asThemewireError(error)
  if (known.code !== 'internal') return refuse(c, known)
  c.var.context?.log.error({ err: error, method: c.req.method, path: c.req.path }, 'a request failed')
  return refuse(
    c,
    new ThemewireError(
      'internal',
      'something went wrong inside Themewire; nothing stored was changed by this request',
      {
        hint: 'the reason is in the log of the server; `themewire doctor` checks its parts',
      },
    ),
  )
}

function fromHono(error: HTTPException, c: Ctx): Response {
  if (error.status === 415) {
    return refuse(
      c,
      new ThemewireError('bad-request', 'the body has to be JSON', { hint: 'send "content-type: application/json"' }),
      415,
    )
  }
  const message = error.message === 'Malformed JSON in request body' ? 'the body is not valid JSON' : error.message
  return refuse(c, new ThemewireError('bad-request', message || 'the request is not valid'), error.status)
}

interface Checked {
  readonly target: string
  readonly success: boolean
  readonly error?: z.ZodError
  readonly data?: unknown
}

/** For `defaultHook`: the first thing wrong as a sentence, all of them in `details`. `known` are the route's parameters. */
export function onInvalid(result: Checked, c: Ctx, known: readonly string[]): Response | undefined {
  if (result.success || !result.error) return refuseBackwards(result, c)
  const where = result.target === 'json' ? 'field' : 'parameter'
  const { issues } = result.error
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys')
  // A name written wrong is why another is missing, so it is told first.
  const ordered = unknown ? [unknown, ...issues.filter((issue) => issue !== unknown)] : issues
  const details = ordered.flatMap((issue) => describe(issue, where))
  return refuse(
    c,
    new ThemewireError('bad-request', details[0]?.message ?? 'the request is not valid', {
      details,
      ...(unknown && where === 'parameter'
        ? { hint: known.length > 0 ? `this route takes: ${known.join(', ')}` : 'this route takes no parameters' }
        : { hint: 'see /openapi.json' }),
    }),
  )
}

/** A window that ends before it begins holds nothing, and nobody means it. */
function refuseBackwards({ target, data }: Checked, c: Ctx): Response | undefined {
  const { time_from: from, time_to: to } = (target === 'query' ? data : {}) as { time_from?: string; time_to?: string }
  if (from === undefined || to === undefined || from <= to) return undefined
  // On the clocks of a zone and in UTC: whether it runs backwards is known where the zone is.
  if (from.endsWith('Z') !== to.endsWith('Z')) return undefined
  const message = `time_to: ${to} is before time_from, ${from}`
  return refuse(
    c,
    new ThemewireError('bad-request', message, { details: [{ in: 'time_to', message }], hint: 'exchange the two' }),
  )
}

function describe(issue: z.core.$ZodIssue, where: 'field' | 'parameter'): { in: string; message: string }[] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const inside = path ? ` in ${path}` : ''
    return issue.keys.map((key) => ({ in: key, message: `there is no ${where} "${key}"${inside}` }))
  }
  // The first part of a path is the parameter; what follows is a place in its list.
  const name = where === 'parameter' ? String(issue.path[0] ?? '') : path
  return [{ in: name, message: name ? `${name}: ${sentenceOf(issue)}` : sentenceOf(issue) }]
}
