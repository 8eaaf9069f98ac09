/** A loopback server whose every path misbehaves in one way, for the fetch tests. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

export interface Misbehaving {
  readonly url: string
  readonly host: string
  readonly requests: { path: string; headers: IncomingMessage['headers'] }[]
  close(): Promise<void>
}

export const page =
  '<html><head><title>Mills report</title></head><body><h1>Mills report</h1><p>Flour was dear.</p></body></html>'

/** 20 MB in 20 KB. */
const bomb = gzipSync(Buffer.alloc(20_000_000))

type Answer = (response: ServerResponse, request: IncomingMessage) => void
const html = (response: ServerResponse, body: string, headers: Record<string, string> = {}): void => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}

const ways: Record<string, Answer> = {
  '/good': (response) => html(response, page, { etag: '"v1"', 'last-modified': 'Mon, 02 Mar 2026 08:00:00 GMT' }),
  '/conditional': (response, { headers }) =>
    headers['if-none-match'] === '"v1"' ? response.writeHead(304).end() : html(response, page, { etag: '"v1"' }),
  '/packed': (response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(page)),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/once': (response) => response.writeHead(301, { location: '/good' }).end(),
  '/inside': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/bomb': (response) => response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
  '/damaged': (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
      .end(Buffer.from('not gzip at all')),
  '/large': (response) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '99000000' }).end('x'),
  '/endless': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    }
    response.on('drain', more)
    more()
  },
  '/drip': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const timer = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(timer))
  },
  '/silent': () => {},
  '/half': (response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' })
    response.write('<html><p>half of it', () => response.destroy())
  },
  '/reset': (response) => response.destroy(),
  '/pdf': (response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
  '/image': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('\x89PNG'),
  '/gone': (response) => response.writeHead(404).end('no'),
  '/forbidden': (response) => response.writeHead(403).end('no'),
  '/busy': (response) => response.writeHead(429, { 'retry-after': '120' }).end('later'),
  '/broken': (response) => response.writeHead(503, { 'retry-after': 'Mon, 02 Mar 2026 12:01:00 GMT' }).end('later'),
  '/private/x': (response) => html(response, page),
}

/** Starts the server; `robots` is its robots.txt, none by default. */
export async function misbehave(robots?: string | number): Promise<Misbehaving> {
  const requests: Misbehaving['requests'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    requests.push({ path, headers: request.headers })
    response.on('error', () => {})
    if (path === '/robots.txt') {
      response
        .writeHead(typeof robots === 'number' ? robots : robots === undefined ? 404 : 200, {
          'content-type': 'text/plain',
        })
        .end(typeof robots === 'string' ? robots : '')
    } else if (ways[path]) ways[path](response, request)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
