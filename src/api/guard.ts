/** Who may call and with what: the Host and Origin of a request, its size, and characters no parameter can mean. */
import { isIP } from 'node:net'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ThemewireError } from '../errors.ts'
import type { ApiEnv } from './endpoint.ts'
import { refuse } from './refuse.ts'

/** A page of 50 MB, in JSON, with room. */
export const bodyLimitMegabytes = 60

/**
 * Against DNS rebinding: a web page can point a name of its own at 127.0.0.1 and have the browser call us by that name.
 * A name that the outside can own has a dot and is no address; such a name is served only when it is `allowed`.
 */
export const guardHost =
  (allowed: readonly string[]): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const names = [hostname(c.req.header('host') ?? ''), new URL(c.req.url).hostname]
    const stranger = names.find((name) => name !== '' && !isOurs(name, allowed))
    if (stranger !== undefined) {
      return refuse(
        c,
        new ThemewireError('address-refused', `this server does not answer to the name "${stranger.slice(0, 100)}"`, {
          hint: 'call it by its address, such as http://127.0.0.1:8321, or set THEMEWIRE_HOST to that name',
        }),
      )
    }
    return next()
  }

const hostname = (host: string): string => {
  const url = `http://${host}`
  return host !== '' && URL.canParse(url) ? new URL(url).hostname : host
}

function isOurs(name: string, allowed: readonly string[]): boolean {
  const bare = name.replace(/^\[|\]$/g, '').toLowerCase()
  return isIP(bare) > 0 || /^[a-z0-9_-]+$/.test(bare) || bare.endsWith('.localhost') || allowed.includes(bare)
}

/** Against requests forged by other sites: what changes something is taken from programs, our own pages and `allowed` origins only. */
export const guardOrigin =
  (allowed: readonly string[]): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    if (origin !== undefined && allowed.includes(origin)) return next()
    const foreign = (origin !== undefined && !sameHost(origin, c)) || site === 'cross-site' || site === 'same-site'
    if (!foreign) return next()
    return refuse(
      c,
      new ThemewireError('address-refused', 'a page of another site asked for this change', {
        hint: "changes are taken from programs and from this server's own pages",
      }),
    )
  }

const sameHost = (origin: string, c: HonoContext): boolean =>
  URL.canParse(origin) && new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host)

/** NUL and other control characters: nothing we know has them, PostgreSQL refuses some, terminals obey others. */
export const guardCharacters: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const place = hasControl(decoded(c.req.path))
    ? 'the path'
    : Object.entries(c.req.queries()).find(([name, all]) => hasControl(name) || all.some(hasControl))
  if (place !== undefined) {
    const where = typeof place === 'string' ? place : hasControl(place[0]) ? 'a parameter name' : `${place[0]}`
    return refuse(c, new ThemewireError('bad-request', `${where}: control characters are not allowed`))
  }
  const empty = Object.entries(c.req.queries()).find(([, all]) => all.some((value) => value.trim() === ''))
  if (empty) {
    return refuse(
      c,
      new ThemewireError('bad-request', `${empty[0].slice(0, 100)}: is empty`, {
        hint: 'give it a value, or leave it out',
      }),
    )
  }
  return next()
}

const hasControl = (text: string): boolean => /\p{Cc}/u.test(text)
const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

export const guardSize: MiddlewareHandler<ApiEnv> = bodyLimit({
  maxSize: bodyLimitMegabytes * 1024 * 1024,
  onError: (c) =>
    refuse(
      c as HonoContext<ApiEnv>,
      new ThemewireError('too-large', `the body of the request is larger than ${bodyLimitMegabytes} MB`, {
        hint: 'send fewer articles at once, or give their URLs',
      }),
    ),
})
