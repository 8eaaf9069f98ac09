/** One sentence that says what the day was about, composed from its facts and nothing else. */
import type { Role } from '../types.ts'
import type { Digest, DigestFact, DigestTheme } from './digest.ts'
import { bankName } from './names.ts'
import { decided, levelOf, percent } from './words.ts'

const mostDecisions = 3

/** `companies`: symbols of single companies among the parties of the themes. */
export function leadOf(
  digest: Pick<Digest, 'date' | 'window' | 'counts' | 'themes' | 'policy'>,
  companies: Companies,
): string {
  const { stories } = digest.counts
  if (stories === 0) return 'No dated story was read for this window.'
  const decisions = digest.policy
    .filter((fact) => isDecision(fact, digest))
    .slice(0, mostDecisions)
    .map(decisionOf)
  const rotation = digest.themes.find(({ from, to }, i) => i > 0 && from.length > 0 && to.length > 0)
  const turns = rotation ? [`${rotation.label} went${rolesOf(rotation, companies).slice(1)}`] : []
  return (
    [themesIn(digest.themes, stories, companies), ...(hasFlow(digest.themes[0]) ? [] : turns), ...decisions].join(
      '; ',
    ) + '.'
  )
}

function themesIn(themes: readonly DigestTheme[], stories: number, companies: Companies): string {
  const [first, second] = themes
  if (!first) return `${count(stories, 'story', 'stories')}, none with a theme Themewire knows`
  const told = `${first.stories} of ${count(stories, 'story', 'stories')}${usual(first)}`
  const head =
    first.momentum > 0
      ? `${first.label} gained most attention, with ${told}${rolesOf(first, companies)}`
      : `No theme gained on its usual attention; ${first.label} kept most of it, with ${told}${rolesOf(first, companies)}`
  return second && second.momentum > 0 ? `${head}, then ${second.label} with ${second.stories}` : head
}

const usual = ({ baseline }: DigestTheme): string => (baseline === null ? '' : ` (usually ${percent(baseline)})`)

/** It says itself what was left for what. */
const hasFlow = (theme: DigestTheme | undefined): boolean =>
  theme !== undefined && theme.from.length > 0 && theme.to.length > 0

function rolesOf({ from, to, winners, losers }: DigestTheme, companies: Companies): string {
  const [out, into] = [partyOf(from, losers, companies)?.name, partyOf(to, winners, companies)?.name]
  if (out && into) return `, out of ${out} into ${into}`
  return into ? `, into ${into}` : out ? `, out of ${out}` : ''
}

type Companies = ReadonlySet<string>

/** A sector, group or style rather than a company that stands for it; a company where only such are told. */
function partyOf(told: readonly Role[], alike: readonly Role[], companies: Companies): Role | undefined {
  const isWide = ({ symbol }: Role): boolean => symbol === undefined || !companies.has(symbol)
  return told.find(isWide) ?? (told[0] && (alike.find(isWide) ?? told[0]))
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
