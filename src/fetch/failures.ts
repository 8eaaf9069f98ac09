/** Every way a fetch can fail, as one reason each: what will not be better tomorrow is told from what may be. */
import { ThemewireError } from '../errors.ts'

/** Statuses that may be different on another try. */
const passing = new Set([408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 527, 530])

/** Throws `http-gone` or `http-error` for any status but 2xx and 304; `details` hold `status` and `retryAfterMs`. */
export function assertGoodStatus(url: URL, status: number, retryAfter: string | undefined, now: string): void {
  if ((status >= 200 && status < 300) || status === 304) return
  const retryAfterMs = retryAfterOf(retryAfter, now)
  const details = { status, ...(retryAfterMs === null ? {} : { retryAfterMs }) }
  if (passing.has(status)) {
    throw new ThemewireError('http-error', `${url.host} answered ${status} for ${url.pathname}`, {
      hint:
        retryAfterMs === null ? 'try again later' : `it asks to be left alone for ${Math.ceil(retryAfterMs / 1000)} s`,
      details,
    })
  }
  const why =
    status === 401 || status === 402 || status === 403
      ? 'the site does not let us read it; add the text itself instead'
      : status === 404 || status === 410
        ? 'the page is gone; look whether the address is right'
        : 'open it in a browser to see what it is'
  throw new ThemewireError('http-gone', `${url.host} answered ${status} for ${url.pathname}`, { hint: why, details })
}

const dayMs = 86_400_000

/** `Retry-After` in milliseconds (seconds or an HTTP date), at most a day; null when absent or senseless. */
export function retryAfterOf(value: string | undefined, now: string): number | null {
  if (!value) return null
  const trimmed = value.trim()
  const wait = /^\d+$/.test(trimmed) ? Number(trimmed) * 1000 : Date.parse(trimmed) - Date.parse(now)
  return Number.isNaN(wait) ? null : Math.min(Math.max(0, wait), dayMs)
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'it refuses the connection',
  ECONNRESET: 'it broke the connection off',
  EPIPE: 'it broke the connection off',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  UND_ERR_SOCKET: 'it broke the connection off',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'it sent another length than it said',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
  UND_ERR_RESPONSE_STATUS_CODE: 'its answer makes no sense',
  Z_DATA_ERROR: 'its compressed answer is damaged',
  Z_BUF_ERROR: 'its compressed answer breaks off',
}
const unknownName = new Set(['ENOTFOUND', 'EAI_AGAIN'])
const timeouts = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'])

/** Whatever a request threw, as a ThemewireError. */
export function asFetchError(
  error: unknown,
  url: URL,
  limitMs: number,
  outer: AbortSignal | undefined,
): ThemewireError {
  for (let at = error, i = 0; at instanceof Error && i < 5; at = at.cause, i++)
    if (at instanceof ThemewireError) return at
  const { name, code, message } = (error ?? {}) as { name?: string; code?: string; message?: string }
  if (outer?.aborted) return new ThemewireError('fetch-failed', 'the fetch was called off', { cause: error })
  if (name === 'TimeoutError' || name === 'AbortError' || timeouts.has(code ?? '')) {
    return new ThemewireError('fetch-timeout', `${url.host} took longer than ${limitMs / 1000} s for ${url.pathname}`, {
      hint: 'try again later',
      cause: error,
    })
  }
  const certificate = /certificate|self.signed|^ERR_TLS|^CERT_/i.test(`${code} ${message}`)
  const why = certificate ? 'its certificate is not good' : (reasons[code ?? ''] ?? message ?? 'an unknown reason')
  return new ThemewireError('fetch-failed', `${url.host} could not be read: ${why}`, {
    hint: unknownName.has(code ?? '')
      ? 'look whether the address is spelt right, and whether there is a connection to the internet'
      : 'try again later',
    details: { reason: code ?? name ?? null },
    cause: error,
  })
}
