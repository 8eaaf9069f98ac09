/** The named errors: a code for programs, a sentence for a person, and what to do about it. */

/** code → [HTTP status, exit code of the command line, can a retry succeed later?] */
const codes = {
  usage: [400, 2, false],
  'bad-request': [400, 2, false],
  'bad-line': [400, 2, false],
  unauthorized: [401, 2, false],
  forbidden: [403, 2, false],
  'too-many-requests': [429, 6, true],
  'not-found': [404, 4, false],
  'file-unreadable': [400, 2, false],
  'not-text': [415, 2, false],
  'too-large': [413, 2, false],
  'empty-page': [422, 5, false],
  'consent-page': [422, 5, false],
  'paywall-page': [422, 5, false],
  'bad-url': [400, 2, false],
  'address-refused': [403, 5, false],
  'robots-refused': [403, 5, false],
  'source-refused': [403, 5, false],
  'unsupported-type': [415, 5, false],
  'too-many-redirects': [422, 5, false],
  'http-error': [502, 5, true],
  'http-gone': [502, 5, false],
  'fetch-timeout': [504, 5, true],
  'fetch-failed': [502, 5, true],
  'bad-feed': [422, 5, false],
  'analysis-timeout': [500, 5, false],
  'analysis-failed': [500, 5, false],
  'bad-models': [500, 3, false],
  'bad-pipeline': [500, 3, false],
  'store-unreachable': [503, 6, true],
  'store-locked': [409, 6, true],
  'store-version': [409, 6, false],
  'queue-unreachable': [503, 6, true],
  'server-unreachable': [503, 6, true],
  'bad-backup': [400, 2, false],
  conflict: [409, 6, false],
  internal: [500, 1, true],
} as const satisfies Record<string, readonly [number, number, boolean]>
export type ErrorCode = keyof typeof codes
export const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(codes, code)

/** An error a person can act on. `message` says what is wrong, `hint` what to do. */
export class ThemewireError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly details: unknown

  constructor(code: ErrorCode, message: string, options: { hint?: string; details?: unknown; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'ThemewireError'
    this.code = code
    this.hint = options.hint
    this.details = options.details
  }

  get httpStatus(): number {
    return codes[this.code][0]
  }
  get exitCode(): number {
    return codes[this.code][1]
  }
  get retryable(): boolean {
    return codes[this.code][2]
  }
}

/** Anything thrown, as a ThemewireError; what is not ours becomes `internal`. */
export function asThemewireError(error: unknown): ThemewireError {
  if (error instanceof ThemewireError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new ThemewireError('internal', message || 'an unknown error', { cause: error })
}

/** The shape every surface shows: HTTP bodies and `analyze --jsonl` lines. */
export function errorBody(error: unknown): { code: ErrorCode; message: string; hint?: string; details?: unknown } {
  const { code, message, hint, details } = asThemewireError(error)
  return { code, message, ...(hint === undefined ? {} : { hint }), ...(details === undefined ? {} : { details }) }
}
