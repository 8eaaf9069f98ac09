/** Answers in words: a line a fact, the words that say so, where they stand, and how much more there is. */
import { sourceOf } from '../digest/date-words.ts'
import { factOf } from '../digest/fact-words.ts'
import { percent, signed, toneOf } from '../digest/words.ts'
import { shownSymbol } from '../digest/names.ts'
import type { FindingRow } from '../query.ts'
import { themeParts, type Role } from '../types.ts'

/** Outside text on one line, without what no reader would see: control characters, direction overrides, invisible tags. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/\p{Cf}/gu, '')

interface Counted {
  readonly found: number
  readonly returned: number
  readonly next: string | null
}

/** "20 of 134 findings; the next ones: the same call with cursor "…"". */
export function shown({ found, returned, next }: Counted, what: string, more = 'a higher limit'): string {
  if (found === 0) return `No ${what} match.`
  if (returned >= found) return `${found} ${what}, all shown.`
  return `${returned} of ${found} ${what} shown; for more: ${next === null ? more : `the same call with cursor "${next}"`}.`
}

/** The fact, the words that say so and where they stand. */
export function findingLine(row: FindingRow): string {
  const quote = row.evidence[0]?.quote ?? ''
  return plain(`- ${sentenceOf(row)} — “${quote}” (${[sourceOf(row), row.source.url].filter(Boolean).join(', ')})`)
}

function sentenceOf(row: FindingRow): string {
  switch (row.kind) {
    case 'theme': {
      const { label, theme, sentiment } = row.value
      const parts = themeParts.map((part) => roles(part, row.value[part] ?? []))
      return [`${label} [${theme}], ${tone(sentiment.score)}`, ...parts].filter(Boolean).join('; ')
    }
    case 'instrument':
      return `${row.value.symbol} ${row.value.name}, ${tone(row.value.sentiment.score)}, relevance ${row.value.relevance.toFixed(2)}`
    case 'move':
      return `${row.value.subject} ${factOf(row)}${row.value.basis === 'expected' ? ' (expected)' : ''}`
    case 'stance':
      return `${row.value.issuer} sounds ${row.value.score > 0 ? 'hawkish' : row.value.score < 0 ? 'dovish' : 'neutral'} (${signed(row.value.score)})`
    case 'quote':
      return [row.value.speaker, row.value.role, row.value.affiliation].filter(Boolean).join(', ')
    case 'rate':
    case 'policy_event':
    case 'table':
      return factOf(row)
  }
}

export const tone = (score: number): string => `${toneOf(score)} (${signed(score)})`

export const roles = (head: string, who: readonly (Role & { readonly stories?: number })[]): string =>
  who.length === 0 ? '' : `${head}: ${who.map((one) => shownSymbol(one.symbol ?? '') || one.name).join(', ')}`

export const attention = (share: number | null): string => (share === null ? 'unknown' : `${percent(share)} of stories`)
