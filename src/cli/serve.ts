/** The process that serves: context, workers, API and pages on one address. */
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApi } from '../api/app.ts'
import type { Config } from '../config.ts'
import { ThemewireError } from '../errors.ts'
import { openContext, type Context } from '../queue/context.ts'
import { startWork, type Work } from '../queue/work.ts'
import { themewire } from '../client/client.ts'
import { mountSite } from '../web/site.tsx'
import { makeLog } from './log.ts'

export interface Served {
  /** `http://127.0.0.1:8321` */
  readonly address: string
  readonly where: string
  readonly context: Context
  readonly work: Work | undefined
  stop(): Promise<void>
}

/** Opens the store, starts the workers, listens. Throws `store-locked`, `conflict` (port taken) and the like. */
export async function serve(config: Config, options: { work: boolean }): Promise<Served> {
  const context = await openContext(config, makeLog(config))
  try {
    const app = createApi(context)
    const client = themewire({ fetch: async (input, init) => app.request(input, init) })
    mountSite(app, client)
    const server = createAdaptorServer({ fetch: app.fetch })
    await listen(server, config)
    const { port, address: host } = server.address() as AddressInfo
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
    context.store.setAddress(address)
    const work = options.work ? await startWork(context) : undefined
    return {
      address,
      where: context.store.where,
      context,
      work,
      async stop() {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
        await closed
        await work?.stop()
        await context.close()
      },
    }
  } catch (error) {
    await context.close()
    throw error
  }
}

function listen(server: ReturnType<typeof createAdaptorServer>, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ThemewireError('conflict', `port ${port} on ${host} is taken`, {
              hint: 'give another with --port, or 0 for any free one',
            })
          : new ThemewireError('usage', `cannot listen on ${host}:${port}: ${error.message}`, {
              hint: 'give an address of this machine with --host',
            }),
      ),
    )
    server.listen(port, host, () => resolve())
  })
}
