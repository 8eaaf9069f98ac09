/** A session that is opened when it is needed and closed soon after, so that a process that idles does not keep the data folder. */
import type { Client } from '../client/client.ts'
import type { Session } from './session.ts'

export interface Lender {
  use<T>(ask: (client: Client) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** `idleMs`: how long it stays open after its last use, for the question that follows. */
export function lend(open: () => Promise<Session>, idleMs: number): Lender {
  let session: Promise<Session> | undefined
  let closing: Promise<void> = Promise.resolve()
  let users = 0
  let idle: NodeJS.Timeout | undefined

  async function close(): Promise<void> {
    clearTimeout(idle)
    const open = session
    session = undefined
    if (open) closing = open.then((one) => one.close()).catch(() => {})
    await closing
  }

  return {
    close,
    async use(ask) {
      clearTimeout(idle)
      users += 1
      try {
        session ??= closing.then(open)
        const { client } = await session.catch((error: unknown) => {
          session = undefined
          throw error
        })
        return await ask(client)
      } finally {
        users -= 1
        if (users === 0) idle = setTimeout(() => void close(), idleMs)
      }
    },
  }
}
