/** Works off what there is to do now: the feeds that are due, and all that waits. */
import { pollDueFeeds } from './schedules.ts'
import type { Context } from './context.ts'
import type { Progress, Work } from './work.ts'

export interface Drained {
  readonly feeds: number
  readonly fetched: number
  readonly analyzed: number
  /** Articles and feeds. */
  readonly failed: number
}

/** `done` resolves when nothing waits; `soFar` counts what was done, also when it was broken off. */
export function drainQueues(context: Context, work: Work): { done: Promise<void>; soFar(): Drained } {
  const counts = { 'poll-feed': 0, fetch: 0, analyze: 0, failed: 0 }
  work.on('progress', ({ queue, outcome }: Progress) => {
    if (outcome === 'done' && queue in counts) counts[queue as 'poll-feed' | 'fetch' | 'analyze']++
    if (outcome === 'failed') counts.failed++
  })
  return {
    done: pollDueFeeds(context).then(() => work.idle()),
    soFar: () => ({
      feeds: counts['poll-feed'],
      fetched: counts.fetch,
      analyzed: counts.analyze,
      failed: counts.failed,
    }),
  }
}
