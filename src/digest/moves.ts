/** What an instrument did, as a digest tells it: each step once, that of the day before those of longer times and other days. */
import type { FindingRow } from '../query.ts'
import type { Value } from '../types.ts'
import type { DigestFact } from './digest.ts'
import { dateIn } from './window.ts'

const mostMoves = 3
/** Said of a part of the day or of the day itself; any other period is longer. */
const withinDay =
  /^(?:after hours|premarket|(?:on |late |early )?\w+day|(?:for|on) the (?:day|session)|in .+ trading)$/i

type Move = Value<'move'>
export interface MoveTime {
  /** The longer time that it tells of: "since Monday last week"; null for a day's. */
  readonly over: string | null
  /** YYYY-MM-DD: when it was told, where that is another day than the digest's; null for the digest's own, or where that is unknown. */
  readonly toldOn: string | null
}

/** `day`: what the digest calls its day. */
export function moveTime({ value, source }: { value: Move; source: FindingRow['source'] }, day: Day): MoveTime {
  const over = value.period && !withinDay.test(value.period.text) ? value.period.text : null
  if (source.publishedAt === null || source.publishedPrecision === 'month') return { over, toldOn: null }
  const told =
    source.publishedPrecision === 'day' ? source.publishedAt.slice(0, 10) : dateIn(source.publishedAt, day.timezone)
  return { over, toldOn: told === day.date ? null : told }
}

export interface Day {
  readonly date: string
  readonly timezone: string
}

/** `moves`: most told first. What is the same step in rounder figures ("up 4%", "up 4.1%") is told by its exact ones. */
export function movesShown<T extends Pick<DigestFact, 'finding'>>(moves: readonly T[], day: Day): T[] {
  const timed = moves.flatMap((fact) =>
    fact.finding.kind === 'move'
      ? [
          {
            fact,
            value: fact.finding.value,
            ...moveTime({ value: fact.finding.value, source: fact.finding.source }, day),
          },
        ]
      : [],
  )
  const place = ({ over, toldOn }: MoveTime): number => (toldOn === null ? 0 : 2) + (over === null ? 0 : 1)
  return timed
    .filter((one) => !timed.some((other) => other !== one && sameTime(one, other) && isRounder(one.value, other.value)))
    .sort((a, b) => place(a) - place(b) || (a.toldOn ?? '').localeCompare(b.toldOn ?? '') * -1)
    .slice(0, mostMoves)
    .map(({ fact }) => fact)
}

const sameTime = (a: MoveTime, b: MoveTime): boolean => a.over === b.over && a.toldOn === b.toldOn

/** The other says the same with more digits, or with a level besides. */
function isRounder(one: Move, other: Move): boolean {
  if (one.direction !== other.direction || one.percent === undefined || other.percent === undefined) return false
  if (one.level !== undefined && one.level !== other.level) return false
  if (one.percent === other.percent) return one.level === undefined && other.level !== undefined
  const digits = (value: number): number => String(value).split('.')[1]?.length ?? 0
  return (
    digits(one.percent) < digits(other.percent) && Number(other.percent.toFixed(digits(one.percent))) === one.percent
  )
}
