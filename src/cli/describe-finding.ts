/** One line of plain words for a finding: "Fed hold 3.50–3.75% (actual)". */
import { isNamed } from '../digest/fact-words.ts'
import { levelOf } from '../digest/words.ts'
import type { DateRange, Finding, Kind, Role, Value } from '../types.ts'
import { plain, score } from './terminal.ts'

/** Kinds in the order a reader wants them, with their headings. */
export const kindHeads: Record<Kind, string> = {
  theme: 'Themes',
  instrument: 'Instruments',
  move: 'Moves',
  rate: 'Rates',
  policy_event: 'Policy events',
  stance: 'Stance',
  quote: 'Quotes',
  table: 'Market data',
}

export function describe(finding: Finding): string {
  switch (finding.kind) {
    case 'theme': {
      const { label, theme, relevance, sentiment, from, to, winners, losers, imposer, target, goods } = finding.value
      const roles = [
        names('from', from),
        names('to', to),
        names('imposed by', imposer),
        names('aimed at', target),
        names('on', goods),
        names('gains', winners),
        names('loses', losers),
      ].filter(Boolean)
      return plainParts([label, `[${theme}]`, `relevance ${relevance.toFixed(2)}`, ...roles], score(sentiment.score))
    }
    case 'instrument': {
      const { symbol, exchange, name, relevance, sentiment, mentions } = finding.value
      return plainParts(
        [exchange ? `${symbol} (${exchange})` : symbol, name, `relevance ${relevance.toFixed(2)}`, `${mentions}×`],
        score(sentiment.score),
      )
    }
    case 'move':
      return plain(describeMove(finding.value))
    case 'rate':
      return plain(describeRate(finding.value))
    case 'policy_event': {
      const { actor, action, status, date, title } = finding.value
      const who = isNamed(actor ?? '', action) ? '' : `${actor} `
      return plain([`${who}${action}`, status, whenOf(date), title].filter(Boolean).join(' · '))
    }
    case 'stance':
      return plainParts([finding.value.issuer], score(finding.value.score))
    case 'quote':
      return plain([finding.value.speaker, finding.value.role, finding.value.affiliation].filter(Boolean).join(', '))
    case 'table':
      return plain(finding.value.rows.map((row) => `${row.symbol} ${row.price}`).join(' · '))
  }
}

export function describeMove(move: Value<'move'>): string {
  const size =
    move.percent !== undefined
      ? `${move.percent}%`
      : move.basisPoints !== undefined
        ? `${move.basisPoints} bp`
        : move.points !== undefined
          ? `${move.points} points`
          : ''
  return [
    `${move.subject} ${move.direction} ${size}`.trim(),
    move.level === undefined ? '' : `to ${move.level}`,
    move.period?.text,
    move.basis,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** As finely as the text says it: "2026-03-11" · "2026-03" · "2026 Q1" · "2026". */
export function whenOf(date: DateRange | null | undefined): string {
  if (!date?.from) return ''
  const [year, month] = date.from.split('-')
  if (date.precision === 'year') return year!
  return date.precision === 'quarter' && month && date.to !== date.from
    ? `${year} Q${Math.ceil(Number(month) / 3)}`
    : date.from
}

export function describeRate(rate: Value<'rate'>): string {
  return [
    `${rate.issuer ?? rate.subject} ${rate.type.replaceAll('_', ' ')}`,
    levelOf(rate),
    rate.action,
    rate.changeBps === undefined ? '' : `${rate.changeBps > 0 ? '+' : ''}${rate.changeBps} bp`,
    rate.basis,
    whenOf(rate.date),
  ]
    .filter(Boolean)
    .join(' · ')
}

const names = (head: string, roles: Role[] = []): string =>
  roles.length === 0 ? '' : `${head} ${roles.map((role) => role.symbol ?? role.name).join(', ')}`
const plainParts = (parts: string[], last: string): string => `${plain(parts.join(' · '))} · ${last}`
