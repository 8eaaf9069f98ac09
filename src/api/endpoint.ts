/** A route is its OpenAPI description and its handler in one file; `endpoint` joins the two into something an app can mount. */
import { z, type OpenAPIHono, type RouteConfig, type RouteHandler } from '@hono/zod-openapi'
import type { Role } from '../store/tokens.ts'
import type { Page } from '../query.ts'
import type { Context } from '../queue/context.ts'
import type { RequestMetrics } from './request-metrics.ts'

/** What every handler finds in `c.var`. `servesText`: whole texts of articles may be given out; `caller`: whose token it was. */
export interface Caller {
  readonly name: string
  readonly role: Role
}
export interface ApiEnv {
  Variables: { context: Context; requests: RequestMetrics; servesText: boolean; caller?: Caller }
}
export type Api = OpenAPIHono<ApiEnv>
export type Endpoint = (app: Api) => void

export const endpoint =
  <R extends RouteConfig>(route: R, handler: RouteHandler<R, ApiEnv>): Endpoint =>
  (app) => {
    app.openapi(route, handler)
  }

/** Where the numbers in an answer are defined: linked from each answer. */
export const definitionsPath = '/v1/definitions'

export const Meta = z
  .object({
    found: z.int().meta({ description: 'how many match in all; of some lists at most 10,000 are counted' }),
    atLeast: z.literal(true).optional().meta({ description: 'there are more than found' }),
    returned: z.int().meta({ description: 'how many of them are in data' }),
    next: z.string().nullable().meta({ description: 'give it as cursor for the next page; null at the end' }),
    notes: z
      .array(z.string())
      .optional()
      .meta({ description: 'what to know about the answer, for a person: a ticker or theme that is not known, say' }),
    definitions: z.string().meta({ description: 'where the scores and counts in this answer are defined' }),
  })
  .meta({ id: 'Meta' })
export type Meta = z.infer<typeof Meta>

export const ErrorAnswer = z
  .object({
    error: z.object({
      code: z.string().meta({ description: 'for programs; the list is closed' }),
      message: z.string().meta({ description: 'what is wrong, for a person' }),
      hint: z.string().optional().meta({ description: 'what to do about it' }),
      details: z.unknown().optional(),
    }),
  })
  .meta({ id: 'Error' })

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** 200 with a list, and the errors that any route can answer with. */
export const answersMany = <S extends z.ZodType>(row: S, description: string) => ({
  200: json(z.object({ data: z.array(row), meta: Meta }), description),
})
/** 200 with one thing. */
export const answersOne = <S extends z.ZodType>(row: S, description: string) => ({
  200: json(z.object({ data: row, meta: Meta }), description),
})

/** The answer to a list: a page as the store gives it, or all rows there are. */
export function many<T>(page: T[] | Page<T>): {
  data: T[]
  meta: Meta
} {
  const { data, meta } = Array.isArray(page)
    ? { data: page, meta: { found: page.length, returned: page.length, next: null } }
    : page
  return { data, meta: { ...meta, definitions: definitionsPath } }
}

/** The same, with a note on each ticker and theme asked for that nothing is about. */
export async function manyAbout<T>(
  page: Promise<Page<T>>,
  unknown: Promise<string[]>,
): Promise<{ data: T[]; meta: Meta }> {
  return noted(...(await Promise.all([page, unknown])))
}

/** The same, with what to know about it. */
export function noted<T>({ data, meta }: Page<T>, said: readonly string[]): { data: T[]; meta: Meta } {
  const notes = [...said, ...(meta.notes ?? [])]
  return many({ data, meta: { ...meta, ...(notes.length > 0 ? { notes } : {}) } })
}

/** The answer about one thing. */
export const one = <T>(data: T, notes: string[] = []): { data: T; meta: Meta } => ({
  data,
  meta: { found: 1, returned: 1, next: null, ...(notes.length > 0 ? { notes } : {}), definitions: definitionsPath },
})
