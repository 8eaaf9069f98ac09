/** Take-down and retention: articles go, a source stays away, and no saved digest quotes what is gone. */
import type { Digest } from '../digest/digest.ts'
import { redactDigest } from '../digest/redact.ts'
import { blockSource } from '../store/blocked-sources.ts'
import { redactEditions } from '../store/digests.ts'
import { removeArticles, type Removal, type ToRemove } from '../store/remove-articles.ts'
import type { Context } from './context.ts'

/**
 * Removes at most about `most` articles; `remaining` says how many are left for the next call. Editions that quoted them lose what
 * they said by them at once; where that was asked for, not where time has passed, the days are built anew, so that what others say
 * too stands in the next edition.
 */
export async function takeDown(
  context: Pick<Context, 'store' | 'queues' | 'settings' | 'clock'>,
  which: ToRemove,
  { reason, most, signal }: { readonly reason: string; readonly most?: number; readonly signal?: AbortSignal },
): Promise<Removal & { readonly remaining: number }> {
  const { store, queues, settings, clock } = context
  if ('source' in which) await blockSource(store.db, { host: which.source, reason, now: clock() })
  const removed = await removeArticles(store.db, which, { reason, now: clock(), most, signal })
  if (removed.remaining > 0) return removed
  const editions = await redactEditions(store.db, (content, gone) => redactDigest(content as Digest, gone))
  const dates = 'before' in which ? [] : editions.filter(({ timezone }) => timezone === settings.digest.timezone)
  await queues.addMany('digest', [...new Set(dates.map(({ date }) => date))].map((date) => ({ date }))) // prettier-ignore
  return removed
}
