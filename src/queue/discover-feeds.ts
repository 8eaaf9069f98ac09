/** What an address leads to: a feed, or a page that names some. */
import { ThemewireError } from '../errors.ts'
import { decodeBytes } from '../extract/decode.ts'
import { readFeed } from '../extract/feed.ts'
import { pageFeeds, type NamedFeed } from '../extract/page-feeds.ts'
import { fetchPage } from '../fetch/fetch-page.ts'
import type { Context } from './context.ts'

/** The feeds at an address, the likeliest first. Throws `bad-feed` where there is none, or why it cannot be fetched. */
export async function discoverFeeds({ config, clock }: Context, url: string): Promise<NamedFeed[]> {
  const { userAgent, allowHosts } = config
  const page = await fetchPage(url, { userAgent, allowPrivate: allowHosts, clock })
  try {
    return [{ url, title: (await readFeed(page.body, page.finalUrl)).title ?? '' }]
  } catch (error) {
    if (!(error instanceof ThemewireError) || error.code !== 'bad-feed') throw error
    const feeds = pageFeeds(decodeBytes(page.body, page.contentType), page.finalUrl)
    if (feeds.length > 0) return feeds
    throw new ThemewireError('bad-feed', `${url} is no feed and names none`, {
      hint: "look for the site's RSS or Atom address and give that",
      cause: error,
    })
  }
}
