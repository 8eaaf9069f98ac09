/** A webhook on loopback that answers as it is told and remembers what it was sent. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly id: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** Resolves when so many messages have come. */
  came(many: number): Promise<void>
  close(): Promise<void>
}

/** `answer` is told how many came before. */
export async function receive(answer: (response: ServerResponse, before: number) => void): Promise<Receiver> {
  const received: Received[] = []
  const waiting: { many: number; done: () => void }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      received.push({ id: String(request.headers['webhook-id']), headers: request.headers, body })
      for (const { many, done } of waiting) if (received.length >= many) done()
      answer(response, received.length - 1)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    came: (many) => new Promise((done) => (received.length >= many ? done() : void waiting.push({ many, done }))),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** As a receiver checks it, written apart from what signs. */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key)
    .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
    .digest('base64')
  return headers['webhook-signature'] === `v1,${expected}`
}
