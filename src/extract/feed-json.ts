/** JSON Feed, as the one shape of a feed. Pure. */
import { plainLine } from './feed-tree.ts'
import { dateOf, type Feed, type FeedItem } from './feed-item.ts'

type Json = Readonly<Record<string, unknown>>
const text = (value: unknown): string | null =>
  typeof value === 'string' ? value.trim() || null : typeof value === 'number' ? String(value) : null
const objects = (value: unknown): Json[] =>
  Array.isArray(value) ? (value as unknown[]).filter((one): one is Json => typeof one === 'object' && one !== null) : []

/** null when the data is no feed: it has neither items nor a version that says so. */
export function readJsonFeed(data: unknown, resolve: (link: string | null) => string | null, max: number): Feed | null {
  if (typeof data !== 'object' || data === null) return null
  const feed = data as Json
  if (!Array.isArray(feed['items']) && !/jsonfeed/i.test(text(feed['version']) ?? '')) return null
  const items = objects(feed['items'])
    .slice(0, max)
    .map((item): FeedItem => {
      const link = resolve(text(item['url']) ?? text(item['external_url']) ?? text(item['link']))
      const summary = text(item['summary']) ?? text(item['content_text']) ?? text(item['content_html'])
      const authors = [...objects(item['authors']), ...objects([item['author']])].map((author) => text(author['name']))
      const title = text(item['title'])
      return {
        title: title === null ? null : plainLine(title) || null,
        link,
        publishedAt: dateOf(text(item['date_published']) ?? text(item['date_modified'])),
        id: text(item['id']) ?? link ?? title ?? '',
        summary: summary === null ? null : plainLine(summary) || null,
        authors: authors.filter((name): name is string => name !== null),
        tickers: [],
      }
    })
  return { title: text(feed['title']), link: resolve(text(feed['home_page_url'])), items }
}
