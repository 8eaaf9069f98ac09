/** Rates, policy events and moves: each fact once, in its clearest statement, with how many stories state it. */
import type { Place, Told } from '../store/told.ts'
import { rateTypes, type Kind } from '../types.ts'

/** A fact before its sentence is read: where its clearest statement stands. */
export interface Stated {
  readonly told: Place
  readonly stories: number
  readonly update: boolean | null
}
export interface FactDraft<K extends Kind> extends Stated {
  readonly told: Told<K>
}

/** Told now, and in the digest before; null where there is none. */
export interface NowAndBefore<K extends Kind> {
  readonly now: readonly Told<K>[]
  readonly before: readonly Told<K>[] | null
}

/** Levels that are and that are expected, by type, most told first. What was before and what might be is left to the articles. */
export function ratesOf({ now, before }: NowAndBefore<'rate'>): FactDraft<'rate'>[] {
  const stated = (rows: readonly Told<'rate'>[]) =>
    rows.filter(({ value }) => value.basis === 'actual' || value.basis === 'expected')
  const facts = onceEach(
    { now: stated(now), before: before && stated(before) },
    ({ value }) => [value.type, value.issuer ?? value.subject, value.low, value.high, value.unit, value.basis],
    // "Hold at 4%, unchanged" says more than "4%".
    ({ value }) => (value.action ? 2 : 0) + (value.changeBps !== undefined ? 1 : 0),
  )
  const place = ({ told }: FactDraft<'rate'>): number => rateTypes.indexOf(told.value.type)
  return facts.sort((a, b) => place(a) - place(b))
}

/** What happened comes first, decisions on rates ahead; most told first. What has a date after the day stands in the calendar. */
export function policyOf({ now, before }: NowAndBefore<'policy_event'>, date: string): FactDraft<'policy_event'>[] {
  const isAhead = ({ value: { status, date: when } }: Told<'policy_event'>): boolean =>
    (status === 'scheduled' || status === 'expected') && !!when?.from && when.from > date.slice(0, when.from.length)
  const facts = onceEach(
    { now: now.filter((row) => !isAhead(row)), before },
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
  const place = ({ told: { value } }: FactDraft<'policy_event'>): number =>
    value.status !== 'happened' ? 2 : value.type === 'rate_decision' ? 0 : 1
  return facts.sort((a, b) => place(a) - place(b))
}

/** What things did, not what they are expected to do; most told first. */
export function movesOf({ now, before }: NowAndBefore<'move'>): FactDraft<'move'>[] {
  const happened = (rows: readonly Told<'move'>[]) => rows.filter(({ value }) => value.basis === 'actual')
  return onceEach({ now: happened(now), before: before && happened(before) }, ({ value }) => [
    value.subject,
    value.direction,
    value.percent,
    value.points,
    value.basisPoints,
    value.period?.text,
  ])
}

/**
 * Rows that say the same become one: the statement that says most, then the most confident, then the first; with the number of
 * stories, and whether the digest before had it. Most told first.
 */
export function onceEach<K extends Kind>(
  { now, before }: NowAndBefore<K>,
  sameness: (row: Told<K>) => unknown[],
  says: (row: Told<K>) => number = () => 0,
): FactDraft<K>[] {
  const keyOf = (row: Told<K>): string => JSON.stringify(sameness(row))
  const known = before && new Set(before.map(keyOf))
  const groups = new Map<string, { best: Told<K>; stories: Set<string> }>()
  for (const row of now) {
    const group = groups.get(keyOf(row))
    if (!group) groups.set(keyOf(row), { best: row, stories: new Set([row.story]) })
    else {
      group.stories.add(row.story)
      const more = says(row) - says(group.best)
      if (more > 0 || (more === 0 && row.confidence > group.best.confidence)) group.best = row
    }
  }
  return [...groups]
    .map(([key, { best, stories }]) => ({ told: best, stories: stories.size, update: known && known.has(key) }))
    .sort((a, b) => b.stories - a.stories || b.told.confidence - a.told.confidence)
}
