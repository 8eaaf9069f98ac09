/** Whether an act on a policy rate happened: "decided to raise" · "is expected to cut" · "BOJ to hike in April" · "odds of a cut" */
import type { Status } from '../types.ts'
import type { Level } from './rate-figures.ts'
import type { ActForm, RateStep } from './rate-words.ts'
import { clauseStart, readStatus } from './status.ts'

const announced =
  /\b(?:decided|decides|agreed|voted|resolved|announced)[^.;]{0,30}?\s(?:that|to)\b|\bfollowing a decision|will (?:therefore |accordingly )?(?:be|remain) (?:increased|raised|decreased|lowered|reduced|cut|unchanged|kept|left)\b/i
const wishful =
  /\b(?:would|could|might|may|if|unless|until|once|preferred|wanted|expects?|expected|anticipates?|anticipated|appropriate|likely)\b/i

// A step that is only spoken of was taken where the sentence looks back on it.
const done = /\b(?:after|following|since|delivered|announced)\b/i

export function statusOf(
  sentence: string,
  form: ActForm,
  step: RateStep,
  start: number,
  end: number,
  level: Level | null,
): Status {
  const opening = clauseStart(sentence, start)
  const governing = sentence.slice(Math.max(0, start - 240), start)
  const decision = announced.exec(sentence.slice(0, end + 24))
  if (
    decision &&
    !/\b(?:not|against)\s(?:decided|voted)/i.test(sentence) &&
    !wishful.test(sentence.slice(decision.index + decision[0].length, start)) &&
    !wishful.test(governing.slice(-60))
  ) {
    if (/\bnot\b/i.test(sentence.slice(decision.index, start)) && step !== 'hold') return 'denied'
    return 'happened'
  }
  const before = sentence.slice(opening, start).replace(/,?\sas\s(?:widely\s|was\s)?expected\b,?/i, '')
  // A bank that says it will keep its rate where it is has decided so.
  if (step === 'hold' && level && /\b(?:will|shall)\s(?:continue\sto\s)?$/i.test(before)) return 'happened'
  if (form === 'unchanged' && /^(?:reaffirmed|how long)/i.test(sentence.slice(start, end))) return 'happened'
  if (form === 'unchanged' && /^no change/i.test(sentence.slice(start, end)) && !wishful.test(before)) return 'happened'
  const keeping =
    form === 'unchanged' ? /\b(?:keep|hold|leave|maintain)(?:ing)?\s(?:[^\s,;]+\s){0,6}$/i.exec(before) : null
  if (keeping) return readStatus(sentence, opening + keeping.index, end, 'happened')
  if (form === 'spoken-of') {
    const status = readStatus(sentence, nounStart(sentence, start), end, 'possible')
    return status === 'happened' && !done.test(before) ? 'possible' : status
  }
  if (form === 'noun') return readStatus(sentence, nounStart(sentence, start), end, 'happened')
  // "BOJ to raise rates in April": a headline tells what is awaited, not what is decided.
  if (/(?:^|[\s-])\p{Lu}[\p{L}.]*\sto\s$/u.test(before) && readStatus(sentence, start, end, 'happened') === 'scheduled')
    return 'expected'
  return readStatus(sentence, start, end, 'happened')
}

const sizeWords = new Set(
  'the a an another its their that this third second first quarter half full percentage interest basis and three one large jumbo surprise emergency unexpected rate point'.split(
    ' ',
  ),
)

/** What governs "a 25-basis-point cut" stands before its article and size. */
function nounStart(sentence: string, start: number): number {
  let at = start
  for (let steps = 0; steps < 8; steps++) {
    const word = /[^\s-]{1,16}[\s-]?$/u.exec(sentence.slice(Math.max(0, at - 17), at))?.[0]
    if (!word) break
    const plain = word.replace(/[\s-]$/u, '').toLowerCase()
    if (!sizeWords.has(plain) && !/^\d/u.test(plain)) break
    at -= word.length
  }
  return at
}
