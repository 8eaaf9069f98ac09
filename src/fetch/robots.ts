/** robots.txt (RFC 9309): asked once per host and kept a day; what it refuses is not fetched. */
import { request, type Agent } from 'undici'
import { ThemewireError } from '../errors.ts'
import { asFetchError } from './failures.ts'
import { readBody } from './body.ts'
import { waitForTurn, type HostGate } from './host-gate.ts'

interface Rule {
  readonly allow: boolean
  readonly pattern: string
}
export interface Robots {
  readonly rules: readonly Rule[]
  /** Seconds between requests it asks for, or null. */
  readonly crawlDelay: number | null
}
const allowAll: Robots = { rules: [], crawlDelay: null }
const refuseAll: Robots = { rules: [{ allow: false, pattern: '/' }], crawlDelay: null }

/** What is known of each host's robots.txt, with the time (ms) it stops being known. */
export type RobotsCache = Map<string, { robots: Robots; until: number }>

const dayMs = 86_400_000
const cacheSize = 5000
/** RFC 9309 asks for at least 500 KiB. */
const limit = 512_000
/** Milliseconds for one request. */
const timeMs = 10_000

/** Reads a robots.txt for the product name of a User-Agent. Never throws. */
export function parseRobots(text: string, userAgent: string): Robots {
  const product = /^[a-z_-]+/i.exec(userAgent)?.[0].toLowerCase() ?? ''
  const groups: { agents: string[]; rules: Rule[]; crawlDelay: number | null }[] = []
  let open: (typeof groups)[number] | undefined
  let inAgents = false
  for (const line of text.slice(0, limit).split(/[\r\n]+/)) {
    const [name, ...rest] = line.split('#', 1)[0]!.split(':')
    const value = rest.join(':').trim()
    switch (name!.trim().toLowerCase()) {
      case 'user-agent':
        if (!inAgents) groups.push((open = { agents: [], rules: [], crawlDelay: null }))
        open?.agents.push(value.toLowerCase())
        inAgents = true
        continue
      case 'allow':
      case 'disallow':
        if (value !== '') open?.rules.push({ allow: name!.trim().toLowerCase() === 'allow', pattern: value })
        break
      case 'crawl-delay':
        if (open && Number(value) > 0) open.crawlDelay = Number(value)
        break
      default:
        continue
    }
    inAgents = false
  }
  const ours = groups.filter(({ agents }) => agents.some((agent) => agent === product))
  const chosen = ours.length > 0 ? ours : groups.filter(({ agents }) => agents.includes('*'))
  return {
    rules: chosen.flatMap(({ rules }) => rules),
    crawlDelay: chosen.find(({ crawlDelay }) => crawlDelay !== null)?.crawlDelay ?? null,
  }
}

/** May this path (with its query) be read? The longest matching rule wins, and of equal ones the allowing. */
export function robotsAllowPath(robots: Robots, path: string): boolean {
  if (path === '/robots.txt') return true
  let best: Rule | undefined
  for (const rule of robots.rules) {
    if (!matches(rule.pattern, path)) continue
    const longer = rule.pattern.length - (best?.pattern.length ?? -1)
    if (longer > 0 || (longer === 0 && rule.allow)) best = rule
  }
  return best?.allow ?? true
}

/** `*` is any run, a last `$` the end; each piece is searched once from where the last one ended, so it is linear per piece. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$')
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(pieces[0]!)) return false
  let at = pieces[0]!.length
  for (const piece of pieces.slice(1, -1)) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (pieces.length === 1) return !anchored || path.length === at
  const last = pieces.at(-1)!
  return anchored ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) >= 0
}

/**
 * Asks, or remembers, what a host's robots.txt says of an address. No such file allows all; a host whose file cannot be had because
 * it is broken (5xx) refuses all for an hour, as RFC 9309 says, by `http-error`; one that cannot be reached throws as the page itself would.
 */
export async function robotsAllow(
  url: URL,
  options: Asking & { readonly robots?: RobotsCache | undefined; readonly clock: () => string },
  agent: Agent,
): Promise<boolean> {
  const cache: RobotsCache = options.robots ?? new Map<string, { robots: Robots; until: number }>()
  const now = Date.parse(options.clock())
  let known = cache.get(url.origin)
  if (!known || known.until <= now) {
    const { robots, keepMs } = await askRobots(url, options, agent)
    known = { robots, until: now + keepMs }
    if (cache.size >= cacheSize) cache.delete(cache.keys().next().value!)
    cache.set(url.origin, known)
  }
  if (known.robots === refuseAll) {
    throw new ThemewireError('http-error', `${url.host} cannot show its robots.txt just now, so it is left alone`, {
      hint: 'try again later',
      details: { retryAfterMs: known.until - now },
    })
  }
  return robotsAllowPath(known.robots, url.pathname + url.search)
}

interface Asking {
  readonly userAgent: string
  readonly hostGate?: HostGate | undefined
  readonly signal?: AbortSignal | undefined
}

async function askRobots(url: URL, asking: Asking, agent: Agent): Promise<{ robots: Robots; keepMs: number }> {
  let at = new URL('/robots.txt', url)
  for (let hop = 0; hop <= 5; hop++) {
    const answer = await oneRequest(at, asking, agent)
    if ('robots' in answer) return answer
    if (answer.location === null) break
    at = new URL(answer.location, at)
    if (at.protocol !== 'http:' && at.protocol !== 'https:') break
  }
  return { robots: allowAll, keepMs: dayMs }
}

/** It is a request like any other, redirects too: one at a time, and spaced from the page's. */
async function oneRequest(
  at: URL,
  { userAgent, hostGate, signal: outer }: Asking,
  agent: Agent,
): Promise<{ robots: Robots; keepMs: number } | { location: string | null }> {
  await waitForTurn(at.host, hostGate, outer)
  const deadline = AbortSignal.timeout(timeMs)
  const signal = outer ? AbortSignal.any([deadline, outer]) : deadline
  try {
    const response = await request(at, { dispatcher: agent, signal, headers: { 'user-agent': userAgent } })
    hostGate?.answered?.(at.host)
    const { statusCode } = response
    if (statusCode >= 200 && statusCode < 300) {
      const body = await readBody(at, response, 10 * limit)
      return { robots: parseRobots(new TextDecoder().decode(body), userAgent), keepMs: dayMs }
    }
    response.body.on('error', () => {}).destroy()
    if (statusCode >= 500 || statusCode === 429) return { robots: refuseAll, keepMs: dayMs / 24 }
    const location = response.headers['location']
    return { location: statusCode >= 300 && statusCode < 400 && typeof location === 'string' ? location : null }
  } catch (error) {
    throw asFetchError(error, at, timeMs, outer)
  } finally {
    await hostGate?.release(at.host)
  }
}
