/** The two feed libraries behind one signature: a feed, or null where they give up. Loaded when first needed. Pure but for the loading. */
import { createRequire } from 'node:module'
import { dateOf, type Feed, type FeedItem } from './feed-item.ts'

const require = createRequire(import.meta.url)
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

type Loose = Readonly<Record<string, unknown>>

export async function readByRssParser(xml: string): Promise<Feed | null> {
  const RssParser = require('rss-parser') as typeof import('rss-parser')
  try {
    const feed = await new RssParser({ defaultRSS: 2 }).parseString(xml)
    return {
      title: text(feed.title),
      link: text(feed.link),
      items: feed.items.map((item) => itemOf(item as unknown as Loose)),
    }
  } catch {
    // It refuses much that real feeds do; the next reader takes over.
    return null
  }
}

export function readByFeedsmith(xml: string): Promise<Feed | null> {
  const { parseFeed } = require('feedsmith') as typeof import('feedsmith')
  try {
    const { feed } = parseFeed(xml) as { feed: Loose }
    const items = (feed['items'] ?? feed['entries'] ?? []) as Loose[]
    return Promise.resolve({ title: text(feed['title']), link: text(feed['link']), items: items.map(itemOf) })
  } catch {
    return Promise.resolve(null)
  }
}

/** What both call the same or nearly so. */
function itemOf(item: Loose): FeedItem {
  const dc = (item['dc'] ?? {}) as Loose
  const guid = item['guid']
  const id = text(item['id']) ?? text(guid) ?? text((guid as Loose | undefined)?.['value'])
  const link = text(item['link'])
  const title = text(item['title'])
  const date = item['isoDate'] ?? item['pubDate'] ?? item['published'] ?? item['updated'] ?? dc['date']
  const author = text(item['creator']) ?? text(item['author'])
  return {
    title,
    link,
    publishedAt: dateOf(date instanceof Date ? date.toISOString() : text(date)),
    id: id ?? link ?? title ?? '',
    summary: text(item['contentSnippet']) ?? text(item['summary']) ?? text(item['description']),
    authors: author ? [author] : [],
    tickers: [],
  }
}
