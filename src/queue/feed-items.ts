/** The items of a feed become articles: each once, with what the publisher says of it. */
import { ThemewireError } from '../errors.ts'
import type { Feed } from '../extract/feed.ts'
import { maxItems } from '../extract/feed-tree.ts'
import { noRules, takesItem, type FeedRules } from '../extract/feed-rules.ts'
import { addArticles } from './add-articles.ts'
import type { Context } from './context.ts'

/** A content type, or the first bytes, that only feeds have. A web page never matches. */
export function looksLikeFeed(contentType: string, body: Uint8Array): boolean {
  if (/\b(?:rss|atom|rdf|feed)\b/i.test(contentType)) return true
  if (/html/i.test(contentType)) return false
  const start = new TextDecoder().decode(body.subarray(0, 1_000))
  return /<(?:rss|feed|rdf:RDF|urlset)\b/i.test(start) && !/<html\b/i.test(start)
}

/**
 * Answers how many were new. Items without a link cannot be fetched and are left out, as are those its rules refuse. Throws
 * `too-large` for an archive: its beginning alone would keep its host busy for hours, and the rest would never be read.
 */
export async function addFeedItems(
  context: Context,
  feed: Feed,
  source?: FeedRules & { readonly id: string },
): Promise<number> {
  if (feed.items.length >= maxItems) {
    throw new ThemewireError('too-large', `this feed has ${maxItems.toLocaleString('en')} items or more`, {
      hint: 'poll a feed of the latest items only',
    })
  }
  const items = feed.items
    .filter((item) => item.link !== null && takesItem(source ?? noRules, item))
    .map((item) => ({
      url: item.link!,
      ...(item.title === null ? {} : { title: item.title }),
      ...(item.publishedAt === null ? {} : { publishedAt: item.publishedAt }),
      ...(item.summary === null ? {} : { summary: item.summary }),
      tickers: item.tickers,
    }))
  const added = await addArticles(context, { items, ...(source === undefined ? {} : { feedId: source.id }) })
  for (const { url, error } of added) if (error) context.log.info({ url, error }, 'an item of a feed was refused')
  return added.filter(({ outcome }) => outcome === 'queued').length
}
