/** Who may do what from beyond this machine: a token opens the server, its role says how far, and nobody may flood it. */
import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ThemewireError } from '../errors.ts'
import { tokenOf, type Role } from '../store/tokens.ts'
import type { ApiEnv } from './endpoint.ts'
import { refuse } from './refuse.ts'

export interface Access {
  /** Opens everything, for as long as this process lives: for commands on this machine. */
  readonly key: string
  /** Requests a minute for each token; 0 for no limit. */
  readonly perMinute: number
}

/** Wrong tokens that one address may try a minute. */
const wrongPerMinute = 20
/** Asked by what watches over servers, and told to browsers before they ask for a token. */
const openToAll = new Set(['/healthz', '/style.css'])
/** Answers questions by POST. */
const asksByPost = new Set(['/mcp'])

/** Whether only this machine can reach an address to listen on. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

export function guardAccess({ key, perMinute }: Access): MiddlewareHandler<ApiEnv> {
  const requests = perMinute > 0 ? new RateLimiterMemory({ points: perMinute, duration: 60 }) : undefined
  const wrong = new RateLimiterMemory({ points: wrongPerMinute, duration: 60 })
  return async (c, next) => {
    // What a page or a tool of ours asks inside this process was let in when it was asked itself.
    if (!cameOverNetwork(c) || openToAll.has(c.req.path)) return next()
    const address = getConnInfo(c).remote.address ?? ''
    const tried = await wrong.get(address)
    if (tried !== null && tried.remainingPoints <= 0) return tooMany(c, tried)
    const token = tokenIn(c.req.header('authorization') ?? '')
    if (token !== '' && same(token, key)) return next()
    const { store, clock } = c.var.context
    const caller = token === '' ? null : await tokenOf(store.db, token, clock())
    if (caller === null) {
      if (token !== '') await wrong.penalty(address)
      return unknown(c, token !== '')
    }
    c.set('caller', caller)
    const over = await overLimit(requests, caller.id)
    if (over) return tooMany(c, over)
    if (roleFor(c) === 'write' && caller.role !== 'write') {
      return refuse(
        c,
        new ThemewireError('forbidden', `the token "${caller.name}" is for reading`, {
          hint: 'make one that may write: `themewire tokens add NAME --role write`',
        }),
      )
    }
    return next()
  }
}

/** When it may go on, once the limit is passed. */
async function overLimit(limit: RateLimiterMemory | undefined, key: string): Promise<RateLimiterRes | undefined> {
  try {
    await limit?.consume(key)
    return undefined
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused
    throw refused
  }
}

const cameOverNetwork = (c: HonoContext): boolean => c.env !== undefined && c.env !== null && 'incoming' in c.env

const roleFor = (c: HonoContext): Role =>
  (c.req.method === 'GET' || c.req.method === 'HEAD' || asksByPost.has(c.req.path)) &&
  !c.req.path.startsWith('/v1/tokens')
    ? 'read'
    : 'write'

/** `Bearer TOKEN` of programs; `Basic` of browsers, whose password it is. */
function tokenIn(authorization: string): string {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/.exec(authorization.trim()) ?? []
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return ''
  const pair = Buffer.from(value, 'base64').toString('utf8')
  return pair.slice(pair.indexOf(':') + 1)
}

const same = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function unknown(c: HonoContext<ApiEnv>, given: boolean): Response {
  // A browser asks its user; the token goes in the field for the password.
  const scheme = c.req.header('accept')?.includes('text/html') ? 'Basic' : 'Bearer'
  c.header('www-authenticate', `${scheme} realm="Themewire"`)
  return refuse(
    c,
    new ThemewireError('unauthorized', given ? 'this token is not known here' : 'this server asks for a token', {
      hint: 'make one with `themewire tokens add NAME` where the server runs; send it as "authorization: Bearer TOKEN", or set THEMEWIRE_TOKEN',
    }),
  )
}

function tooMany(c: HonoContext<ApiEnv>, { msBeforeNext }: RateLimiterRes): Response {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000))
  c.header('retry-after', String(seconds))
  return refuse(
    c,
    new ThemewireError('too-many-requests', 'too many requests within a minute', {
      hint: `go on in ${seconds} s; THEMEWIRE_RATE_LIMIT of the server sets how many a token may make`,
    }),
  )
}
