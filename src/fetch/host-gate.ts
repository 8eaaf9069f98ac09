/** Who may ask a host now: the agreement between a fetch and whatever spaces requests across all workers. */
import { ThemewireError } from '../errors.ts'

export interface HostGate {
  /** Milliseconds to wait before trying again; 0 means the host is yours until released. */
  reserve(host: string): Promise<number>
  /** The request has reached the host, for it answers: what is spaced from it is spaced from now. */
  answered?(host: string): void
  release(host: string): Promise<void>
}

/** Waits in place until the host is ours, unless the gate throws instead. Throws `fetch-failed` when called off. */
export async function waitForTurn(
  host: string,
  gate: HostGate | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!gate) return
  for (;;) {
    const wait = await gate.reserve(host)
    if (wait <= 0) return
    await pause(wait, signal)
  }
}

const pause = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(new ThemewireError('fetch-failed', 'the fetch was called off'))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })

/**
 * A gate that waits at most `patienceMs` in place; a longer wait throws `http-error` with `details.retryAfterMs`,
 * for a queue to come back later instead of holding a worker.
 */
export function impatientGate(gate: HostGate, patienceMs: number): HostGate {
  return {
    async reserve(host) {
      const wait = await gate.reserve(host)
      if (wait <= patienceMs) return wait
      throw new ThemewireError('http-error', `${host} has been asked just now`, { details: { retryAfterMs: wait } })
    },
    release: (host) => gate.release(host),
  }
}

/** A gate for one process: one request at a time and one every `delayMs` per host. `now` is milliseconds. */
export function localGate(delayMs: number, now: () => number): HostGate {
  const hosts = new Map<string, { busy: boolean; freeAt: number }>()
  return {
    reserve(host) {
      const state = hosts.get(host) ?? { busy: false, freeAt: 0 }
      const wait = Math.max(state.busy ? 50 : 0, state.freeAt - now())
      if (wait <= 0) hosts.set(host, { busy: true, freeAt: now() + delayMs })
      return Promise.resolve(Math.max(0, wait))
    },
    release(host) {
      const state = hosts.get(host)
      if (state) hosts.set(host, { ...state, busy: false })
      if (hosts.size > 10_000)
        for (const [key, value] of hosts) if (!value.busy && value.freeAt < now()) hosts.delete(key)
      return Promise.resolve()
    },
  }
}
