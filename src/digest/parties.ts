/** Who plays which part in a theme, told by sectors, groups and styles rather than by a company that stands for them. */
import type { Role } from '../types.ts'

export interface Parties<R extends Role = Role> {
  readonly from: readonly R[]
  readonly to: readonly R[]
  readonly winners: readonly R[]
  readonly losers: readonly R[]
}

/** A role has no type: indices, groups, currencies, commodities, coins and bonds have symbols of their own form, funds and sectors names. */
const isCompany = ({ symbol, name }: Role): boolean =>
  symbol !== undefined &&
  !/[@^=]|-USD$|^[A-Z]{2}(?:\d+[MY]|GOVT)$/.test(symbol) &&
  !/^\p{Ll}|\b(?:ETF|Fund|SPDR)\b/u.test(name)
const isWide = (role: Role): boolean => !isCompany(role)

/**
 * Money goes out of one group into another: where a wide party is told to be left (or else to lose), companies told to be left
 * stand among those that lose; and so of what is gone into. Companies come after wide parties. Nobody is dropped.
 */
export function widestFirst<R extends Role>({ from, to, winners, losers }: Parties<R>): Parties<R> {
  const [left, lose] = settled(from, losers)
  const [entered, gain] = settled(to, winners)
  return { from: left, to: entered, winners: gain, losers: lose }
}

function settled<R extends Role>(flow: readonly R[], effect: readonly R[]): [flow: readonly R[], effect: readonly R[]] {
  const told = flow.filter(isWide)
  const wide = flow.length === 0 || told.length > 0 ? told : effect.filter(isWide)
  const moved = wide.length === 0 ? [] : flow.filter(isCompany)
  const stays = effect.filter((role) => !wide.includes(role) && !moved.some(({ symbol }) => symbol === role.symbol))
  return [wide.length === 0 ? flow : wide, [...stays.filter(isWide), ...moved, ...stays.filter(isCompany)]]
}
