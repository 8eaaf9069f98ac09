/** Rates, policy events and the calendar of a day: each fact once, in its clearest statement, with how many stories state it. */
import type { Kysely } from 'kysely'
import { listPolicyEvents, listRates } from '../store/findings.ts'
import type { Database } from '../store/schema.ts'
import type { FindingRow } from '../query.ts'
import type { DigestFact } from './digest.ts'
import { everyRow } from './every-row.ts'
import { shiftDate, type Window } from './window.ts'

const inWindow = (window: Window) => ({ time_from: window.from, time_to: window.to, sort: 'earliest' as const })

export async function ratesOf(db: Kysely<Database>, window: Window): Promise<DigestFact[]> {
  const rows = await everyRow((page) => listRates(db, { ...inWindow(window), basis: ['actual', 'expected'], ...page }))
  return onceEach(rows, (row) =>
    row.kind === 'rate'
      ? [
          row.value.type,
          row.value.issuer ?? row.value.subject,
          row.value.low,
          row.value.high,
          row.value.basis,
          row.value.action,
          row.value.changeBps,
        ]
      : null,
  )
}

export async function policyOf(db: Kysely<Database>, window: Window): Promise<DigestFact[]> {
  const rows = await everyRow((page) => listPolicyEvents(db, { ...inWindow(window), ...page }))
  return onceEach(rows, (row) =>
    row.kind === 'policy_event' ? [row.value.type, row.value.actor, row.value.action, row.value.status] : null,
  )
}

/** How far back an announcement of a coming event may lie, in days. */
const announcedWithin = 30

/** Scheduled and expected events dated after the day, as known by its end; soonest first. */
export async function calendarAfter(db: Kysely<Database>, window: Window, date: string): Promise<DigestFact[]> {
  const rows = await everyRow((page) =>
    listPolicyEvents(db, {
      time_from: `${shiftDate(date, -announcedWithin)}T00:00:00Z`,
      time_to: window.to,
      sort: 'latest',
      status: ['scheduled', 'expected'],
      ...page,
    }),
  )
  const dated = rows.filter((row) => row.kind === 'policy_event' && (row.value.date?.from ?? '') > date)
  const when = ({ finding }: DigestFact): string =>
    finding.kind === 'policy_event' ? (finding.value.date?.from ?? '') : ''
  return onceEach(dated, (row) =>
    row.kind === 'policy_event' ? [row.value.type, row.value.actor, row.value.date?.from] : null,
  ).sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0))
}

/** Rows that say the same become one: the most confident statement, with the number of stories. Most told first. */
export function onceEach(rows: FindingRow[], sameness: (row: FindingRow) => unknown[] | null): DigestFact[] {
  const groups = new Map<string, { best: FindingRow; stories: Set<string> }>()
  for (const row of rows) {
    const key = JSON.stringify(sameness(row))
    const story = row.source.storyId ?? row.source.articleId
    const group = groups.get(key)
    if (!group) groups.set(key, { best: row, stories: new Set([story]) })
    else {
      group.stories.add(story)
      if (row.confidence > group.best.confidence) group.best = row
    }
  }
  return [...groups.values()]
    .map(({ best, stories }) => ({ finding: best, stories: stories.size }))
    .sort((a, b) => b.stories - a.stories || b.finding.confidence - a.finding.confidence)
}
