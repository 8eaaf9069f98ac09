/** An alert as it is shown and sent: its evidence as sentences of the articles, each with its source. */
import type { Kysely } from 'kysely'
import { quotingFor } from '../digest/quoting.ts'
import type { AlertRow } from '../query.ts'
import type { StoredAlert } from '../store/alerts.ts'
import type { Database } from '../store/schema.ts'

export async function shownAlerts(db: Kysely<Database>, alerts: readonly StoredAlert[]): Promise<AlertRow[]> {
  const quoteOf = await quotingFor(
    db,
    alerts.flatMap(({ evidence }) => evidence),
  )
  return alerts.map((alert) => ({
    ...alert,
    evidence: alert.evidence.map((finding) => ({
      quote: quoteOf(finding),
      source: finding.source,
      finding: finding.id,
    })),
  }))
}

export const shownAlert = async (db: Kysely<Database>, alert: StoredAlert): Promise<AlertRow> =>
  (await shownAlerts(db, [alert]))[0]!
