/** Politeness: one request at a time and one every so often per host, over all workers, kept in the store they share. */
import { ThemewireError } from '../errors.ts'
import type { HostGate } from '../fetch/host-gate.ts'
import type { RobotsCache } from '../fetch/robots.ts'
import { releaseHost, reserveHost } from '../store/reservations.ts'
import type { Context } from './context.ts'

/** It is not our turn; the job goes back to its queue until it is, instead of holding a worker. */
export class HostBusy extends ThemewireError {
  readonly waitMs: number
  constructor(host: string, waitMs: number) {
    super('http-error', `${host} has been asked just now`, { details: { retryAfterMs: waitMs } })
    this.waitMs = Math.max(1, Math.ceil(waitMs))
  }
}

/**
 * Runs a fetch when the host of `url` may be asked, or throws HostBusy. Asking for a robots.txt we do not know yet takes a turn
 * of its own: the page comes with the next one, so that a slow robots.txt does not bring two pages close together.
 */
export async function inTurn<T>(
  context: Context & { readonly robots: RobotsCache },
  url: string,
  fetch: (gate: HostGate) => Promise<T>,
): Promise<T> {
  const gate = sharedGate(context)
  const { host, origin } = URL.canParse(url) ? new URL(url) : { host: '', origin: '' }
  const known = context.robots.get(origin)
  if (!host || (known && known.until > Date.parse(context.clock()))) return fetch(gate)
  await gate.reserve(host)
  let held = true
  const giveBack = async (): Promise<void> => {
    if (held) await gate.release(host)
    held = false
  }
  try {
    return await fetch({
      async reserve(asked) {
        if (asked === host) await giveBack()
        return gate.reserve(asked)
      },
      release: (asked) => gate.release(asked),
    })
  } finally {
    await giveBack()
  }
}

function sharedGate({ store, config }: Context): HostGate {
  return {
    async reserve(host) {
      if (config.hostDelayMs === 0) return 0
      const wait = await reserveHost(store.db, host, { delayMs: config.hostDelayMs })
      if (wait > 0) throw new HostBusy(host, wait)
      return 0
    },
    async release(host) {
      if (config.hostDelayMs > 0) await releaseHost(store.db, host)
    },
  }
}
