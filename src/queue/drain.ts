/** Works off what there is to do now: the feeds that are due, and all that waits. */
import { listFeeds } from '../store/feeds.ts'
import { pollDueFeeds } from './schedules.ts'
import type { Context } from './context.ts'
import type { Progress, Work } from './work.ts'

export interface Drained {
  /** That were asked, whatever they answered. */
  readonly feeds: number
  readonly fetched: number
  readonly analyzed: number
  /** Articles and feeds. */
  readonly failed: number
}

/** `done` resolves when nothing waits; `soFar` counts what was done, also when it was broken off. */
export function drainQueues(context: Context, work: Work): { done: Promise<void>; soFar(): Promise<Drained> } {
  const started = context.clock()
  const counts = { fetch: 0, analyze: 0, failed: 0 }
  work.on('progress', ({ queue, outcome }: Progress) => {
    if (outcome === 'done' && (queue === 'fetch' || queue === 'analyze')) counts[queue]++
    if (outcome === 'failed') counts.failed++
  })
  return {
    done: pollDueFeeds(context).then(() => work.idle()),
    async soFar() {
      const feeds = (await listFeeds(context.store.db)).filter(
        ({ polledAt }) => polledAt !== null && polledAt >= started,
      )
      return { feeds: feeds.length, fetched: counts.fetch, analyzed: counts.analyze, failed: counts.failed }
    },
  }
}
