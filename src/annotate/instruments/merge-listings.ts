/** Brings the listing table up to date from the public list of the SEC, company_tickers_exchange.json: new symbols, changed symbols, changed exchanges. */
import { z } from 'zod'
import { ThemewireError } from '../../errors.ts'
import { formsOf } from './company-names.ts'

/** One row of the public list. */
export interface PublicListing {
  readonly cik: string
  readonly name: string
  /** As we write it: `BRK.B`. */
  readonly symbol: string
  /** As the table writes it; empty when the list does not say. */
  readonly exchange: string
}

const columns = ['cik', 'name', 'ticker', 'exchange'] as const
const PublicFile = z.object({ fields: z.array(z.string()), data: z.array(z.array(z.unknown())) })
const PublicRow = z.object({
  cik: z.int().positive(),
  name: z.string().trim().min(1).max(300),
  ticker: z.string().regex(/^[A-Z0-9]{1,6}(?:[-.][A-Z0-9]{1,4})?$/),
  exchange: z.string().max(30).nullable(),
})
/** The list has had more than nine thousand rows for years. */
const fewest = 5000
const exchanges: Readonly<Record<string, string>> = { Nasdaq: 'NASDAQ', NYSE: 'NYSE', OTC: 'OTC', CBOE: 'Cboe' }

/** Reads the list as served; throws `bad-models`, saying what is wrong, for one that is cut off, changed in form or absurd. */
export function readPublicListings(text: string): PublicListing[] {
  const file = PublicFile.safeParse(parsed(text))
  if (!file.success) throw refused('it has no "fields" and "data"')
  const { fields, data } = file.data
  const at = columns.map((column) => fields.indexOf(column))
  if (at.includes(-1)) throw refused(`its fields are ${fields.join(', ').slice(0, 100)}, not ${columns.join(', ')}`)
  const rows = new Map<string, PublicListing>()
  for (const cells of data) {
    const row = PublicRow.safeParse(Object.fromEntries(columns.map((column, i) => [column, cells[at[i]!]])))
    if (!row.success) continue
    const { cik, name, ticker, exchange } = row.data
    const symbol = ticker.replace('-', '.')
    const written = name.replace(/[\s|]+/g, ' ')
    if (!rows.has(symbol))
      rows.set(symbol, { cik: String(cik), name: written, symbol, exchange: exchanges[exchange ?? ''] ?? '' })
  }
  if (rows.size < fewest) throw refused(`it has ${rows.size} usable rows, where at least ${fewest} are expected`)
  if (rows.size < data.length * 0.98)
    throw refused(`${data.length - rows.size} of its ${data.length} rows are of no use`)
  return [...rows.values()]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refused('it is no JSON, or cut off')
  }
}

const refused = (why: string): ThemewireError =>
  new ThemewireError('bad-models', `that is no list of companies, tickers and exchanges: ${why}`, {
    hint: 'try again later; until then the listings stay as they are',
  })

/** What a merge changed, in symbols. */
export interface Changes {
  readonly added: readonly string[]
  /** `OLD → NEW`: companies that trade under another symbol now. */
  readonly renamed: readonly string[]
}

/**
 * The table with the list's rows over it. Rows the list lacks stay, as news of them goes on; names and index membership are the
 * table's. Throws `bad-models` when the list lacks too many of the companies we know to be listed.
 */
export function mergeListings(table: string, list: readonly PublicListing[]): { table: string } & Changes {
  const [header = '', ...lines] = table.split('\n').filter(Boolean)
  const rows = new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line.split('\t')]))
  assertComplete([...rows.values()], list)
  const current = new Set(list.map(({ symbol }) => symbol))
  const named = namedRows([...rows.values()])
  const added: string[] = []
  const renamed: string[] = []
  for (const { cik, name, symbol, exchange } of list) {
    const there = rows.get(symbol)
    if (there && (there[3] === '' || there[3] === cik)) {
      there[3] = cik
      // "NYSE" also stands for its sister markets there.
      if (exchange !== '' && !there[1]!.startsWith(exchange)) there[1] = exchange
      continue
    }
    const before = named.get(cik)
    if (before && !current.has(before[0]!)) {
      rows.set(symbol, [symbol, exchange || before[1]!, ...before.slice(2)])
      renamed.push(`${before[0]} → ${symbol}`)
      before.splice(7, 2, '', '')
      named.set(cik, rows.get(symbol)!)
      continue
    }
    rows.set(symbol, newRow({ cik, name, symbol, exchange }, before === undefined))
    if (!before) named.set(cik, rows.get(symbol)!)
    added.push(symbol)
  }
  const sorted = [...rows.values()].sort((a, b) => (a[0]! < b[0]! ? -1 : 1)).map((cells) => cells.join('\t'))
  return { table: [header, ...sorted, ''].join('\n'), added, renamed }
}

/** Of each company the row that bears its names. */
const namedRows = (rows: readonly string[][]): Map<string, string[]> =>
  new Map(rows.filter((cells) => cells[3] && (cells[7] || cells[8])).map((cells) => [cells[3]!, cells]))

/** How common the words of a new name are is not known here: short forms want support. */
function newRow({ cik, name, symbol, exchange }: PublicListing, isMain: boolean): string[] {
  const type = /\bETFs?\b/i.test(name) ? 'etf' : 'equity'
  const { display, strong, weak } = formsOf({ name, short: '', type, marketCap: 0, index: '', others: [] }, () => true)
  const names = isMain ? [strong.join('|'), weak.join('|')] : ['', '']
  return [symbol, exchange, type === 'etf' ? 'f' : 'e', cik, '', '', display, ...names]
}

/** A list that lacks the largest companies, or a third of all, is not the list. */
function assertComplete(rows: readonly string[][], list: readonly PublicListing[]): void {
  const there = new Set(list.map(({ cik }) => cik))
  const share = (known: readonly string[][]): number =>
    known.length === 0 ? 1 : known.filter((cells) => there.has(cells[3]!)).length / known.length
  const equities = rows.filter((cells) => cells[2] === 'e' && cells[3] && cells[1] !== 'OTC')
  const largest = equities.filter((cells) => cells[5] === 'S')
  if (share(largest) < 0.9 || share(equities) < 0.65) {
    throw refused(
      `it has ${Math.round(100 * share(largest))} % of the S&P 500 and ${Math.round(100 * share(equities))} % of all listed companies we know`,
    )
  }
}
