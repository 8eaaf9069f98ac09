/** Refreshes the listings from the SEC's public list: fetched under the rules of all fetches, checked, merged over the shipped table, kept in the data folder. */
import { mergeListings, readPublicListings } from '../annotate/instruments/merge-listings.ts'
import type { Config } from '../config.ts'
import { ThemewireError } from '../errors.ts'
import { fetchPage, type Page } from '../fetch/fetch-page.ts'
import { listingsFileIn, readListingsFile, writeListingsFile, type RefreshedListings } from '../listings-file.ts'
import { shippedListings } from '../models.ts'

export interface Update {
  readonly file: string
  /** False when the source has nothing new. */
  readonly changed: boolean
  readonly listings: number
  /** Against the listings in use before. */
  readonly added: readonly string[]
  readonly renamed: readonly string[]
}

/** Throws what fetching throws, and `bad-models` for a list that is of no use; then what was there stays in use. */
export async function updateListings(config: Config, source: string, clock: () => string): Promise<Update> {
  assertContact(source, config.userAgent)
  const shipped = shippedListings(config.modelsFolder)
  const file = listingsFileIn(config.folder)
  const before = usable(file, source, shipped.hash)
  const page = await fetchPage(source, {
    userAgent: config.userAgent,
    allowPrivate: config.allowHosts,
    etag: before?.origin.etag,
    lastModified: before?.origin.lastModified,
    robots: new Map(),
    clock,
  })
  if (page.notModified && before) return { file, changed: false, listings: count(before.table), added: [], renamed: [] }
  const { table, added, renamed } = mergeListings(shipped.content, readPublicListings(textOf(page)))
  writeListingsFile(file, {
    origin: {
      source,
      fetchedAt: page.fetchedAt,
      etag: page.etag,
      lastModified: page.lastModified,
      over: shipped.hash,
    },
    table,
  })
  return { file, changed: table !== before?.table, listings: count(table), added, renamed }
}

const textOf = (page: Page): string => new TextDecoder().decode(page.body)

/** Rows of a table, without the line of columns. */
export const count = (table: string): number => table.split('\n').filter(Boolean).length - 1

/** What an unchanged source would confirm: of the same address, over the same shipped table; a damaged file confirms nothing. */
function usable(file: string, source: string, over: string): RefreshedListings | undefined {
  try {
    const there = readListingsFile(file)
    return there?.origin.source === source && there.origin.over === over ? there : undefined
  } catch {
    return undefined
  }
}

/** The SEC answers only programs that say whom to write to. */
function assertContact(source: string, userAgent: string): void {
  const host = URL.canParse(source) ? new URL(source).hostname : ''
  if (!/(?:^|\.)sec\.gov$/.test(host) || userAgent.includes('@')) return
  throw new ThemewireError('usage', 'the SEC asks programs for a name and an e-mail address in their User-Agent', {
    hint: 'set it for this command: THEMEWIRE_USER_AGENT="Example Desk desk@example.com" themewire models update',
  })
}
