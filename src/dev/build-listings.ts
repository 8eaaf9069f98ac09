/**
 * Makes models/instruments/listings.tsv from a public listing table: `npx tsx src/dev/build-listings.ts LISTINGS.tsv NEWS.jsonl.gz`.
 * The news decides which names are everyday words ("Target", "Gap") and need support from the context.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { formsOf } from '../annotate/instruments/company-names.ts'
import { normWord } from '../annotate/instruments/words.ts'

interface Row {
  symbol: string
  exchange: string
  type: string
  name: string
  short: string
  cik: string
  marketCap: number
  index: string
}

function readRows(file: string): Row[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const columns = header.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    return {
      symbol: cell('symbol'),
      exchange: cell('exchange'),
      type: cell('type'),
      name: cutNames[cell('symbol')] ?? repair(cell('name'), cell('short')),
      short: cell('short'),
      cik: cell('cik'),
      marketCap: Number(cell('marketCap')) || 0,
      index: cell('index'),
    }
  })
}

/** Names that the source cuts at a hyphen ("Franco"), in full. */
const cutNames = JSON.parse(readFileSync(new URL('cut-names.json', import.meta.url), 'utf8')) as Record<string, string>

/** Where the source cuts a name at a hyphen ("Coca"), the short name may know the rest. */
function repair(name: string, short: string): string {
  return short.startsWith(`${name}-`) ? short : name
}

/** How often each word stands in lower case in running news. */
function countEverydayWords(file: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (!line) continue
    const { body } = JSON.parse(line) as { body: string }
    for (const match of body.matchAll(/(?<![\p{L}@./])\p{Ll}+(?![\p{L}.@/])/gu)) {
      const word = normWord(match[0])
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * One line per listing: symbol, exchange, type (e/f), CIK, market value in millions of USD, index (S/R),
 * display name, names that stand alone, names that need support (`|` between names).
 */
function derive(all: Row[], isEveryday: (word: string) => boolean): string {
  const main = mainListings(all)
  const listed = new Set(all.map((row) => row.symbol))
  const siblings = new Map<string, string[]>()
  for (const row of all) {
    if (row.type === 'equity' && row.cik) siblings.set(row.cik, [...(siblings.get(row.cik) ?? []), row.name])
  }
  const biggest = largestByStart(all)
  const lines = [...all]
    .sort((a, b) => (a.symbol < b.symbol ? -1 : 1))
    .map((row) => {
      const { display, strong, weak } = formsOf({ ...row, others: siblings.get(row.cik) ?? [] }, isEveryday)
      const named = main.has(row.symbol)
      const own = strong.filter((key) => !belongsToLarger(key, row, display, biggest))
      return [
        symbolOf(row, listed),
        row.exchange,
        row.type === 'etf' ? 'f' : 'e',
        row.cik,
        row.marketCap ? Math.round(row.marketCap / 1e6) : '',
        row.index === 'S&P 500' ? 'S' : row.index === 'Russell 2000' ? 'R' : '',
        display,
        named ? own.join('|') : '',
        named ? weak.join('|') : '',
      ].join('\t')
    })
  return ['symbol\texchange\ttype\tcik\tcap\tindex\tname\tstrong\tweak', ...lines, ''].join('\n')
}

/** The largest market value among companies whose registered name begins with the same two words. */
function largestByStart(all: Row[]): Map<string, number> {
  const largest = new Map<string, number>()
  for (const row of all) {
    if (row.type !== 'equity') continue
    const start = startOf(row.name)
    largest.set(start, Math.max(row.marketCap, largest.get(start) ?? 0))
  }
  return largest
}

const startOf = (name: string): string => name.split(' ').slice(0, 2).map(normWord).join(' ')

/** "American Eagle" for short is the retailer, not a gold mine of that name. */
function belongsToLarger(key: string, row: Row, display: string, biggest: ReadonlyMap<string, number>): boolean {
  const shortened = startOf(row.name) === key && startOf(display) === key && display.split(' ').length > 2
  return shortened && (biggest.get(key) ?? 0) >= 4 * Math.max(row.marketCap, 1e6)
}

/** News of a company in bankruptcy keeps the symbol it had: `SGMOQ` is `SGMO`, unless another has that now. */
function symbolOf(row: Row, listed: ReadonlySet<string>): string {
  const before = row.symbol.slice(0, -1)
  return row.exchange === 'OTC' && /^[A-Z]{4}Q$/.test(row.symbol) && !listed.has(before) ? before : row.symbol
}

/** A company with several listings (share classes, warrants, preferred) is named by one of them. */
function mainListings(all: Row[]): Set<string> {
  const best = new Map<string, Row>()
  for (const row of all) {
    const key = row.type === 'etf' || !row.cik ? row.symbol : row.cik
    const old = best.get(key)
    if (!old || rank(row) > rank(old) || (rank(row) === rank(old) && row.symbol < old.symbol)) best.set(key, row)
  }
  return new Set([...best.values()].map((row) => row.symbol))
}

/** Membership in an index, then a real exchange, the plainer name (notes and warrants carry the filer's, in capitals), the shorter symbol. */
const rank = (row: Row): number =>
  (row.index ? 1e6 : 0) +
  (row.exchange === 'OTC' ? 0 : 1e5) +
  (row.type === 'equity' ? 1e4 : 0) +
  (/[a-z]/.test(row.name) ? 1e3 : 0) +
  (row.short.includes('(Class A)') ? 500 : 0) +
  (row.symbol === 'BRK.A' ? -1e6 : 0) +
  (row.marketCap ? Math.log10(row.marketCap) : 0) -
  row.symbol.length * 20

const [listingsFile, newsFile] = process.argv.slice(2)
if (!listingsFile || !newsFile) throw new Error('usage: build-listings.ts LISTINGS.tsv NEWS.jsonl.gz')

const everyday = countEverydayWords(newsFile)
const rows = readRows(listingsFile)
const target = new URL('../../models/instruments/listings.tsv', import.meta.url)
writeFileSync(
  target,
  derive(rows, (word) => (everyday.get(word) ?? 0) >= 3),
)
