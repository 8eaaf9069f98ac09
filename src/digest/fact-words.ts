/** One fact in plain words: "Fed policy rate 3.5–3.75% (hold)" · "Fed held rates at 3.5–3.75% (vote 10–2)" */
import type { FindingRow } from '../query.ts'
import type { Finding } from '../types.ts'
import { shortDate, whenWords } from './date-words.ts'
import { type Day, moveTime } from './moves.ts'
import { bankName, measureName } from './names.ts'
import { levelOf, signed } from './words.ts'

/** At the start of a line. */
const titled = (name: string): string => name.replace(/^the /, '')

export const decided: Readonly<Record<string, string>> = { hike: 'raised rates', cut: 'cut rates', hold: 'held rates' }

const deciding: Readonly<Record<string, string>> = { hike: 'rate rise', cut: 'rate cut', hold: 'no change in rates' }

const basisWords = { actual: '', previous: 'before', expected: 'expected', hypothetical: 'if' } as const

/** One fact in plain words: "Fed policy rate 3.5–3.75% (hold)". */
export function factOf(row: Finding): string {
  switch (row.kind) {
    case 'rate': {
      const { type, issuer, subject, action, changeBps, basis } = row.value
      const change = changeBps === undefined || changeBps === 0 ? '' : `${signed(changeBps, 0)} bp`
      const note = [action, change, basisWords[basis]].filter(Boolean).join(', ')
      const what = issuer === undefined ? measureName(subject ?? '', type) : `${titled(bankName(issuer))} policy rate`
      return [what, levelOf(row.value), note && `(${note})`].filter(Boolean).join(' ')
    }
    case 'policy_event':
      return row.value.type === 'rate_decision' ? decisionOf(row.value) : eventOf(row.value)
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
      // Within a line, a sentence's own first word is no first word.
      const over = period?.text.replace(/^(?:During|For|In|Last|Over|Since|So|This)\b/, (word) => word.toLowerCase())
      return [`${direction} ${by}`.trim(), level === undefined ? '' : `to ${level}`, over].filter(Boolean).join(', ')
    }
    case 'instrument':
    case 'theme':
    case 'stance':
    case 'quote':
    case 'table':
      return row.kind
  }
}

/** A move, and the day it was told on where that is not the digest's: "down 1.6%, on 12 March". */
export function moveWords(row: FindingRow, day: Day): string {
  const toldOn = row.kind === 'move' ? moveTime(row, day).toldOn : null
  return [factOf(row), toldOn && `on ${shortDate(toldOn, day.date)}`].filter(Boolean).join(', ')
}

type PolicyValue = Extract<Finding, { kind: 'policy_event' }>['value']

/** "Fed held rates at 3.5–3.75% (vote 10–2, against: …)" */
function decisionOf({ actor, action, rate, vote, status }: PolicyValue): string {
  const level = rate ? levelOf({ low: rate.low, high: rate.high }) : ''
  const note = [
    rate?.changeBps ? `${signed(rate.changeBps, 0)} bp` : '',
    vote ? `vote ${vote.for}–${vote.against}` : '',
    vote && vote.dissenters.length > 0 ? `against: ${vote.dissenters.join(', ')}` : '',
  ].filter(Boolean)
  const what = (status === 'happened' ? decided : deciding)[action] ?? 'rate decision'
  return [
    `${actor === null ? 'A central bank' : titled(bankName(actor))}${status === 'happened' ? '' : ':'}`,
    what,
    level && `${action === 'hold' ? 'at' : 'to'} ${level}`,
    note.length > 0 && `(${note.join(', ')})`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Where its sentence stands below, a heading is what was done, not the sentence again: "FDIC: lighten capital rules". */
export function headingOf(row: Finding): string {
  if (row.kind !== 'policy_event' || row.value.type === 'rate_decision') return factOf(row)
  const { action, title, type } = row.value
  if (title.length <= longestHeading && !title.endsWith('.')) return factOf(row)
  const said = action.includes(' ') && action.length <= longestHeading
  return eventOf({ ...row.value, title: said ? action : type.replaceAll('_', ' ') })
}

const longestHeading = 60

/** "The Supreme Court" is named, where the US Supreme Court acts. */
const nationality = /^(?:US|UK|EU) (?=\p{Lu})/u

/** Whether words tell already who acts. */
export const isNamed = (who: string, words: string): boolean =>
  words.toLowerCase().includes(who.replace(nationality, '').toLowerCase())

/** "Fed: Powell’s term as chair ends"; who acts is not said twice. */
function eventOf({ actor, person, action, title, type }: PolicyValue): string {
  const what = title || [action, type].join(' ').replaceAll('_', ' ')
  const who = actor === null ? '' : titled(bankName(actor))
  const heads = [...new Set([who, person ?? ''])].filter((name) => !isNamed(name, what))
  return heads.length === 0 ? what : `${heads.join(', ')}: ${what}`
}

/** When something is or was, and how sure: "scheduled, 20 March 2026". */
export function standingOf(finding: Finding): string {
  if (finding.kind !== 'policy_event' && finding.kind !== 'rate') return ''
  const status = finding.kind === 'policy_event' ? finding.value.status : ''
  return [status, whenWords(finding.value.date)].filter(Boolean).join(', ')
}
