/** Serves samples/ from loopback, so that the demo's articles come the way real ones do: fetched over HTTP. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { packageFolder } from '../../config.ts'
import type { NewArticle } from '../../query.ts'

/** The origin written in the samples' links and canonical addresses; it exists nowhere. */
export const sampleOrigin = 'http://samples.themewire.example'
const feedFile = 'feed.xml'

interface Sample {
  readonly file: string
  readonly path: string
  readonly publishedAt?: string
  readonly via?: 'feed'
}

export interface SampleServer {
  /** `127.0.0.1:43117` */
  readonly host: string
  readonly feedUrl: string
  /** What is queued by hand; the other samples come through the feed. */
  readonly articles: NewArticle[]
  readonly count: number
  close(): Promise<void>
}

export async function startSampleServer(): Promise<SampleServer> {
  const folder = `${packageFolder}/samples`
  const samples = parse(await readFile(`${folder}/index.yml`, 'utf8')) as Sample[]
  const files = new Map(samples.map(({ path, file }) => [path, file]))
  const feed = samples.find(({ file }) => file === feedFile)!
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', sampleOrigin).pathname)
    if (file === undefined) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('not here\n')
    const type = file.endsWith('.html') ? 'text/html' : file.endsWith('.xml') ? 'application/rss+xml' : 'text/plain'
    readFile(`${folder}/${file}`).then(
      (body) => response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const articles: NewArticle[] = []
  for (const sample of samples) {
    if (sample.via === 'feed' || sample === feed) continue
    if (sample.file.endsWith('.html')) articles.push({ url: `${sampleOrigin}${sample.path}` })
    else articles.push(await textArticle(`${folder}/${sample.file}`, sample))
  }
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    feedUrl: `${sampleOrigin}${feed.path}`,
    articles,
    count: samples.length - 1,
    close: () => new Promise((resolve) => void (server.close(() => resolve()), server.closeAllConnections())),
  }
}

/** A text file: the headline, a blank line, the body. It says no date itself. */
async function textArticle(file: string, { path, publishedAt }: Sample): Promise<NewArticle> {
  const [title = '', ...body] = (await readFile(file, 'utf8')).split('\n\n')
  return {
    url: `${sampleOrigin}${path}`,
    title: title.trim(),
    text: body.join('\n\n'),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
}
