/** The body of an answer: decompressed as it comes and cut off at the limit, so that a small bomb stays small. */
import { pipeline, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { ThemewireError } from '../errors.ts'

const textual = /^(?:text\/(?!css|javascript|calendar)|application\/(?:[\w.+-]+\+)?(?:xml|json)\b|application\/xhtml)/i

/** Refuses what says of itself that it is no text; throws `unsupported-type`. An empty or vague type is judged by its bytes. */
export function assertTextual(url: URL, contentType: string): void {
  const type = contentType.split(';')[0]!.trim().toLowerCase()
  if (type === '' || type === 'application/octet-stream' || type === 'binary/octet-stream' || textual.test(type)) return
  throw new ThemewireError('unsupported-type', `${url.href} is ${type}, not a page or feed`, {
    hint: 'pages (HTML), feeds (XML, JSON) and plain text are read; PDF, images and media are not',
  })
}

const tooLarge = (url: URL, limit: number): ThemewireError =>
  new ThemewireError('too-large', `${url.href} is larger than ${(limit / 1e6).toFixed(0)} MB`, {
    hint: 'no article is that large; if this one is, add its text itself',
  })

/** The bytes, decompressed, at most `limit`; throws `too-large`, and whatever a broken stream throws. */
export async function readBody(url: URL, response: Dispatcher.ResponseData, limit: number): Promise<Uint8Array> {
  const length = Number(response.headers['content-length'])
  if (length > limit) throw tooLarge(url, limit)
  const stream = decompressed(response.body, encodingsOf(response))
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) throw tooLarge(url, limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function encodingsOf(response: Dispatcher.ResponseData): string[] {
  const value = response.headers['content-encoding']
  return String(value ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
}

function decompressed(body: Readable, encodings: string[]): Readable {
  let stream = body
  // Encodings are listed in the order applied; no honest server stacks more than two.
  for (const name of encodings.slice(0, 3).reverse()) {
    const step = decoder(name)
    // Errors reach the reader through the last stream; the callback only keeps them from being thrown twice.
    stream = pipeline(stream, step, () => {})
  }
  return stream
}

function decoder(name: string): Transform {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip()
  if (name === 'br') return createBrotliDecompress()
  if (name === 'deflate') return createInflate()
  if (name === 'deflate-raw') return createInflateRaw()
  throw new ThemewireError(
    'unsupported-type',
    `the answer is packed as "${name.slice(0, 40)}", which we did not ask for`,
  )
}
