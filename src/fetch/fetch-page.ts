/** Fetches one page or feed: guarded, polite, within limits, and with one clear reason for every way of failing. */
import { Agent, request, type Dispatcher } from 'undici'
import { ThemewireError } from '../errors.ts'
import { guardedAgent, refuseAddress, type AllowPrivate } from './address-guard.ts'
import { assertTextual, readBody } from './body.ts'
import { asFetchError, assertGoodStatus } from './failures.ts'
import { waitForTurn, type HostGate } from './host-gate.ts'
import { robotsAllow, type RobotsCache } from './robots.ts'

/** What was fetched, as it came: bytes, not text. */
export interface Page {
  readonly url: string
  /** After redirects. */
  readonly finalUrl: string
  readonly status: number
  /** The header as sent, or an empty string. */
  readonly contentType: string
  /** Decompressed; empty when `notModified`. */
  readonly body: Uint8Array
  readonly etag: string | null
  readonly lastModified: string | null
  /** ISO 8601, from the clock passed in. */
  readonly fetchedAt: string
  /** The server said 304: what we have is what there is. */
  readonly notModified: boolean
}

export interface FetchLimits {
  /** Bytes of the body, after decompression. */
  readonly bytes: number
  /** Milliseconds for the whole fetch, redirects and slow bodies included; waiting for the host's turn is not. */
  readonly time: number
  readonly redirects: number
}
export const fetchLimits: FetchLimits = { bytes: 10_000_000, time: 15_000, redirects: 5 }

export interface FetchOptions {
  /** Names us and how to reach us. */
  readonly userAgent: string
  /** `true` opens every private address, a list only those `host:port`. For demonstrations and tests. */
  readonly allowPrivate: AllowPrivate
  /** From the last fetch of this address, for a conditional request. */
  readonly etag?: string | null | undefined
  readonly lastModified?: string | null | undefined
  readonly limits?: Partial<FetchLimits> | undefined
  /** Spaces the requests to a host, across all workers. */
  readonly hostGate?: HostGate | undefined
  /** Without it robots.txt is not asked for. */
  readonly robots?: RobotsCache | undefined
  /** ISO 8601 now. */
  readonly clock: () => string
  readonly signal?: AbortSignal | undefined
}

/**
 * Fetches an http(s) address. Throws ThemewireError: `bad-url`, `address-refused`, `robots-refused`, `unsupported-type`,
 * `too-large`, `too-many-redirects`, `http-gone` (never again), `http-error`, `fetch-timeout`, `fetch-failed` (these three may
 * succeed later; `details.retryAfterMs` when the server named a time).
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Page> {
  const limits = { ...fetchLimits, ...options.limits }
  const agent = guardedAgent(options.allowPrivate)
  try {
    let url = checkedUrl(address)
    for (let hop = 0; ; hop++) {
      refuseAddress(url, options.allowPrivate)
      if (options.robots && !(await robotsAllow(url, options, agent))) {
        throw new ThemewireError('robots-refused', `${url.host} asks robots not to read ${url.pathname} (robots.txt)`, {
          hint: 'the site does not want to be read by programs; add the text itself instead',
        })
      }
      const answer = await oneRequest(url, options, limits, agent)
      if ('page' in answer) return { ...answer.page, url: address }
      if (hop >= limits.redirects) {
        throw new ThemewireError('too-many-redirects', `${address} redirects more than ${limits.redirects} times`, {
          hint: 'open it in a browser and add the address it ends at',
        })
      }
      url = checkedUrl(answer.location, url)
    }
  } finally {
    agent.destroy().catch(() => {})
  }
}

type Answer = { page: Page } | { location: string }

async function oneRequest(url: URL, options: FetchOptions, limits: FetchLimits, agent: Agent): Promise<Answer> {
  const host = url.host
  await waitForTurn(host, options.hostGate, options.signal)
  const deadline = AbortSignal.timeout(limits.time)
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
  let body: Dispatcher.ResponseData['body'] | undefined
  try {
    const response = await request(url, { dispatcher: agent, signal, headers: headersOf(options) })
    options.hostGate?.answered?.(host)
    body = response.body
    const location = header(response, 'location')
    if (response.statusCode >= 300 && response.statusCode < 400 && response.statusCode !== 304 && location) {
      return { location }
    }
    assertGoodStatus(url, response.statusCode, header(response, 'retry-after'), options.clock())
    const contentType = header(response, 'content-type') ?? ''
    const notModified = response.statusCode === 304
    if (!notModified) assertTextual(url, contentType)
    return {
      page: {
        url: url.href,
        finalUrl: url.href,
        status: response.statusCode,
        contentType,
        body: notModified ? new Uint8Array() : await readBody(url, response, limits.bytes),
        etag: header(response, 'etag') ?? (notModified ? (options.etag ?? null) : null),
        lastModified: header(response, 'last-modified') ?? (notModified ? (options.lastModified ?? null) : null),
        fetchedAt: options.clock(),
        notModified,
      },
    }
  } catch (error) {
    throw asFetchError(error, url, limits.time, options.signal)
  } finally {
    // A body nobody reads holds its connection; destroying it is no failure.
    body?.on('error', () => {}).destroy()
    await options.hostGate?.release(host)
  }
}

const headersOf = (options: FetchOptions): Record<string, string> => ({
  'user-agent': options.userAgent,
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'en,*;q=0.5',
  ...(options.etag ? { 'if-none-match': options.etag } : {}),
  ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
})

export const header = (response: Dispatcher.ResponseData, name: string): string | undefined => {
  const value = response.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** An http(s) address without credentials; throws `bad-url`. */
export function checkedUrl(address: string, base?: URL): URL {
  let url: URL
  try {
    url = new URL(address.trim(), base)
  } catch {
    throw new ThemewireError('bad-url', `"${address.slice(0, 200)}" is no web address`, {
      hint: 'give the whole address, with https://',
    })
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ThemewireError('bad-url', `"${url.protocol}" addresses are not fetched`, {
      hint: 'only http and https are',
    })
  }
  if (url.username || url.password) {
    throw new ThemewireError('bad-url', 'addresses with a user name or password are not fetched', {
      hint: 'take the part before the @ away',
    })
  }
  url.hash = ''
  return url
}
