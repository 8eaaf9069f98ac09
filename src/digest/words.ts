/** The words a digest is written in, the same in every form: levels, changes, tones, facts in a line. */
import type { FindingRow } from '../query.ts'
import type { Finding } from '../types.ts'
import type { DigestTheme } from './digest.ts'

/** A score in five steps, cut at ±0.15 and ±0.35 (Alpha Vantage's cuts). */
export const toneOf = (score: number): string =>
  score >= 0.35
    ? 'positive'
    : score >= 0.15
      ? 'rather positive'
      : score > -0.15
        ? 'neutral'
        : score > -0.35
          ? 'rather negative'
          : 'negative'

export const signed = (value: number, digits = 2): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`
export const percent = (share: number): string => `${Math.round(100 * share)}%`
/** A difference of two shares, in percentage points. */
export const points = (difference: number): string => `${signed(100 * difference, 0)} pts`

/** "2.5%", "3.5–3.75%", "above 5%", "25 bps"; empty when no level is stated. */
export function levelOf({
  low,
  high,
  unit = 'percent',
}: {
  low: number | null
  high: number | null
  unit?: 'percent' | 'bps'
}): string {
  const sign = unit === 'bps' ? ' bps' : '%'
  if (low === null) return high === null ? '' : `below ${high}${sign}`
  if (high === null) return `above ${low}${sign}`
  return low === high ? `${low}${sign}` : `${low}–${high}${sign}`
}

const basisWords = { actual: '', previous: 'before', expected: 'expected', hypothetical: 'if' } as const

/** One fact in plain words: "FED policy rate 3.5–3.75% (hold)". */
export function factOf(row: Finding): string {
  switch (row.kind) {
    case 'rate': {
      const { type, issuer, subject, action, changeBps, basis } = row.value
      const change = changeBps === undefined || changeBps === 0 ? '' : `${signed(changeBps, 0)} bp`
      const note = [action, change, basisWords[basis]].filter(Boolean).join(', ')
      return [`${issuer ?? subject} ${type.replaceAll('_', ' ')}`, levelOf(row.value), note && `(${note})`]
        .filter(Boolean)
        .join(' ')
    }
    case 'policy_event': {
      const { actor, person, action, type, title, rate, vote } = row.value
      const what = type === 'rate_decision' ? action : title || action
      const level = rate ? levelOf(rate) : ''
      const note = [
        rate?.changeBps ? `${signed(rate.changeBps, 0)} bp` : '',
        vote ? `vote ${vote.for}–${vote.against}` : '',
        dissent(vote),
      ].filter(Boolean)
      return [
        [actor, person && person !== actor ? `(${person})` : ''].filter(Boolean).join(' '),
        what,
        level && `at ${level}`,
        note.length > 0 && `(${note.join(', ')})`,
      ]
        .filter(Boolean)
        .join(' ')
    }
    case 'move': {
      const { direction, percent: share, basisPoints, points: size, level, period } = row.value
      const by =
        share !== undefined
          ? `${share}%`
          : basisPoints !== undefined
            ? `${basisPoints} bp`
            : size !== undefined
              ? `${size} points`
              : ''
      return [`${direction} ${by}`.trim(), level === undefined ? '' : `to ${level}`, period?.text]
        .filter(Boolean)
        .join(', ')
    }
    case 'instrument':
    case 'theme':
    case 'stance':
    case 'quote':
    case 'table':
      return row.kind
  }
}

const dissent = (vote: { dissenters: string[] } | undefined): string =>
  vote && vote.dissenters.length > 0 ? `against: ${vote.dissenters.join(', ')}` : ''

/** "out of mega-cap tech, into small caps; gains …" */
export function rolesOf(theme: DigestTheme): string[] {
  const names = (head: string, roles: DigestTheme['from']): string =>
    roles.length === 0
      ? ''
      : `${head} ${roles
          .slice(0, 5)
          .map((role) => role.name)
          .join(', ')}`
  return [
    names('out of', theme.from),
    names('into', theme.to),
    names('gains:', theme.winners),
    names('loses:', theme.losers),
  ].filter(Boolean)
}

/** "3 of 9 stories, 33% (+12 pts on the day before; usually 10%, z +1.9)" */
export function attentionOf(theme: DigestTheme, stories: number): string {
  const notes = [
    theme.change === null ? '' : `${points(theme.change)} on the day before`,
    theme.baseline === null ? '' : `usually ${percent(theme.baseline)}`,
    theme.zScore === null ? '' : `z ${signed(theme.zScore, 1)}`,
  ].filter(Boolean)
  return `${theme.stories} of ${stories} stories, ${percent(theme.attention)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
}

export const sourceOf = ({ source }: { source: FindingRow['source'] }): string =>
  [
    source.siteName,
    source.publishedPrecision === 'instant'
      ? source.publishedAt?.slice(0, 16).replace('T', ' ')
      : source.publishedAt?.slice(0, 10),
  ]
    .filter(Boolean)
    .join(', ')
