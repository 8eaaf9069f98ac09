/** Whose figure it is: the economy that the measure, its bond or the words around it name. */
import type { BankReading } from '../../text/bank-context.ts'
import { isByTheWay } from '../../text/by-the-way.ts'
import { officeOf, type NamedHit } from '../../text/institutions.ts'
import { bondEconomy, type Indicator } from './indicators.ts'

/** The economy of a measure, from what stands nearest to it to what the article speaks of. */
export const economyOf = (
  { text, hits, economy }: BankReading,
  indicator: Indicator,
  all: readonly Indicator[],
): string | null =>
  indicator.economy ??
  bondBefore(indicator, all, hits) ??
  economyNear(text, hits, indicator.start) ??
  // "In the gilt market the 30-year touched 5.7%"
  (indicator.type === 'bond_yield' ? bondEconomy(text) : null) ??
  economy

/** The economy named before the figure, else after it. */
export const economyAt = ({ text, hits }: BankReading, at: number): string | null => economyNear(text, hits, at)

/** "…, and Italy's fell to 3.3%": the same measure of another economy. */
export function ownerBetween(text: string, hits: readonly NamedHit[], from: number, to: number): string | null {
  const owner = hits.find(
    ({ value, start, end }) =>
      value.kind === 'economy' &&
      start > from &&
      end < to &&
      /^['’]s\s(?:was|were|is|at|to|stood|stands|rose|fell|\p{L}+ed|\d)/u.test(text.slice(end, end + 16)),
  )
  return owner?.value.kind === 'economy' ? owner.value.code : null
}

/** "The 10-year Treasury yield was 4.1%, the two-year 3.5%": of the same country, unless another is named between. */
function bondBefore(indicator: Indicator, all: readonly Indicator[], hits: readonly NamedHit[]): string | null {
  if (indicator.type !== 'bond_yield') return null
  const before = all.findLast(({ type, start }) => type === 'bond_yield' && start < indicator.start)
  if (!before?.economy) return null
  return hits.some(({ value, start }) => value.kind === 'economy' && start >= before.end && start < indicator.end)
    ? null
    : before.economy
}

/** The economy named nearest before the measure, else after it, else that of the office that counts; not one named by the way. */
function economyNear(text: string, hits: readonly NamedHit[], at: number): string | null {
  let before: string | null = null
  let after: string | null = null
  let office: string | null = null
  for (const hit of hits) {
    const { value, start } = hit
    office ??= officeOf(value)
    if (value.kind !== 'economy' || value.how === 'place' || isByTheWay(text, hit)) continue
    if (start <= at) before = value.code
    else after ??= value.code
  }
  return before ?? after ?? office
}
