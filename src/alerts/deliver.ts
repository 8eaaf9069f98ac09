/** Tells a webhook of an alert and records how that went. */
import type { Kysely } from 'kysely'
import type { Webhook } from '../alert-rules.ts'
import { asThemewireError, ThemewireError } from '../errors.ts'
import { getAlert, recordTry, type DeliveryKey } from '../store/alerts.ts'
import type { Database } from '../store/schema.ts'
import { shownAlert } from './shown.ts'
import { sendToWebhook } from './send.ts'

export interface Delivery extends DeliveryKey {
  readonly webhooks: readonly Webhook[]
  readonly userAgent: string
  readonly now: string
  readonly signal?: AbortSignal
}

/** Does nothing when it has been delivered, or its alert is gone. Throws why it could not be; that is recorded too. */
export async function deliver(db: Kysely<Database>, { alertId, webhook: name, ...how }: Delivery): Promise<void> {
  const stored = await getAlert(db, alertId)
  const delivery = stored?.deliveries.find((one) => one.webhook === name)
  if (!stored || !delivery || delivery.state === 'delivered') return
  const key = { alertId, webhook: name, now: how.now }
  try {
    const webhook = how.webhooks.find((one) => one.name === name)
    if (!webhook) {
      throw new ThemewireError('not-found', `there is no webhook "${name}" in the pipeline file any more`)
    }
    const { deliveries: _, ...data } = await shownAlert(db, stored)
    const body = JSON.stringify({ type: `alert.${data.kind}`, timestamp: data.raisedAt, data })
    const status = await sendToWebhook(webhook, { id: alertId, body }, how)
    await recordTry(db, { ...key, state: 'delivered', status, reason: null })
  } catch (error) {
    // We are stopping: that is no try that failed.
    if (how.signal?.aborted) throw error
    const { code, message, retryable, details } = asThemewireError(error)
    const { status = null } = (details ?? {}) as { status?: number }
    await recordTry(db, { ...key, state: retryable ? 'pending' : 'failed', status, reason: { code, message } })
    throw error
  }
}
