/** The feeds a web page names, to be found by the address of the page. Pure. */
import { parseHtml } from './parse-html.ts'
import { readFacts, type PageFacts } from './page-facts.ts'

export interface NamedFeed {
  /** Absolute. */
  readonly url: string
  readonly title: string
}

export const pageFeeds = (html: string, url: string): NamedFeed[] =>
  feedsOf(readFacts(parseHtml(html).$.root().get(0)!), url)

/** In the order of the page, each once; those for comments last, for no reader means them. */
export function feedsOf({ feeds }: Pick<PageFacts, 'feeds'>, url: string | null): NamedFeed[] {
  const found = new Map<string, NamedFeed>()
  for (const { href, title } of feeds) {
    if (!URL.canParse(href, url ?? undefined)) continue
    const absolute = new URL(href, url ?? undefined).href
    if (!found.has(absolute)) found.set(absolute, { url: absolute, title })
  }
  const ofComments = ({ url: address, title }: NamedFeed): boolean => /comment/i.test(`${address} ${title}`)
  const all = [...found.values()]
  return [...all.filter((feed) => !ofComments(feed)), ...all.filter(ofComments)]
}
