/** Reads rows of quote widgets: "NVDA 191.52" with "+0.30 (0.16%)" beside or below it · "AAPL 256.44 -1.20 -0.47%". */

export interface QuoteRow {
  readonly symbol: string
  readonly price: number
  readonly change?: number
  readonly changePercent?: number
}

const symbolAndPrice = /^\$?([A-Z]{1,5}(?:[.\-][A-Z]{1,2})?|\^[A-Z]{2,5})\s+\$?(\d[\d,]*(?:\.\d+)?)(?:\s+(\S.*))?$/
const numbers = /^([+\-−–▲▼]?\s?\$?\d[\d,]*(?:\.\d+)?)(?:\s+\(?([+\-−–]?\d+(?:\.\d+)?)\s?%\)?)?$/
const percentOnly = /^\(?([+\-−–]?\d+(?:\.\d+)?)\s?%\)?$/

/** The row a line begins; `rest` is what follows the price. */
export function readRow(line: string): { row: QuoteRow; complete: boolean } | undefined {
  const match = symbolAndPrice.exec(line.trim())
  if (!match) return undefined
  const price = amount(match[2]!)
  if (!Number.isFinite(price)) return undefined
  const row = { symbol: match[1]!, price }
  if (match[3] === undefined) return { row, complete: false }
  const change = readChange(match[3].trim())
  return change ? { row: { ...row, ...change }, complete: true } : undefined
}

/** "+1.20 (0.47%)" · "-0.47%" */
export function readChange(text: string): { change?: number; changePercent?: number } | undefined {
  const share = percentOnly.exec(text)
  if (share) return { changePercent: amount(share[1]!) }
  const match = numbers.exec(text)
  if (!match || !/[+\-−–▲▼.]/.test(text)) return undefined
  const change = amount(match[1]!)
  if (!Number.isFinite(change)) return undefined
  if (match[2] === undefined) return { change }
  const size = amount(match[2])
  return { change, changePercent: change < 0 ? -Math.abs(size) : size }
}

function amount(text: string): number {
  const size = Number(text.replace(/[^\d.]/g, ''))
  return /^[\-−–▼]/.test(text) ? -size : size
}
