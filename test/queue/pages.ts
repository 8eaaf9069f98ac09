/** A web server on loopback that a test tells what to answer, and that remembers when it was asked what. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void
export interface Pages {
  /** `host:port`, for the configuration's allowHosts. */
  readonly host: string
  url(path: string): string
  /** Every request but those for robots.txt, in order. */
  readonly asked: { readonly path: string; readonly at: number; readonly headers: IncomingMessage['headers'] }[]
  close(): Promise<void>
}

export async function servePages(answer: Answer): Promise<Pages> {
  const asked: Pages['asked'] = []
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end()
    asked.push({ path: request.url ?? '', at: performance.now(), headers: request.headers })
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    url: (path) => `http://${host}${path}`,
    asked,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A page with enough running text to be read as an article. */
export function page(response: ServerResponse, about: string): void {
  const sentence = `Shares of ${about} rose on Tuesday after the company reported better sales than analysts had expected.`
  const body = Array.from(
    { length: 8 },
    (_, index) => `<p>${sentence} This is paragraph ${index + 1} about ${about}.</p>`,
  )
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    `<html><head><title>${about} rises</title></head><body><article><h1>${about} rises</h1>${body.join('')}</article></body></html>`,
  )
}

export function feed(response: ServerResponse, items: readonly { title: string; link: string }[], headers = {}): void {
  const entries = items.map(
    ({ title, link }) => `<item><title>${title}</title><link>${link}</link><guid>${link}</guid></item>`,
  )
  response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers })
  response.end(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Invented wire</title><link>http://example.com/</link><description>Invented</description>${entries.join('')}</channel></rss>`,
  )
}
