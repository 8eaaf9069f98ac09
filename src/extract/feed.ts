/** A feed of any kind, as one shape. Pure. */
import { ThemewireError } from '../errors.ts'

export interface FeedItem {
  readonly title: string | null
  /** Absolute. */
  readonly link: string | null
  /** ISO 8601 with offset, or null. */
  readonly publishedAt: string | null
  /** What tells it from the others of its feed: guid, id, else its link. */
  readonly id: string
  /** Plain text. */
  readonly summary: string | null
  readonly authors: string[]
  /** As the publisher tagged them. */
  readonly tickers: string[]
}
export interface Feed {
  readonly title: string | null
  readonly link: string | null
  readonly items: FeedItem[]
}

/** Reads RSS, RDF, Atom, JSON Feed or a news sitemap; throws `bad-feed`. `url` is where it was found, for relative links. */
export function readFeed(_content: Uint8Array | string, _url?: string): Promise<Feed> {
  return Promise.reject(new ThemewireError('bad-feed', 'this is no feed'))
}
