/** The OpenAPI 3.1 document, from the routes themselves: what validates a request is what describes it. */
import { z, type RouteConfig } from '@hono/zod-openapi'
import { version } from '../version.ts'
import { ErrorAnswer, type Api } from './endpoint.ts'

export type OpenApiDocument = ReturnType<Api['getOpenAPI31Document']>
type Parameter = { name: string; in: string; schema: Record<string, unknown>; [more: string]: unknown }
type Operation = { parameters?: Parameter[]; responses: Record<string, unknown> }

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Themewire',
    version,
    description:
      'What market news says, as typed facts with the words that say so. Times are ISO 8601 in UTC; a list parameter takes ' +
      'a,b or is repeated and means any of them, with .all it means all of them; meta.next is the cursor of the next page. ' +
      'What the scores mean is at /v1/definitions.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: 'http://127.0.0.1:8321', description: 'themewire up' }],
}

export const routesOf = (app: Api): RouteConfig[] =>
  app.openAPIRegistry.definitions.flatMap((definition) => (definition.type === 'route' ? [definition.route] : []))

export const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** The query parameters of a route, by method and hono path (`/v1/themes/:id`). */
export function parametersOf(app: Api, method: string, path: string): string[] {
  const route = routesOf(app).find((one) => one.method === method.toLowerCase() && honoPath(one.path) === path)
  return Object.keys(shapeOf(route))
}

const shapeOf = (route: RouteConfig | undefined): Record<string, z.ZodType> =>
  route?.request?.query instanceof z.ZodObject ? route.request.query.shape : {}

/** Describes every route of the app. */
export function describeApi(app: Api): OpenApiDocument {
  app.openAPIRegistry.register('Error', ErrorAnswer)
  const document = app.getOpenAPI31Document(about)
  const paths = document.paths as Record<string, Record<string, Operation>>
  for (const route of routesOf(app)) {
    const operation = paths[route.path]?.[route.method]
    if (!operation) continue
    for (const parameter of operation.parameters ?? []) sayHowToWrite(parameter, shapeOf(route)[parameter.name])
    operation.responses.default = {
      description: 'What went wrong and what to do about it',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }
  }
  return document
}

/** Text that is read as a list or a number is described as what it means, not as what the reader accepts. */
function sayHowToWrite(parameter: Parameter, schema: z.ZodType | undefined): void {
  if (parameter.in !== 'query' || !schema) return
  const { description, schema: written } = parameter
  if (Array.isArray(written.anyOf)) {
    const read = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as { items?: unknown }
    parameter.schema = { type: 'array', items: read.items ?? { type: 'string' }, description }
    parameter.style = 'form'
    parameter.explode = false
  } else if (Array.isArray(written.type)) {
    written.type = written.type.find((type) => type !== 'null') as string
  }
}
