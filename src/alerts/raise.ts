/** Holds an article that has just been read against the rules, and stores what they notice: each event once. */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AlertRule } from '../alert-rules.ts'
import { arrivalOf } from '../store/alert-figures.ts'
import { raiseAlert } from '../store/alerts.ts'
import { listFindings } from '../store/findings.ts'
import type { Database } from '../store/schema.ts'
import { noticesOf, type News } from './notice.ts'

/** News is what was published within a day of when we read it, and read within a day of now. */
const freshMs = 86_400_000

/** Answers how many alerts were raised. Run again for the same article, it raises none. */
export async function raiseAlerts(
  db: Kysely<Database>,
  rules: readonly AlertRule[],
  { articleId, now }: { readonly articleId: string; readonly now: string },
): Promise<number> {
  const news = await newsOf(db, articleId, now)
  if (!news) return 0
  let raised = 0
  for (const rule of rules) {
    for (const { event, ...notice } of await noticesOf(db, rule, news)) {
      const { name, on: kind, webhooks, cooldown } = rule
      const id = idOf(name, notice.subject, event)
      if (await raiseAlert(db, { ...notice, id, rule: name, kind, webhooks, cooldown, now })) raised += 1
    }
  }
  return raised
}

/** Null for what is no news: history, the undated, what was published or read long ago. */
async function newsOf(db: Kysely<Database>, articleId: string, now: string): Promise<News | null> {
  const arrival = await arrivalOf(db, articleId)
  if (!arrival || arrival.backfill || arrival.publishedAt === null) return null
  const [published, known] = [Date.parse(arrival.publishedAt), Date.parse(arrival.knownAt)]
  if (known - published > freshMs || Date.parse(now) - known > freshMs) return null
  const kinds = ['theme', 'instrument', 'policy_event'] as const
  const { data } = await listFindings(db, { article: articleId, kinds: [...kinds], sort: 'latest', limit: 1000 })
  return { ...arrival, findings: data, now }
}

/** The same for the same event, whoever finds it and however often. */
export const idOf = (rule: string, subject: string, event: string): string =>
  `alert_${createHash('sha256')
    .update(JSON.stringify([rule, subject, event]))
    .digest('hex')
    .slice(0, 32)}`
