/** One sentence that says what the day was about, composed from its facts and nothing else. */
import type { Digest, DigestFact, DigestTheme } from './digest.ts'
import { bankName, decided, levelOf, percent } from './words.ts'

const mostDecisions = 3

export function leadOf(digest: Pick<Digest, 'date' | 'counts' | 'themes' | 'policy'>): string {
  const { stories } = digest.counts
  if (stories === 0) return 'No dated story was read for this day.'
  const [first, second] = digest.themes
  const decisions = digest.policy
    .filter((fact) => isDecision(fact, digest.date))
    .slice(0, mostDecisions)
    .map(decisionOf)
  const themes = first
    ? `${first.label} led with ${first.stories} of ${count(stories, 'story', 'stories')}${usual(first)}${rolesOf(first)}` +
      (second ? `, then ${second.label} with ${second.stories}` : '')
    : `${count(stories, 'story', 'stories')}, none with a theme Themewire knows`
  return [themes, ...decisions].join('; ') + '.'
}

const usual = ({ baseline }: DigestTheme): string => (baseline === null ? '' : ` (usually ${percent(baseline)})`)

function rolesOf({ from, to }: DigestTheme): string {
  const [out, into] = [from[0]?.name, to[0]?.name]
  if (out && into) return `, out of ${out} into ${into}`
  return into ? `, into ${into}` : out ? `, out of ${out}` : ''
}

/** Taken on the day, as far as is told; yesterday's are in the sections below. */
const isDecision = ({ finding }: DigestFact, date: string): boolean =>
  finding.kind === 'policy_event' &&
  finding.value.type === 'rate_decision' &&
  finding.value.status === 'happened' &&
  (finding.value.date?.from ?? date) === date

function decisionOf({ finding }: DigestFact): string {
  if (finding.kind !== 'policy_event') return ''
  const { actor, action, rate, vote } = finding.value
  const level = rate ? levelOf({ low: rate.low, high: rate.high }) : ''
  return [
    actor === null ? 'a central bank' : bankName(actor),
    decided[action] ?? action,
    level && `${action === 'hold' ? 'at' : 'to'} ${level}`,
    vote && `(${vote.for}–${vote.against})`,
  ]
    .filter(Boolean)
    .join(' ')
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
