/** Job `poll-feed`: asks a feed whether it has changed (conditional GET) and adds its new items. */
import { asThemewireError } from '../errors.ts'
import { readFeed } from '../extract/feed.ts'
import { fetchPage } from '../fetch/fetch-page.ts'
import { assertAllowed } from '../store/blocked-sources.ts'
import { getFeed, recordPoll, type StoredFeed } from '../store/feeds.ts'
import { addFeedItems } from './feed-items.ts'
import { HostBusy, inTurn } from './host-turn.ts'
import type { JobData } from './jobs.ts'
import type { WorkContext } from './work.ts'

export async function pollFeed(
  context: WorkContext,
  { feedId, scheduled }: JobData['poll-feed'],
  signal: AbortSignal,
): Promise<{ added: number }> {
  const { config, store, robots, clock } = context
  const feed = await getFeed(store.db, feedId)
  // Removed since its turn was set.
  if (!feed || (scheduled && isResting(feed, clock()))) return { added: 0 }
  try {
    await assertAllowed(store.db, [feed.url])
    const page = await inTurn(context, (hostGate) =>
      fetchPage(feed.url, {
        userAgent: config.userAgent,
        allowPrivate: config.allowHosts,
        etag: feed.etag,
        lastModified: feed.lastModified,
        hostGate,
        robots,
        clock,
        signal,
      }),
    )
    const { etag, lastModified } = page
    if (page.notModified) {
      await recordPoll(store.db, feedId, { etag, lastModified, added: 0, now: clock() })
      return { added: 0 }
    }
    const read = await readFeed(page.body, page.finalUrl)
    const added = await addFeedItems(context, read, feed)
    // Only now: had we been killed before, the next poll must get the items again.
    await recordPoll(store.db, feedId, { title: read.title, etag, lastModified, added, now: clock() })
    return { added }
  } catch (error) {
    if (error instanceof HostBusy || signal.aborted) throw error
    const { code, message, details } = asThemewireError(error)
    const { retryAfterMs } = (details ?? {}) as { retryAfterMs?: number }
    await recordPoll(store.db, feedId, { error: { code, message }, retryAfterMs, now: clock() })
    throw error
  }
}

/** Is it paused, not due while it fails, or polled just now? The clock comes a little early, for polls are timed from their end. */
function isResting({ status, polledAt, nextPollAt, minutes }: StoredFeed, now: string): boolean {
  const soon = (minutes * 60_000) / 2
  switch (status) {
    case 'paused':
      return true
    case 'failing':
      return nextPollAt !== null && Date.parse(nextPollAt) - Date.parse(now) > soon
    case 'ok':
      return polledAt !== null && Date.parse(now) - Date.parse(polledAt) < soon
    case 'new':
      return false
  }
}
