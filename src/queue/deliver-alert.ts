/** Job `deliver`: tells one webhook of one alert; tried again for most of a day. The webhook-id stays the same, so twice is once. */
import { deliver } from '../alerts/deliver.ts'
import type { JobData } from './jobs.ts'
import type { WorkContext } from './work.ts'

export function deliverAlert(context: WorkContext, delivery: JobData['deliver'], signal: AbortSignal): Promise<void> {
  const { store, settings, config, clock } = context
  const { webhooks } = settings
  return deliver(store.db, { ...delivery, webhooks, userAgent: config.userAgent, now: clock(), signal })
}
