/** Politeness: one request at a time and one every so often per host, over all workers, kept in the store they share. */
import { ThemewireError } from '../errors.ts'
import type { HostGate } from '../fetch/host-gate.ts'
import type { RobotsCache } from '../fetch/robots.ts'
import { keepHost, releaseHost, reserveHost } from '../store/reservations.ts'
import type { Context } from './context.ts'

/** It is not our turn; the job goes back to its queue until it is, instead of holding a worker. */
export class HostBusy extends ThemewireError {
  readonly waitMs: number
  constructor(host: string, waitMs: number) {
    super('http-error', `${host} has been asked just now`, { details: { retryAfterMs: waitMs } })
    this.waitMs = Math.max(1, Math.ceil(waitMs))
  }
}

/** A host that asks for longer pauses (Crawl-delay) gets them, up to this. */
const longestDelayMs = 60_000

/**
 * Runs a fetch when the host may be asked, or throws HostBusy. What the fetch asks of a host it has had its turn at (the page after
 * its robots.txt, a redirect) waits in place, for a fetch that starts anew at each of them would never come to its end.
 */
export async function inTurn<T>(
  { store: { db }, config, robots }: Context & { readonly robots: RobotsCache },
  fetch: (gate: HostGate) => Promise<T>,
): Promise<T> {
  if (config.hostDelayMs === 0) return fetch({ reserve: () => Promise.resolve(0), release: () => Promise.resolve() })
  /** Hosts in hand, with when the last request to each had surely arrived: when it was answered, or given up. */
  const held = new Map<string, number>()
  const asking = new Set<string>()
  const arrived = (host: string): void => void (asking.delete(host) && held.set(host, performance.now()))
  const delayOf = (host: string): number => {
    const known = robots.get(`https://${host}`) ?? robots.get(`http://${host}`)
    return Math.max(config.hostDelayMs, Math.min((known?.robots.crawlDelay ?? 0) * 1000, longestDelayMs))
  }
  try {
    return await fetch({
      async reserve(host) {
        const last = held.get(host)
        if (last === undefined) {
          const wait = await reserveHost(db, host, { delayMs: delayOf(host) })
          if (wait > 0) throw new HostBusy(host, wait)
        } else {
          const wait = last + config.hostDelayMs - performance.now()
          if (wait > 0) return wait
          await keepHost(db, host, { delayMs: delayOf(host) })
        }
        held.set(host, performance.now())
        asking.add(host)
        return 0
      },
      answered: arrived,
      // Until the fetch is over, the host is ours.
      release: (host) => Promise.resolve(arrived(host)),
    })
  } finally {
    for (const [host, last] of held) {
      await releaseHost(db, host, { delayMs: Math.max(0, last + delayOf(host) - performance.now()) })
    }
  }
}
