/** Rates, policy events and the calendar of a day: each fact once, in its clearest statement, with how many stories state it. */
import { rateTypes } from '../types.ts'
import type { FindingRow } from '../query.ts'
import { order, storyOf } from './stories.ts'

export type RateRow = Extract<FindingRow, { kind: 'rate' }>
export type PolicyRow = Extract<FindingRow, { kind: 'policy_event' }>

/** A fact before its sentence is read. */
export interface FactDraft<T extends FindingRow = FindingRow> {
  readonly finding: T
  readonly stories: number
}

const isRate = (row: FindingRow): row is RateRow => row.kind === 'rate'
const isPolicy = (row: FindingRow): row is PolicyRow => row.kind === 'policy_event'

/** Levels that are and that are expected, by type, most told first. What was before and what might be is left to the articles. */
export function ratesOf(rows: readonly FindingRow[]): FactDraft<RateRow>[] {
  const stated = rows.filter(isRate).filter(({ value }) => value.basis === 'actual' || value.basis === 'expected')
  const facts = onceEach(
    stated,
    ({ value }) => [value.type, value.issuer ?? value.subject, value.low, value.high, value.unit, value.basis],
    // "Hold at 4%, unchanged" says more than "4%".
    ({ value }) => (value.action ? 2 : 0) + (value.changeBps !== undefined ? 1 : 0),
  )
  const place = ({ finding }: FactDraft<RateRow>): number => rateTypes.indexOf(finding.value.type)
  return facts.sort((a, b) => place(a) - place(b))
}

/** What happened comes first; what is coming follows, most told first. */
export function policyOf(rows: readonly FindingRow[]): FactDraft<PolicyRow>[] {
  const facts = onceEach(
    rows.filter(isPolicy),
    ({ value }) => [
      value.type,
      value.actor,
      value.jurisdiction,
      value.action,
      value.status,
      value.status === 'happened' ? null : value.date?.from,
    ],
    ({ value }) => (value.rate ? 2 : 0) + (value.vote ? 1 : 0),
  )
  const place = ({ finding }: FactDraft<PolicyRow>): number => (finding.value.status === 'happened' ? 0 : 1)
  return facts.sort((a, b) => place(a) - place(b))
}

/** Scheduled and expected events that lie after the day for certain, soonest first. */
export function calendarAfter(rows: readonly FindingRow[], date: string): FactDraft<PolicyRow>[] {
  const ahead = rows
    .filter(isPolicy)
    .filter(({ value }) => value.status === 'scheduled' || value.status === 'expected')
    .filter(({ value }) => isAfter(value.date?.from ?? null, date))
  const facts = onceEach(
    ahead,
    ({ value }) => [value.type, value.actor, value.jurisdiction, value.date?.from],
    ({ value }) => (value.rate ? 1 : 0),
  )
  return facts.sort((a, b) => order(a.finding.value.date?.from ?? '', b.finding.value.date?.from ?? ''))
}

/** A month lies after a day when it is a later one. */
const isAfter = (when: string | null, date: string): boolean => when !== null && when > date.slice(0, when.length)

/**
 * Rows that say the same become one: the statement that says most, then the most confident, then the first; with the number of
 * stories. Most told first.
 */
export function onceEach<T extends FindingRow>(
  rows: readonly T[],
  sameness: (row: T) => unknown[],
  says: (row: T) => number = () => 0,
): FactDraft<T>[] {
  const groups = new Map<string, { best: T; stories: Set<string> }>()
  for (const row of rows) {
    const key = JSON.stringify(sameness(row))
    const group = groups.get(key)
    if (!group) groups.set(key, { best: row, stories: new Set([storyOf(row)]) })
    else {
      group.stories.add(storyOf(row))
      const more = says(row) - says(group.best)
      if (more > 0 || (more === 0 && row.confidence > group.best.confidence)) group.best = row
    }
  }
  return [...groups.values()]
    .map(({ best, stories }) => ({ finding: best, stories: stories.size }))
    .sort((a, b) => b.stories - a.stories || b.finding.confidence - a.finding.confidence)
}
