/** Alerts and their deliveries: each event once, each webhook's state beside it. */
import { sql, type Kysely } from 'kysely'
import type { AlertQuery, AlertRow, FindingRow, Page } from '../query.ts'
import { cursorOf, placeOf } from './cursor.ts'
import { findingRow, type StoredFinding } from './finding-row.ts'
import { lockOf, takeTurns } from './locks.ts'
import type { Database } from './schema.ts'
import { storable, storableJson } from './sql-types.ts'

export interface NewAlert {
  readonly id: string
  readonly rule: string
  readonly kind: AlertRow['kind']
  readonly subject: string
  readonly title: string
  readonly figures: AlertRow['figures']
  /** Findings it rests on. */
  readonly evidence: readonly { readonly article: string; readonly finding: string }[]
  readonly webhooks: readonly string[]
  /** Milliseconds in which the rule says nothing more of the subject. */
  readonly cooldown: number
  readonly now: string
}

/** False when it is there already, or the rule has spoken of the subject within its cool-down. */
export function raiseAlert(db: Kysely<Database>, alert: NewAlert): Promise<boolean> {
  const { id, rule, kind, cooldown, now } = alert
  const subject = storable(alert.subject)
  return db.transaction().execute(async (tx) => {
    await takeTurns(tx, [lockOf(`alert ${rule} ${subject}`)])
    const since = new Date(Date.parse(now) - cooldown).toISOString()
    const { rows } = await sql<{ silent: boolean }>`
      SELECT EXISTS (SELECT FROM alert WHERE id = ${id}) OR EXISTS (
        SELECT FROM alert WHERE rule = ${rule} AND subject = ${subject} AND kind = ${kind}
          AND raised_at > ${since}::timestamptz) AS silent`.execute(tx)
    if (rows[0]?.silent) return false
    const title = storable(alert.title)
    const [figures, evidence] = [storableJson(alert.figures), JSON.stringify(alert.evidence)]
    await tx.insertInto('alert').values({ id, rule, kind, subject, title, figures, evidence, raised_at: now }).execute()
    if (alert.webhooks.length > 0) {
      await tx
        .insertInto('delivery')
        .values(alert.webhooks.map((webhook) => ({ alert_id: id, webhook, state: 'pending' as const })))
        .execute()
    }
    return true
  })
}

/** Has the rule spoken of the subject since? Spares the sums behind an alert that would not be raised. */
export async function isCoolingDown(
  db: Kysely<Database>,
  { rule, subject, since }: { readonly rule: string; readonly subject: string; readonly since: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('alert')
    .select('id')
    .where('rule', '=', rule)
    .where('subject', '=', storable(subject))
    .where('kind', '<>', 'test')
    .where('raised_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface DeliveryKey {
  readonly alertId: string
  readonly webhook: string
}

/** What has still to be delivered, oldest alert first. */
export function pendingDeliveries(db: Kysely<Database>): Promise<DeliveryKey[]> {
  return db
    .selectFrom('delivery')
    .innerJoin('alert', 'alert.id', 'delivery.alert_id')
    .select(['delivery.alert_id as alertId', 'delivery.webhook'])
    .where('delivery.state', '=', 'pending')
    .where('alert.kind', '<>', 'test')
    .orderBy('alert.raised_at')
    .orderBy('delivery.alert_id')
    .orderBy('delivery.webhook')
    .limit(10_000)
    .execute()
}

export interface Tried extends DeliveryKey {
  readonly state: 'pending' | 'delivered' | 'failed'
  readonly status: number | null
  readonly reason: { readonly code: string; readonly message: string } | null
  readonly now: string
}

/** One more try, and how it went. What has been delivered stays so. */
export async function recordTry(db: Kysely<Database>, { alertId, webhook, state, ...how }: Tried): Promise<void> {
  await db
    .updateTable('delivery')
    .set((field) => ({
      state,
      attempts: field('attempts', '+', 1),
      status: how.status,
      reason_code: how.reason?.code ?? null,
      reason_message: how.reason === null ? null : storable(how.reason.message),
      tried_at: how.now,
      delivered_at: state === 'delivered' ? how.now : null,
    }))
    .where('alert_id', '=', alertId)
    .where('webhook', '=', webhook)
    .where('state', '<>', 'delivered')
    .execute()
}

/** No more tries are made. */
export async function giveUpDelivery(db: Kysely<Database>, { alertId, webhook }: DeliveryKey): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'failed' })
    .where('alert_id', '=', alertId)
    .where('webhook', '=', webhook)
    .where('state', '=', 'pending')
    .execute()
}

/** An alert whose evidence is still the findings themselves. */
export type StoredAlert = Omit<AlertRow, 'evidence'> & { readonly evidence: FindingRow[] }
type Row = Omit<StoredAlert, 'evidence' | 'deliveries'> & {
  readonly evidence: readonly { readonly article: string; readonly finding: string }[]
}

const columns = sql`id, rule, kind, subject, title, raised_at AS "raisedAt", figures, evidence`

/** Latest first. */
export async function listAlerts(db: Kysely<Database>, query: AlertQuery): Promise<Page<StoredAlert>> {
  const place = placeOf('alerts', query.cursor, ['time', 'id'])
  const where = query.rule === undefined ? sql`true` : sql`rule = ${query.rule}`
  const after = place ? sql`(raised_at, id) < (${place[0]}::timestamptz, ${place[1]})` : sql`true`
  const [{ rows }, found] = await Promise.all([
    sql<Row>`SELECT ${columns} FROM alert WHERE ${where} AND ${after}
      ORDER BY raised_at DESC, id DESC LIMIT ${query.limit + 1}`.execute(db),
    sql<{ found: number }>`SELECT count(*)::int AS found FROM alert WHERE ${where}`.execute(db),
  ])
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const next = rows.length > page.length && last ? cursorOf('alerts', [last.raisedAt, last.id]) : null
  return {
    data: await whole(db, page),
    meta: { found: found.rows[0]?.found ?? 0, returned: page.length, next },
  }
}

export async function getAlert(db: Kysely<Database>, id: string): Promise<StoredAlert | null> {
  const { rows } = await sql<Row>`SELECT ${columns} FROM alert WHERE id = ${id}`.execute(db)
  return (await whole(db, rows))[0] ?? null
}

/** With deliveries and those findings that are still there, current and not marked wrong. */
async function whole(db: Kysely<Database>, rows: readonly Row[]): Promise<StoredAlert[]> {
  if (rows.length === 0) return []
  const keys = rows.flatMap((row) => row.evidence)
  const [deliveries, findings] = await Promise.all([
    db
      .selectFrom('delivery')
      .selectAll()
      .where(
        'alert_id',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('webhook')
      .execute(),
    sql<StoredFinding>`
      SELECT f.*, 0 AS rank, r.title, r.url, r.canonical_url, r.site_name, r.published_text, r.published_precision
      FROM (SELECT DISTINCT * FROM unnest(${keys.map((key) => key.article)}::text[],
        ${keys.map((key) => key.finding)}::text[]) AS key (article_id, id)) AS key
      JOIN finding f ON f.article_id = key.article_id AND f.id = key.id
      JOIN revision r ON r.article_id = f.article_id AND r.revision = f.revision
      WHERE f.superseded_at IS NULL AND f.marked_at IS NULL`.execute(db),
  ])
  const found = new Map(findings.rows.map((row) => [`${row.article_id}/${row.id}`, findingRow(row)]))
  return rows.map((row) => ({
    ...row,
    evidence: row.evidence.flatMap(({ article, finding }) => found.get(`${article}/${finding}`) ?? []),
    deliveries: deliveries
      .filter((delivery) => delivery.alert_id === row.id)
      .map((delivery) => ({
        webhook: delivery.webhook,
        state: delivery.state,
        attempts: delivery.attempts,
        status: delivery.status,
        reason:
          delivery.reason_code === null ? null : { code: delivery.reason_code, message: delivery.reason_message ?? '' },
        triedAt: delivery.tried_at,
        deliveredAt: delivery.delivered_at,
      })),
  }))
}
