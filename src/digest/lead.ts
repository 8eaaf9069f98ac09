/** One sentence that says what the day was about, composed from its facts and nothing else. */
import type { Digest, DigestFact, DigestTheme } from './digest.ts'

export function leadOf(digest: Pick<Digest, 'counts' | 'themes' | 'policy'>): string {
  const { stories } = digest.counts
  if (stories === 0) return 'No dated story was read for this day.'
  const [first, second] = digest.themes
  if (!first) return `${count(stories, 'story', 'stories')}, none with a theme Themewire knows.`
  const parts = [`${first.label} led with ${first.stories} of ${count(stories, 'story', 'stories')}${rolesOf(first)}`]
  if (second) parts.push(`then ${second.label} with ${second.stories}`)
  const decisions = digest.policy.filter(isDecision).map(decisionOf)
  return `${parts.join(', ')}${decisions.length > 0 ? `; ${decisions.join('; ')}` : ''}.`
}

function rolesOf({ from, to }: DigestTheme): string {
  const [out, into] = [from[0]?.name, to[0]?.name]
  if (out && into) return `, out of ${out} into ${into}`
  return into ? `, into ${into}` : out ? `, out of ${out}` : ''
}

const isDecision = ({ finding }: DigestFact): boolean =>
  finding.kind === 'policy_event' && finding.value.type === 'rate_decision' && finding.value.status === 'happened'

const verbs: Record<string, string> = { hike: 'raised rates', cut: 'cut rates', hold: 'held rates' }

function decisionOf({ finding }: DigestFact): string {
  if (finding.kind !== 'policy_event') return ''
  const { actor, action, rate, vote } = finding.value
  const level =
    rate?.low == null || rate.high == null
      ? ''
      : rate.low === rate.high
        ? ` at ${rate.low}%`
        : ` at ${rate.low}–${rate.high}%`
  return `${actor ?? 'a central bank'} ${verbs[action] ?? action}${level}${vote ? ` (${vote.for}–${vote.against})` : ''}`
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
