/** A feed of any kind as one shape: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, news sitemaps. Pure. */
import { ThemewireError } from '../errors.ts'
import { decodeBytes } from './decode.ts'
import { channelOf, itemOf, type Feed, type FeedItem, type Resolve } from './feed-item.ts'
import { readJsonFeed } from './feed-json.ts'
import { readByFeedsmith, readByRssParser } from './feed-libraries.ts'
import { maxItems, readFeedTree } from './feed-tree.ts'

export type { Feed, FeedItem } from './feed-item.ts'

/** Beyond this many items the libraries, which build several trees of them, are too dear; the own reading takes one pass. */
const librariesUpTo = 1000
const maxBytes = 20_000_000

/**
 * Reads a feed; at most 10,000 items of it. `url` is where it was found, for relative links. Throws `bad-feed` for what is no feed
 * (a web page, say), `not-text` for binary data, `too-large` beyond 20 MB.
 */
export async function readFeed(content: Uint8Array | string, url?: string): Promise<Feed> {
  if (content.length > maxBytes) {
    throw new ThemewireError('too-large', 'this feed is larger than 20 MB', {
      hint: 'poll a feed of the latest items only',
    })
  }
  const decoded = typeof content === 'string' ? content : decodeBytes(content)
  const text = decoded.replace(/^[\s\0]+/, '')
  const resolve = resolver(url)
  if (/^[{[]/.test(text)) {
    const feed = readJsonFeed(parseJson(text), resolve, maxItems)
    if (feed) return unique(feed)
    throw notFeed('JSON, but no JSON Feed')
  }
  const tree = readFeedTree(text)
  if (!tree) throw notFeed(/<html[\s>]/i.test(text.slice(0, 5000)) ? 'a web page, not a feed' : 'no feed')
  const own = tree.items.map((fields) => itemOf(fields, tree.base, resolve))
  const { title, link } = channelOf(tree, resolve)
  const read = await byLibraries(text, own.length)
  const items = read === null ? own : own.map((item, index) => fill(read.items[index]!, item, resolve))
  return unique({ title: title ?? read?.title ?? null, link: link ?? read?.link ?? null, items })
}

/** rss-parser first, feedsmith where it fails or finds fewer than there are; null when neither finds them all. */
async function byLibraries(text: string, count: number): Promise<Feed | null> {
  if (count === 0 || count > librariesUpTo) return null
  for (const read of [readByRssParser, readByFeedsmith]) {
    const feed = await read(text)
    if (feed?.items.length === count) return feed
  }
  return null
}

/**
 * Both readings of one item as one. The own reading resolves links, reads dates in every form and keeps the publisher's tickers; what
 * it does not find, the library may have; but for dates, of which the libraries make 2001 out of year 1.
 */
function fill(library: FeedItem, own: FeedItem, resolve: Resolve): FeedItem {
  return {
    title: own.title ?? library.title,
    link: own.link ?? resolve(library.link),
    publishedAt: own.publishedAt,
    id: own.id || library.id,
    summary: own.summary ?? library.summary,
    authors: own.authors.length > 0 ? own.authors : library.authors,
    tickers: own.tickers,
  }
}

/** One item once: of two with the same id, link and title the first stays. */
function unique(feed: Feed): Feed {
  const seen = new Set<string>()
  const items = feed.items.filter((item) => {
    const key = JSON.stringify([item.id, item.link, item.title, item.publishedAt, item.summary])
    if (item.id === '' && item.link === null) return true
    return seen.has(key) ? false : seen.add(key)
  })
  return { ...feed, items }
}

function resolver(url: string | undefined): Resolve {
  return (link, base) => {
    const written = link?.trim()
    if (!written) return null
    for (const from of [base ? join(base, url) : undefined, url]) {
      const found = join(written, from)
      if (found) return /^https?:/.test(found) ? found : null
    }
    return null
  }
}

function join(link: string, base: string | undefined): string | undefined {
  try {
    return new URL(link, base).href
  } catch {
    return undefined
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw notFeed(`damaged JSON (${(error as Error).message.slice(0, 80)})`)
  }
}

const notFeed = (what: string): ThemewireError =>
  new ThemewireError('bad-feed', `this is ${what}`, {
    hint: 'give the address of an RSS, Atom or JSON feed or a news sitemap; `themewire feeds add` finds the feeds of a page',
  })
