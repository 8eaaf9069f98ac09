/** The process that serves: context, workers, API and pages on one address. */
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { isLoopback } from '../api/access.ts'
import { createApi } from '../api/app.ts'
import type { Config } from '../config.ts'
import { ThemewireError } from '../errors.ts'
import { openContext, type Context } from '../queue/context.ts'
import { startWork, type Work } from '../queue/work.ts'
import { themewire } from '../client/client.ts'
import { listTokens } from '../store/tokens.ts'
import { mountMcp } from '../mcp/mount.ts'
import { mountSite } from '../web/site.tsx'
import { makeLog } from './log.ts'

export interface Served {
  /** `http://127.0.0.1:8321` */
  readonly address: string
  /** The same from this machine, where it listens on all addresses. */
  readonly here: string
  readonly where: string
  readonly context: Context
  readonly work: Work | undefined
  stop(): Promise<void>
}

/** Opens the store, starts the workers, listens. Throws `store-locked`, `conflict` (port taken) and the like. */
export async function serve(config: Config, options: { work: boolean }): Promise<Served> {
  const context = await openContext(config, makeLog(config))
  try {
    const onlyHere = isLoopback(config.host) && !config.askForToken
    if (!onlyHere) await needToken(context, config)
    const key = randomBytes(32).toString('base64url')
    const app = createApi(context, {
      access: onlyHere ? undefined : { key, perMinute: config.rateLimit },
      corsOrigins: config.corsOrigins,
      servesText: config.serveText === 'always' || (config.serveText === 'loopback' && onlyHere),
    })
    const inside = themewire({ fetch: async (input, init) => app.request(input, init) })
    mountMcp(app, inside)
    mountSite(app, inside)
    // Models and pipeline are looked at before anybody is told that we listen.
    const work = options.work ? await startWork(context) : undefined
    // What the workers know from now on, whatever is put into the folder later.
    await context.themes()
    const server = createAdaptorServer({ fetch: app.fetch }) as Server
    // Longer than proxies and clients keep a connection unused, so that none is cut while a request is on its way.
    server.keepAliveTimeout = 65_000
    await listen(server, config).catch(async (error: unknown) => {
      await work?.stop()
      throw error
    })
    const { port, address: host } = server.address() as AddressInfo
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
    const here = reachable(address)
    context.store.setAddress(here, key)
    return {
      address,
      here,
      where: context.store.where,
      context,
      work,
      async stop() {
        await closed(server)
        await work?.stop()
        await context.close()
      },
    }
  } catch (error) {
    await context.close()
    throw error
  }
}

/** Beyond this machine nobody gets in without a token, so one has to be there. */
async function needToken({ store }: Context, { host }: Config): Promise<void> {
  if ((await listTokens(store.db)).length > 0) return
  throw new ThemewireError('unauthorized', `a server on ${host} asks its callers for a token, and there is none`, {
    hint: 'make one: `themewire tokens add NAME --role write`; or listen on 127.0.0.1, which asks for none',
  })
}

/** Where commands on this machine find a server that listens on all its addresses. */
const reachable = (address: string): string =>
  address.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')

/** Event streams stay open for ever, so connections are cut, not waited for. */
const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

function listen(server: Server, { host, port }: Config): Promise<void> {
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
