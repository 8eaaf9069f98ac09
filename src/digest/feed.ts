/** Digests as feeds: Atom and JSON Feed, an entry a day with the digest's own page as content. */
import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import type { Kysely } from 'kysely'
import { listDigests } from '../store/digests.ts'
import type { Database } from '../store/schema.ts'
import type { Digest } from './digest.ts'
import { currentDigest, editionOf } from './editions.ts'
import { latestDay, type Schedule } from './latest-day.ts'
import { renderFragment } from './render-html.tsx'
import { titleOf } from './digest-words.ts'

/** A digest, and when it was last different; ISO 8601. */
export interface FeedEntry {
  readonly digest: Digest
  readonly updated: string
}

const mostEntries = 10

/** The last editions kept, latest day first; and the day that is due, kept or not. */
export async function lastDigests(db: Kysely<Database>, schedule: Schedule, now: string): Promise<FeedEntry[]> {
  const { timezone, market } = schedule
  const latest = await latestDay(db, { now, ...schedule })
  const kept = (await listDigests(db)).filter((row) => row.timezone === timezone)
  const entries: FeedEntry[] = []
  if (!kept.some(({ date }) => date === latest)) {
    const digest = await currentDigest(db, { date: latest, timezone, market })
    // Nobody was given it yet: it is as new as what it tells.
    if (digest.freshness) entries.push({ digest, updated: digest.freshness.latest })
  }
  for (const { date } of kept.slice(0, mostEntries)) {
    const edition = await editionOf(db, { date, timezone })
    if (edition) entries.push({ digest: edition.digest, updated: edition.madeAt })
  }
  return entries.sort((a, b) => (a.digest.date < b.digest.date ? 1 : -1)).slice(0, mostEntries)
}

export interface FeedPlace {
  /** `http://127.0.0.1:8321` */
  readonly origin: string
  /** Where the feed itself stands. */
  readonly path: string
}

const title = 'Themewire: market themes'
const pageOf = (digest: Digest, { origin }: FeedPlace): string => `${origin}/digests/${digest.date}`
const newest = (entries: readonly FeedEntry[]): string =>
  entries.map(({ updated }) => updated).reduce((a, b) => (a > b ? a : b), '1970-01-01T00:00:00.000Z')

export const renderAtom = (entries: readonly FeedEntry[], place: FeedPlace): string =>
  generateAtomFeed({
    id: `${place.origin}${place.path}`,
    title: { value: title },
    updated: newest(entries),
    authors: [{ name: 'Themewire' }],
    links: [
      { href: `${place.origin}${place.path}`, rel: 'self', type: 'application/atom+xml' },
      { href: `${place.origin}/digests`, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map(({ digest, updated }) => ({
      id: pageOf(digest, place),
      title: { value: titleOf(digest) },
      updated,
      links: [{ href: pageOf(digest, place), rel: 'alternate', type: 'text/html' }],
      summary: { value: digest.lead },
      content: { type: 'html', value: renderFragment(digest) },
    })),
  })

export const renderJsonFeed = (entries: readonly FeedEntry[], place: FeedPlace): string =>
  `${JSON.stringify(
    generateJsonFeed({
      title,
      home_page_url: `${place.origin}/digests`,
      feed_url: `${place.origin}${place.path}`,
      language: 'en',
      authors: [{ name: 'Themewire' }],
      items: entries.map(({ digest, updated }) => ({
        id: pageOf(digest, place),
        url: pageOf(digest, place),
        title: titleOf(digest),
        summary: digest.lead,
        content_html: renderFragment(digest),
        date_modified: updated,
        tags: digest.themes.slice(0, 5).map((theme) => theme.label),
      })),
    }),
    null,
    2,
  )}\n`
