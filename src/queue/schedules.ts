/** What runs by the clock: each feed's poll, the daily digest and retention, as BullMQ job schedulers. */
import { addFeed, listFeeds } from '../store/feeds.ts'
import type { Context } from './context.ts'

const dayMs = 86_400_000

/** Puts the pipeline file's feeds into the store, then makes the schedules follow the store and the pipeline file. */
export async function scheduleAll(context: Context): Promise<void> {
  const { store, queues, settings, clock } = context
  for (const feed of settings.feeds) await addFeed(store.db, { ...feed, now: clock() })
  await scheduleFeeds(context)
  const [hours, minutes] = settings.digest.at.split(':').map(Number)
  const when = { pattern: `${minutes} ${hours} * * *`, tz: settings.digest.timezone }
  await queues.schedule('digest', [{ id: 'daily', when, data: {} }])
  await queues.schedule('retain', settings.retention ? [{ id: 'daily', when: { every: dayMs }, data: {} }] : [])
}

/** To be called after a feed was added, removed, paused or changed. */
export async function scheduleFeeds({ store, queues }: Context): Promise<void> {
  const feeds = await listFeeds(store.db)
  await queues.schedule(
    'poll-feed',
    feeds
      .filter(({ status }) => status !== 'paused')
      .map(({ id, minutes }) => ({
        id: `feed-${id}`,
        when: { every: minutes * 60_000 },
        data: { feedId: id, scheduled: true },
      })),
  )
}

/** For who does not wait for the clock: polls the feeds whose time has come. */
export async function pollDueFeeds({ store, queues, clock }: Context): Promise<void> {
  const now = clock()
  const due = (await listFeeds(store.db)).filter(({ nextPollAt }) => nextPollAt !== null && nextPollAt <= now)
  await queues.addMany(
    'poll-feed',
    due.map(({ id }) => ({ feedId: id, scheduled: true })),
  )
}
