/** What an address leads to: a feed, or a page that names some. */
import { setTimeout } from 'node:timers/promises'
import { ThemewireError } from '../errors.ts'
import { decodeBytes } from '../extract/decode.ts'
import { readFeed } from '../extract/feed.ts'
import { pageFeeds, type NamedFeed } from '../extract/page-feeds.ts'
import { fetchPage, type Page } from '../fetch/fetch-page.ts'
import type { Context } from './context.ts'
import { HostBusy, inTurn } from './host-turn.ts'

const patienceMs = 10_000

/** The feeds at an address, the likeliest first. Throws `bad-feed` where there is none, or why it cannot be fetched. */
export async function discoverFeeds(context: Context, url: string): Promise<NamedFeed[]> {
  const page = await patiently(context, url)
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

/** Somebody waits for the answer, so it is waited for the host's turn here; but not for long. */
async function patiently(context: Context, url: string): Promise<Page> {
  const { userAgent, allowHosts } = context.config
  const until = performance.now() + patienceMs
  for (;;) {
    try {
      return await inTurn({ ...context, robots: new Map() }, (hostGate) =>
        fetchPage(url, { userAgent, allowPrivate: allowHosts, clock: context.clock, hostGate }),
      )
    } catch (error) {
      if (!(error instanceof HostBusy) || performance.now() + error.waitMs > until) throw error
      await setTimeout(error.waitMs)
    }
  }
}
