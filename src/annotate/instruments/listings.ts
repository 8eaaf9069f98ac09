/** The derived table of US listings (listings.tsv), indexed by symbol and name; a row is taken apart when asked for. */
import type { Candidate, Instrument } from './gazetteer.ts'

export interface Listings {
  readonly instrument: (symbol: string) => Instrument | undefined
  readonly has: (symbol: string) => boolean
  readonly named: (key: string) => readonly Candidate[] | undefined
  /** Does the registered name begin with a small letter? */
  readonly isSmall: (symbol: string) => boolean
}

/**
 * Columns: symbol, exchange, type (e/f), CIK, value in millions of USD, index, name, names that stand alone, names to be supported.
 * `count` is told every name, and whether it may be written small; `rename` gives the symbol to use for a depositary receipt listed elsewhere at home.
 */
export function readListings(
  text: string,
  rename: (symbol: string) => string,
  count: (key: string, small: boolean) => void,
): Listings {
  const rows = new Map<string, string>()
  // Key → signed symbols, "+GS" standing alone, "-TGT" needing support: tens of thousands of strings load faster than objects.
  const names = new Map<string, string | readonly Candidate[]>()
  const small = new Set<string>()
  const parsed = new Map<string, Instrument>()
  const index = (list: string, signed: string, isSmall: boolean): void => {
    for (let from = 0; from < list.length;) {
      const bar = list.indexOf('|', from)
      const key = list.slice(from, bar < 0 ? list.length : bar)
      const there = names.get(key) as string | undefined
      if (there === undefined || isSmall) count(key, isSmall)
      names.set(key, there === undefined ? signed : `${there} ${signed}`)
      from = bar < 0 ? list.length : bar + 1
    }
  }
  // The first line names the columns.
  for (let from = text.indexOf('\n') + 1; from > 0 && from < text.length;) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end < 0 ? text.length : end)
    from = end < 0 ? text.length : end + 1
    const symbol = line.slice(0, line.indexOf('\t'))
    const weakAt = line.lastIndexOf('\t')
    const strongAt = line.lastIndexOf('\t', weakAt - 1)
    rows.set(symbol, line)
    if (strongAt + 1 === line.length - 1) continue
    const nameAt = line.lastIndexOf('\t', strongAt - 1) + 1
    const isSmall = /\p{Ll}/u.test(line.charAt(nameAt))
    if (isSmall) small.add(symbol)
    const target = rename(symbol)
    index(line.slice(strongAt + 1, weakAt), `+${target}`, isSmall)
    index(line.slice(weakAt + 1), `-${target}`, isSmall)
  }

  return {
    has: (symbol) => rows.has(symbol),
    instrument(symbol) {
      const ready = parsed.get(symbol)
      const line = ready ? undefined : rows.get(symbol)
      if (line === undefined) return ready
      const instrument = parseRow(line)
      parsed.set(symbol, instrument)
      return instrument
    },
    isSmall: (symbol) => small.has(symbol),
    named(key) {
      const there = names.get(key)
      if (typeof there !== 'string') return there
      const candidates = there
        .split(' ')
        .map((signed) => ({ symbol: signed.slice(1), strong: signed.startsWith('+'), anyCase: false, curated: false }))
      names.set(key, candidates)
      return candidates
    },
  }
}

function parseRow(line: string): Instrument {
  const [symbol = '', exchange = '', type, cik, cap, index, name = ''] = line.split('\t')
  return {
    symbol,
    exchange,
    name,
    ...(cik ? { cik } : {}),
    type: type === 'f' ? 'etf' : 'equity',
    cap: Number(cap) || 0,
    known: index === 'S',
  }
}
