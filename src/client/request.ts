/** One request to Themewire's API: the query written out, the answer read, errors as ThemewireError. */
import { isErrorCode, ThemewireError } from '../errors.ts'

/** `fetch`, or an app called in-process: `(input, init) => app.request(input, init)`. */
export type FetchLike = (input: string, init?: RequestInit) => Response | Promise<Response>

export interface Connection {
  readonly server: string
  readonly fetch: FetchLike
  readonly timeoutMs: number
  readonly token?: string | undefined
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly query?: object | undefined
  readonly body?: unknown
  readonly signal?: AbortSignal
  /** Id of the last event seen. */
  readonly after?: string | undefined
  /** Statuses besides 2xx whose body is an answer. */
  readonly accept?: readonly number[]
}

/** The parts of a path, each encoded: `path\`/v1/themes/${id}\``. */
export const path = (parts: TemplateStringsArray, ...names: string[]): string =>
  parts.reduce((whole, part, at) => whole + part + (at < names.length ? encodeURIComponent(names[at] ?? '') : ''), '')

/** Sends and gives the successful response; throws the server's error, or `server-unreachable`. */
export async function send(connection: Connection, where: string, ask: Ask = {}): Promise<Response> {
  const url = `${connection.server}${where}${queryString(ask.query)}`
  const init: RequestInit = {
    method: ask.method ?? 'GET',
    redirect: 'error',
    headers: {
      ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(connection.token === undefined ? {} : { authorization: `Bearer ${connection.token}` }),
      ...(ask.after === undefined ? {} : { 'last-event-id': ask.after }),
    },
    ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
    signal: ask.signal ?? AbortSignal.timeout(connection.timeoutMs),
  }
  let response: Response
  try {
    response = await connection.fetch(url, init)
  } catch (error) {
    if (ask.signal?.aborted) throw error
    throw unreachable(connection, reasonOf(error, connection), error)
  }
  if (response.ok || ask.accept?.includes(response.status)) return response
  throw await errorOf(response, connection)
}

/** Sends and reads the JSON answer. */
export async function get<T>(connection: Connection, where: string, ask: Ask = {}): Promise<T> {
  const response = await send(connection, where, ask)
  try {
    return (await response.json()) as T
  } catch (error) {
    throw unreachable(connection, `it answered ${where} with something that is no JSON`, error)
  }
}

function queryString(query: object = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
    for (const one of list) parameters.append(name, String(one))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

async function errorOf(response: Response, connection: Connection): Promise<ThemewireError> {
  const text = await response.text().catch(() => '')
  const error = readError(text)
  if (!error) return unreachable(connection, `it answered ${response.status}, and not as Themewire does`)
  const { code, message, hint, details } = error
  return new ThemewireError(isErrorCode(code) ? code : 'internal', message, {
    ...(hint === undefined ? {} : { hint }),
    ...(details === undefined ? {} : { details }),
  })
}

function readError(text: string): { code: unknown; message: string; hint?: string; details?: unknown } | null {
  try {
    const body = JSON.parse(text) as { error?: { code: unknown; message: unknown; hint?: string; details?: unknown } }
    const error = body?.error
    return error && typeof error.message === 'string' ? { ...error, message: error.message } : null
  } catch {
    return null
  }
}

const unreachable = (connection: Connection, reason: string, cause?: unknown): ThemewireError =>
  new ThemewireError('server-unreachable', `no Themewire server at ${connection.server}: ${reason}`, {
    hint: 'start one with `themewire up`, or give the address of a running one with --server',
    cause,
  })

function reasonOf(error: unknown, connection: Connection): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${connection.timeoutMs / 1000} s`
  const cause = error.cause as { code?: string; message?: string } | undefined
  if (cause?.code === 'ECONNREFUSED') return 'nothing listens there'
  return cause?.message || error.message
}
