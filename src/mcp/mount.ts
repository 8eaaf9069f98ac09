/** MCP over HTTP: `/mcp` of the served app, behind the same guards as everything else there. It only reads. */
import type { Env, Hono, Schema } from 'hono'
import type { Client } from '../client/client.ts'
import { errorBody, ThemewireError } from '../errors.ts'

/** Questions are short; what is longer is many questions at once. */
const mostBytes = 65_536

/** `client` asks the same app. Each call is answered by itself and nothing is kept, so any number of servers can share the load. */
export function mountMcp<E extends Env, S extends Schema>(app: Hono<E, S>, client: Client): void {
  app.all('/mcp', async (c) => {
    if (c.req.method !== 'POST') {
      const error = new ThemewireError('bad-request', `/mcp does not take ${c.req.method}`, {
        hint: 'it takes POST, from a client of the Model Context Protocol (streamable HTTP)',
      })
      return c.json({ error: errorBody(error) }, 405, { allow: 'POST' })
    }
    // Loaded when first asked for: it would make every start a third of a second longer.
    const [{ makeMcpServer }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
      import('./server.ts'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    ])
    const mcp = makeMcpServer((ask) => ask(client), { write: false })
    const transport = new WebStandardStreamableHTTPServerTransport({
      enableJsonResponse: true,
      maxRequestBodySize: mostBytes,
    })
    await mcp.connect(transport)
    return transport.handleRequest(c.req.raw)
  })
}
