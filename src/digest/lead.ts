/** One sentence that says what the day was about, composed from its facts and nothing else. */
import { hasShares, tellsShare } from './baseline.ts'
import type { Digest, DigestFact, DigestTheme } from './digest.ts'
import { bankName } from './names.ts'
import { shortDate } from './date-words.ts'
import { decided } from './fact-words.ts'
import { levelOf, percent } from './words.ts'

const mostDecisions = 3

export type LeadFacts = Pick<Digest, 'date' | 'window' | 'counts' | 'previous' | 'themes' | 'policy'>

export function leadOf(digest: LeadFacts): string {
  const { stories } = digest.counts
  if (stories === 0) return 'No dated story was read for this window.'
  const decisions = digest.policy
    .filter((fact) => isDecision(fact, digest))
    .slice(0, mostDecisions)
    .map(decisionOf)
  const rotation = digest.themes.find(({ from, to }, i) => i > 0 && from.length > 0 && to.length > 0)
  const turns = rotation ? [`${rotation.label}:${flowOf(rotation).slice(1)}`] : []
  return [themesIn(digest), ...(hasFlow(digest.themes[0]) ? [] : turns), ...decisions].join('; ') + '.'
}

/** Attention is against the usual level where there is one, else against the digest before: what `momentum` is. */
function themesIn({ date, themes, counts, previous }: LeadFacts): string {
  const [first, second] = themes
  if (!first) return `${count(counts.stories, 'story', 'stories')}, none with a theme Themewire knows`
  const before = percent(first.attention - first.momentum)
  const than = !hasShares(counts.stories)
    ? null
    : first.baseline !== null
      ? `a usual ${before}`
      : first.change !== null && previous
        ? `${before} on ${shortDate(previous.date, date)}`
        : null
  const counted = `in ${first.stories} of ${count(counts.stories, 'story', 'stories')}`
  const share = `${percent(first.attention)} of stories against ${than} (${first.stories} of ${counts.stories})`
  const told = than === null || !tellsShare(first, { counts }) ? counted : share
  const isEven =
    second !== undefined &&
    (than === null ? second.stories >= first.stories : told === counted && second.momentum >= first.momentum)
  const head =
    than !== null && first.momentum <= 0
      ? `No theme gained attention; ${first.label} kept most of its own, ${told}`
      : isEven
        ? `No theme stood out; ${first.label} was told ${told}`
        : `${first.label} ${than === null ? 'was told most' : 'gained most attention'}, ${told}`
  const next = second && second.momentum > 0 ? `, then ${second.label} with ${second.stories}` : ''
  return `${head}${flowOf(first)}${next}`
}

/** It says itself what was left for what. */
const hasFlow = (theme: DigestTheme | undefined): boolean =>
  theme !== undefined && theme.from.length > 0 && theme.to.length > 0

function flowOf({ from, to }: DigestTheme): string {
  const [out, into] = [from[0]?.name, to[0]?.name]
  if (out && into) return `, out of ${out} into ${into}`
  return into ? `, into ${into}` : out ? `, out of ${out}` : ''
}

/** Taken in the window, as far as is told; earlier ones are in the sections below. */
const isDecision = ({ finding, update }: DigestFact, { date, window }: Pick<Digest, 'date' | 'window'>): boolean =>
  finding.kind === 'policy_event' &&
  finding.value.type === 'rate_decision' &&
  finding.value.status === 'happened' &&
  update !== true &&
  isWithin(finding.value.date?.from ?? date, window.from.slice(0, 10), date)

/** A month counts when one of its days may be meant. */
const isWithin = (when: string, from: string, to: string): boolean =>
  when >= from.slice(0, when.length) && when <= to.slice(0, when.length)

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
