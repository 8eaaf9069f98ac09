/** The HTTP API: every route over one context. The same app serves the network and, called without a server, the command line. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { cors } from 'hono/cors'
import { ThemewireError } from '../errors.ts'
import type { Context } from '../queue/context.ts'
import type { Api, ApiEnv } from './endpoint.ts'
import { guardAccess, type Access } from './access.ts'
import { guardCharacters, guardHost, guardOrigin, guardSize } from './guard.ts'
import { requestMetrics } from './request-metrics.ts'
import { describeApi, honoPath, parametersOf, routesOf, type OpenApiDocument } from './openapi.ts'
import { onError, onInvalid, refuse } from './refuse.ts'
import { revalidate } from './revalidate.ts'
import { endpoints } from './routes/index.ts'

export interface ApiOptions {
  /** Names besides addresses and local names that the server answers to, such as the one a proxy forwards. */
  readonly allowedHosts?: readonly string[]
  /** Asks callers from the network for a token; without it, everybody may do everything. */
  readonly access?: Access | undefined
  /** Pages of these origins may call. */
  readonly corsOrigins?: readonly string[]
  /** Give out whole texts of articles; yes unless told. */
  readonly servesText?: boolean
}

/** Makes the app. It opens nothing and starts nothing; the context stays the caller's to close. */
export function createApi(context: Context, options: ApiOptions = {}): OpenAPIHono<ApiEnv> {
  const app: Api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => onInvalid(result, c, parametersOf(app, c.req.method, c.req.routePath)),
  })
  app.onError(onError)
  app.notFound((c) => {
    const methods = routesOf(app)
      .filter((route) => matches(route.path, c.req.path))
      .map((route) => route.method.toUpperCase())
    if (methods.length === 0) {
      const error = new ThemewireError('not-found', `there is nothing at ${c.req.method} ${c.req.path.slice(0, 200)}`, {
        hint: 'what there is, is described at /openapi.json',
      })
      return refuse(c, error)
    }
    c.header('allow', methods.join(', '))
    const error = new ThemewireError('bad-request', `${c.req.path} does not take ${c.req.method}`, {
      hint: `it takes ${methods.join(', ')}`,
    })
    return refuse(c, error, 405)
  })
  const requests = requestMetrics()
  app.use(requests.count, async (c, next) => {
    c.set('context', context)
    c.set('requests', requests)
    c.set('servesText', options.servesText ?? true)
    await next()
    c.header('x-content-type-options', 'nosniff')
    if (!c.res.headers.has('referrer-policy')) c.header('referrer-policy', 'no-referrer')
  })
  const { access, allowedHosts = [], corsOrigins = [] } = options
  if (corsOrigins.length > 0) {
    // A question that a browser asks before the real one carries no token.
    app.use(
      '/v1/*',
      cors({ origin: [...corsOrigins], allowHeaders: ['authorization', 'content-type', 'last-event-id'] }),
    )
  }
  app.use(guardHost([context.config.host, ...allowedHosts]))
  if (access) app.use(guardAccess(access))
  app.use(guardOrigin(corsOrigins), guardSize)
  for (const path of ['/v1/*', '/openapi.json', '/digests.atom', '/digests.json', '/style.css'])
    app.use(path, revalidate)
  app.use('/v1/*', guardCharacters, async (c, next) => {
    await next()
    if (!c.res.headers.has('content-security-policy')) {
      c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    }
  })
  mount(app)
  let document: OpenApiDocument | undefined
  app.get('/openapi.json', (c) => c.json((document ??= describeApi(app))))
  return app
}

/** The OpenAPI document of all routes, without a store. */
export function openApiDocument(): OpenApiDocument {
  const app: Api = new OpenAPIHono<ApiEnv>()
  mount(app)
  return describeApi(app)
}

function mount(app: Api): void {
  for (const add of endpoints) add(app)
}

const matches = (path: string, asked: string): boolean => {
  const parts = honoPath(path).split('/')
  const given = asked.split('/')
  return parts.length === given.length && parts.every((part, at) => part.startsWith(':') || part === given[at])
}
