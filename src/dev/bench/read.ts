/** Reading pages, against Readability over linkedom on the same pages in the same run; memory over a thousand pages. */
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { extractArticle } from '../../extract/article.ts'
import { line, ms, timed } from './measure.ts'

const folder = fileURLToPath(new URL('../../../samples/pages/', import.meta.url))

export async function run(): Promise<void> {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(folder + name, 'utf8'))
  const ours = await timed(() => pages.forEach((html) => extractArticle({ html })), 10, 3)
  const theirs = await timed(() => pages.forEach((html) => new Readability(documentOf(html)).parse()), 10, 3)
  line(`Readability over linkedom, ${pages.length} pages`, `${ms(theirs / pages.length)} a page`)
  line('themewire', `${ms(ours / pages.length)} a page  (${(ours / theirs).toFixed(2)} ×)`)
  for (let i = 0; i < 1000; i++) extractArticle({ html: pages[i % pages.length]! })
  line('memory after 1,000 pages (resident)', `${Math.round(process.memoryUsage.rss() / 1e6)} MB`)
}

/** linkedom's document is what Readability needs, though its types speak of a browser's. */
const documentOf = (html: string): ConstructorParameters<typeof Readability>[0] =>
  (parseHTML(html) as unknown as { document: ConstructorParameters<typeof Readability>[0] }).document
