/** Reads rows of market data cell by cell: ["Apple Inc.", "AAPL", "$256.44", "▼ 1.20 (0.47%)"], ["Crude oil", "71.20", "-0.56%"]. */
import type { QuoteRow } from './quote-rows.ts'

/** A row of market data: `symbol` is null where the page gives a name only. */
export type QuoteCells = Omit<QuoteRow, 'symbol'> & { readonly symbol: string | null }

const longestCell = 40
const mostCells = 14
const symbolCell =
  /^(?:(?:NASDAQ|NYSE|AMEX|ARCA|OTC|TSX|LSE)\s?:\s?)?\$?([A-Z]{1,5}(?:[.-][A-Z]{1,3})?|\^[A-Z\d]{2,7}|[A-Z]{2,6}=[FX]|\d{4,6}\.[A-Z]{1,2})$/
const number = /^([+\-−–▲▼△▽]?)([$€£¥]?)(\d[\d,]{0,14}(?:\.\d{1,6})?)(%?)$/
const heads = {
  symbol: /^(?:symbols?|tickers?)$/i,
  what: /^(?:symbols?|tickers?|name|company|companies|stocks?|index|indices|markets?|instrument|security|pair|currency|commodity|asset|coin)$/i,
  price:
    /^(?:last|last (?:price|trade|sale)|price|close|last close|value|level|quote|bid|latest)(?: \(?[$€£\w]{1,4}\)?)?$/i,
  change:
    /^(?:change|chg|chng|net change|\+\/-|[%±]|(?:change|chg|chng)\.? ?\(?%\)?|% ?(?:change|chg|chng)|day change|today|1d|price change)$/i,
}

const market =
  /\b(?:dow|s&p|nasdaq|russell|vix|ftse|dax|cac|nikkei|hang seng|stoxx|gold|silver|copper|oil|brent|wti|crude|gas|bitcoin|ethereum|eur|usd|gbp|jpy|treasury|yields?|year|yr|futures?|index|dollar|yen|euro|pound)\b/i
/** Do names without a symbol speak of a market, and not of what a shop sells? */
export const isMarketName = (name: string): boolean => market.test(name)

/** Do these cells head a table of quotes: what, and what it costs or by how much it moved? */
export function isQuoteHead(cells: readonly string[]): boolean {
  const has = (pattern: RegExp): boolean => cells.some((cell) => pattern.test(cell))
  if (cells.length < 2 || cells.length > mostCells) return false
  return has(heads.what) && has(heads.price) && (has(heads.symbol) || has(heads.change))
}

/** The row that cells hold; under a head (`headed`) a price is enough, elsewhere a change must stand beside it. */
export function readQuoteCells(cells: readonly string[], headed: boolean): QuoteCells | undefined {
  if (cells.length < 2 || cells.length > mostCells || cells.some((cell) => cell.length > longestCell)) return undefined
  let symbol: string | null = null
  let name: string | null = null
  let price: string | null = null
  let change: number | null = null
  let percent: number | null = null
  let falling: boolean | null = null
  let moved = false
  for (const part of cells.flatMap(partsOf)) {
    const found = number.exec(part)
    if (part === '▲' || part === '▼' || part === '△' || part === '▽') falling = part === '▼' || part === '▽'
    else if (!found) {
      const named = symbolCell.exec(part)
      if (price === null && named) symbol ??= named[1]!
      else if (price === null && /\p{L}/u.test(part)) name ??= part
      // Words among the figures are no quote's: a score, a poll, a fixture.
      else if (/\p{L}{4}/u.test(part) && !/^unch/i.test(part)) return undefined
    } else {
      const [, sign = '', , digits = '', share] = found
      const size = Number(digits.replaceAll(',', ''))
      const signed = sign !== '' || falling !== null
      moved ||= signed && price !== null && (share !== '' || (/\.\d\d/.test(digits) && price.includes('.')))
      const down: boolean = signed ? /[−–▼▽-]/.test(sign) || (sign === '' && falling === true) : (change ?? 0) < 0
      if (share !== '') percent ??= down ? -size : size
      else if (price === null && sign === '') price = digits
      else if (signed && price !== null) change ??= down ? -size : size
    }
  }
  if (price === null || (symbol === null && name === null)) return undefined
  if (!headed && !moved) return undefined
  return {
    symbol,
    price: Number(price.replaceAll(',', '')),
    ...(change === null ? {} : { change }),
    ...(percent === null ? {} : { changePercent: percent }),
  }
}

/** "AAPL 256.44 -1.20 (-0.47%)" is several cells in one; "Crude oil" is one. */
function partsOf(cell: string): string[] {
  const plain = cell.replace(/[()[\]]/g, ' ').trim()
  const parts = plain.split(/\s+/)
  const figures = parts.filter((part) => number.test(part) || /^[▲▼△▽]$/.test(part)).length
  if (figures === parts.length || (figures === parts.length - 1 && symbolCell.test(parts[0]!))) return parts
  return plain === '' ? [] : [plain]
}
