/** A rate decision in words: "Bank of England cut rates by 25 basis points to 3.5%" · "Federal Reserve is not expected to cut rates" */
import type { RateStep } from '../../text/rate-actions.ts'
import { isUnexpected } from '../../text/status.ts'
import type { Status } from '../../types.ts'

const verbsOf: Readonly<Record<RateStep, readonly [past: string, base: string]>> = {
  hike: ['raised', 'raise'],
  cut: ['cut', 'cut'],
  hold: ['held', 'hold'],
}
const framing: Readonly<Record<Exclude<Status, 'happened' | 'denied'>, string>> = {
  scheduled: 'is to',
  expected: 'is expected to',
  possible: 'may',
}

const unhurried = /\b(?:in\sno|no)\s(?:hurry|rush)\b[^.;]{0,30}$/i
const needless = /\b(?:no\s(?:need|reason|case)|not\sneed(?:ed)?)\b[^.;]{0,30}$/i
const notDone =
  /\b(?:(?:did|has|have|had)(?:\snot|n['’]t)|declined|refused|failed|refrained|decided\s(?:not|against)|opted\s(?:not|against)|stopped\sshort|resisted|avoided|skipped|held\soff)\b[^.;]{0,30}$/i
const notToCome =
  /\b(?:(?:will|would)\s(?:not|never)|won['’]t|wouldn['’]t|rul(?:es|ed|ing)\sout|no\s(?:plans?|intention)|(?:not|n['’]t)\s(?:plan|intend)(?:ning|ing)?)\b[^.;]{0,30}$/i

/** What stands before the verb: of what is denied, how; null where it happened. `before` is the sentence up to the act. */
export function framingOf(status: Status, before: string): string | null {
  if (status === 'happened') return null
  if (status !== 'denied') return framing[status]
  if (isUnexpected(before)) return 'is not expected to'
  if (unhurried.test(before)) return 'is in no hurry to'
  if (needless.test(before)) return 'sees no need to'
  if (notToCome.test(before)) return 'will not'
  return notDone.test(before) ? 'did not' : 'did not or will not'
}

export function titleOf(
  name: string,
  step: RateStep,
  framed: string | null,
  changeBps: number | null,
  level: { low: number | null; high: number | null } | null,
): string {
  const verb = framed === null ? verbsOf[step][0] : `${framed} ${verbsOf[step][1]}`
  const by = changeBps && step !== 'hold' ? ` by ${Math.abs(changeBps)} basis points` : ''
  const from = level?.low ?? level?.high
  const range =
    level?.low != null && level.high !== null && level.low !== level.high ? `${level.low}–${level.high}` : from
  return `${name} ${verb} rates${by}${range === undefined || range === null ? '' : ` ${step === 'hold' ? 'at' : 'to'} ${range}%`}`
}
