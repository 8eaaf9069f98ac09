/** Tries out who is told by a rule: an alert marked as a test, sent at once and once to each of its webhooks. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AlertRule, Webhook } from '../alert-rules.ts'
import { ThemewireError } from '../errors.ts'
import type { AlertRow } from '../query.ts'
import { getAlert, giveUpDelivery, raiseAlert } from '../store/alerts.ts'
import type { Database } from '../store/schema.ts'
import { deliver } from './deliver.ts'
import { idOf } from './raise.ts'
import { shownAlert } from './shown.ts'

interface Parts {
  readonly alerts: readonly AlertRule[]
  readonly webhooks: readonly Webhook[]
  readonly userAgent: string
  readonly clock: () => string
}

/** Answers the test alert with how each delivery went. Throws `not-found` for a rule that is not there. */
export async function sendTestAlert(db: Kysely<Database>, name: string, parts: Parts): Promise<AlertRow> {
  const rule = parts.alerts.find((one) => one.name === name)
  if (!rule) {
    throw new ThemewireError('not-found', `there is no alert rule "${name}"`, {
      hint: `the pipeline file has: ${parts.alerts.map((one) => one.name).join(', ') || 'none'}`,
    })
  }
  const id = idOf(rule.name, 'test', randomUUID())
  const title = `A test of the rule "${rule.name}"`
  const { webhooks } = rule
  const alert = { id, rule: name, kind: 'test', subject: rule.on, title, figures: {}, evidence: [], webhooks } as const
  await raiseAlert(db, { ...alert, cooldown: 0, now: parts.clock() })
  for (const webhook of webhooks) {
    const { webhooks: known, userAgent, clock } = parts
    // Why it failed stands in the alert that is answered.
    await deliver(db, { alertId: id, webhook, webhooks: known, userAgent, now: clock() }).catch(() => {})
    await giveUpDelivery(db, { alertId: id, webhook })
  }
  return shownAlert(db, (await getAlert(db, id))!)
}
