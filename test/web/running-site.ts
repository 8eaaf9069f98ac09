/** The real app with its pages, on loopback, over a store filled with invented news. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { pino } from 'pino'
import { createApi, type ApiOptions } from '../../src/api/app.ts'
import { themewire, type Client } from '../../src/client/client.ts'
import { readConfig } from '../../src/config.ts'
import { openContext, type Context } from '../../src/queue/context.ts'
import { mountSite } from '../../src/web/site.tsx'
import { fill, type Told } from '../digest/market-store.ts'

export interface RunningSite {
  readonly address: string
  readonly context: Context
  readonly client: Client
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
  readonly stop: () => Promise<void>
}

export async function startSite(articles?: readonly Told[], options: ApiOptions = {}): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'themewire-web-'))
  const context = await openContext(readConfig({ folder, logLevel: 'silent' }, {}), pino({ level: 'silent' }))
  await fill(context.store.db, articles)
  const app = createApi(context, options)
  const client = themewire({ fetch: async (input, init) => app.request(input, init) })
  mountSite(app, client)
  const server = createAdaptorServer({ fetch: app.fetch })
  // A test that computes for seconds must not find its connection just closed for idling.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    context,
    client,
    get: (path, headers = {}) => fetch(`${address}${path}`, { headers }),
    stop: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
