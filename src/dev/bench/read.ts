/**
 * Reading pages, against Readability over linkedom on the same pages in the same run; memory over a thousand pages.
 * THEMEWIRE_BENCH_PAGES names a .jsonl.gz of {"html", "url"?} lines, pages of real size; without it, the samples are read.
 */
import { createReadStream, readFileSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { extractArticle } from '../../extract/article.ts'
import { line, ms } from './measure.ts'

interface Page {
  readonly html: string
  readonly url?: string
}

const streamed = 1000
/** Pages that both read, for the time. */
const timedPages = 150
const folder = fileURLToPath(new URL('../../../samples/pages/', import.meta.url))

export async function run(): Promise<void> {
  const file = process.env['THEMEWIRE_BENCH_PAGES']
  // Memory comes first, while nothing but our own reader is loaded.
  const { peak, slowest, characters } = await readStreamed(file)
  const kilobytes = Math.round(characters / streamed / 1000)
  const pages: Page[] = []
  for await (const page of pagesOf(file)) if (pages.push(page) >= timedPages) break
  const { Readability } = await import('@mozilla/readability')
  const { parseHTML } = await import('linkedom')
  // linkedom's document is what Readability needs, though its types speak of a browser's.
  type Document = ConstructorParameters<typeof Readability>[0]
  const documentOf = (html: string): Document => (parseHTML(html) as unknown as { document: Document }).document
  const ours = timePages(pages, read)
  const theirs = timePages(pages, ({ html }) => new Readability(documentOf(html)).parse())
  line(`Readability over linkedom, ${pages.length} pages`, `${ms(theirs)} a page`)
  line('themewire', `${ms(ours)} a page  (${(ours / theirs).toFixed(2)} ×)`)
  line(`slowest of ${streamed.toLocaleString('en')} pages streamed`, `${ms(slowest)}  (${kilobytes} kB a page)`)
  line('memory while they were read (resident, peak)', `${Math.round(peak / 1e6)} MB`)
}

/** Pages that are no article are read like any other, and refused. */
function read({ html, url }: Page): void {
  try {
    extractArticle({ html, url })
  } catch (error) {
    if ((error as Error).name !== 'ThemewireError') throw error
  }
}

/** A thousand pages one after another, from the start again where there are fewer. */
async function readStreamed(file: string | undefined): Promise<{ peak: number; slowest: number; characters: number }> {
  let count = 0
  let peak = 0
  let slowest = 0
  let characters = 0
  while (count < streamed) {
    const before = count
    for await (const page of pagesOf(file)) {
      const from = performance.now()
      read(page)
      // The first pages are slow for the compiler's sake.
      if (count >= 20) slowest = Math.max(slowest, performance.now() - from)
      characters += page.html.length
      peak = Math.max(peak, process.memoryUsage.rss())
      if (++count >= streamed) break
    }
    if (count === before) throw new Error(`there are no pages in ${file ?? folder}`)
  }
  return { peak, slowest, characters }
}

async function* pagesOf(file: string | undefined): AsyncGenerator<Page> {
  if (file === undefined) {
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.html')) yield { html: readFileSync(folder + name, 'utf8') }
    }
    return
  }
  const bytes = createReadStream(file)
  const lines = createInterface({ input: bytes.pipe(createGunzip()), crlfDelay: Infinity })
  try {
    for await (const text of lines) if (text.trim() !== '') yield JSON.parse(text) as Page
  } finally {
    lines.close()
    bytes.destroy()
  }
}

/** Milliseconds a page, the better of two rounds after a warm-up on the first pages. */
function timePages(pages: readonly Page[], use: (page: Page) => unknown): number {
  for (const page of pages.slice(0, 20)) use(page)
  const rounds = [0, 1].map(() => {
    const from = performance.now()
    for (const page of pages) use(page)
    return performance.now() - from
  })
  return Math.min(...rounds) / pages.length
}
