/** Compares two amounts that a text sets against each other. "Rs 10 cr vs 8 cr" · "EUR 12 mn (10 mn)" · "to EUR 12.3 mn from 10.1 mn" · "a loss of $3 million against $5 million" */
import type { Word } from '../../text/words.ts'

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  million: 1e6,
  cr: 1e7,
  crore: 1e7,
  crores: 1e7,
  bn: 1e9,
  bln: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
}
const against = new Set(['vs', 'versus', 'against', 'from', 'than', 'compared'])
const currencies = new Set(
  '$ € £ ¥ ₹ rs re inr usd eur gbp sek nok dkk chf jpy cad aud us euro euros pct percent per cent'.split(' '),
)
const losses = /^(?:loss|losses|cost|costs|expense|expenses|debt|deficit|charge|charges|provision|provisions|npa|npas)$/
/** How far two amounts may stand apart, and how far before them what they measure. */
const reach = 12
const measureReach = 14
/** In "EUR 12 mn (EUR 10 mn)" nothing else stands between. */
const bracketReach = 3

interface Amount {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly scale: number | null
  readonly percent: boolean
}

/** Word index of what sets two amounts against each other, and what it means: `<more>`, `<less>` or `<same>`, `-loss` for what is bad to have. */
export function comparisonsOf(words: readonly Word[]): [number, string][] {
  const found: [number, string][] = []
  let last: Amount | null = null
  for (let i = 0; i < words.length; i++) {
    const amount = amountAt(words, i)
    if (!amount) continue
    if (last) {
      const at = setAgainst(words, last, amount)
      if (at !== null) {
        // "from 8 to 10" names the old first; everything else the new.
        const oldFirst = words[at]!.lower === 'to'
        const [now, then] = oldFirst ? [amount, last] : [last, amount]
        found.push([at, signOf(now, then) + (isLoss(words, last.start) ? '-loss>' : '>')])
      }
    }
    last = amount
    i = amount.end - 1
  }
  return found
}

function amountAt(words: readonly Word[], i: number): Amount | null {
  const { lower } = words[i]!
  // Most words are no figures.
  if (lower < '0' || lower > ':') return null
  const figure = /^(\d+(?:[.,]\d+)*)([a-z]*)$/.exec(lower)
  if (!figure || /^(?:19|20)\d\d$/.test(lower)) return null
  if (figure[2] && !(figure[2] in scales)) return null
  const value = Number(figure[1]!.replaceAll(',', ''))
  if (Number.isNaN(value)) return null
  const next = words[i + 1]?.lower ?? ''
  const scale = scales[figure[2] || next] ?? null
  const percent = next === '%' || next === 'percent' || next === 'pct' || next === 'pc' || next === 'per'
  return { start: i, end: i + (figure[2] ? 1 : scale !== null || percent ? 2 : 1), value, scale, percent }
}

/** Where the two are set against each other: nothing but small words may stand between apart from that. */
function setAgainst(words: readonly Word[], a: Amount, b: Amount): number | null {
  if (a.percent !== b.percent || b.start - a.end > reach) return null
  for (let i = b.start - 1; i >= a.end; i--) {
    const { lower } = words[i]!
    if (lower === ';') return null
    if (lower === 'than' && /^(?:more|less|fewer)$/.test(words[i - 1]?.lower ?? '')) return null
    if (against.has(lower) || (lower === '(' && b.start - a.end <= bracketReach)) return i
    if (lower === 'to' && isFrom(words, a)) return i
  }
  return null
}

function isFrom(words: readonly Word[], a: Amount): boolean {
  for (let i = a.start - 1; i >= Math.max(0, a.start - 3); i--) {
    if (words[i]!.lower === 'from') return true
    if (!currencies.has(words[i]!.lower)) return false
  }
  return false
}

function signOf(now: Amount, then: Amount): string {
  const shared = now.scale ?? then.scale ?? 1
  const [a, b] = [now.value * (now.scale ?? shared), then.value * (then.scale ?? shared)]
  return a > b ? '<more' : a < b ? '<less' : '<same'
}

function isLoss(words: readonly Word[], before: number): boolean {
  for (let i = before - 1; i >= Math.max(0, before - measureReach); i--) {
    const { lower } = words[i]!
    if (losses.test(lower)) return true
    if (/^(?:profit|profits|net|sales|revenue|revenues|income|earnings|ebitda|margin|orders|turnover|pat)$/.test(lower))
      return lower === 'net' && losses.test(words[i + 1]?.lower ?? '')
    if (lower === ';') return false
  }
  return false
}
