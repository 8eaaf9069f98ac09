/** Whose act on a rate it is, of the banks that a sentence names: "the Riksbank cut its rate after the ECB" */
import type { NamedHit } from './institutions.ts'
import { clauseStart } from './status.ts'

const codeOf = ({ value }: NamedHit): string | null =>
  value.kind === 'bank' || value.kind === 'rate'
    ? value.code
    : value.kind === 'person' && value.person.of.length > 2
      ? value.person.of
      : null

// "Follows the Fed with a cut": the one that is followed does not act here.
const leads = /\b(?:follow|match|mirror|track|shadow|join|echo)(?:s|es|ed|ing)?\s(?:the\s)?$/i

/** The bank of the act's own clause, or the one whose rate it is; else the bank (or its people) named nearest before, else after. */
export function bankNear(sentence: string, hits: readonly NamedHit[], start: number, end: number): string | null {
  const opening = clauseStart(sentence, start)
  let own: string | null = null
  let before: string | null = null
  let rateAfter: string | null = null
  let after: string | null = null
  const led = (hit: NamedHit): boolean => leads.test(sentence.slice(Math.max(0, hit.start - 16), hit.start))
  const alone = hits.filter((hit) => codeOf(hit) && !led(hit)).length === 0
  for (const hit of hits) {
    const code = codeOf(hit)
    if (!code || (!alone && led(hit))) continue
    if (hit.end <= start) {
      before = code
      if (hit.value.kind === 'bank' && hit.start >= opening) own = code
    } else if (hit.value.kind === 'rate' && hit.start < end + 80) rateAfter ??= code
    else after ??= code
  }
  return own ?? rateAfter ?? before ?? after
}
