/** Market data that stands on a page beside its article ("Recent Quotes", a ticker tape), as text apart from it. Pure, one walk. */
import { isTag, isText, type Element, type ParentNode } from 'domhandler'
import { isMarketName, isQuoteHead, readQuoteCells } from '../text/quote-cells.ts'
import { normalizeLine } from './normalize-text.ts'

const unread = new Set('head script style noscript template select option textarea svg iframe'.split(' '))
const fewestRows = 2
/** A widget is small: what is larger is a listing, and then the page is no article. */
const mostRows = 60
const mostTables = 10
const mostCells = 14
/** How far above a row the box stands that holds its neighbours too. */
const nearby = 3
/** The whole page holds everything. */
const pageWide = new Set(['html', 'body', 'main'])

interface Open {
  readonly node: ParentNode
  next: number
  /** Its texts, one a text node; null when there are more than any row of quotes has. */
  cells: string[] | null
  /** A row is somewhere in it, so that it is not one itself. */
  held: boolean
  /** Of a table: its head was read. */
  head: string[] | null
}

interface Row {
  readonly cells: string[]
  readonly symbol: string | null
  /** The boxes that hold it, innermost first. */
  readonly boxes: readonly ParentNode[]
  readonly head: string[] | null
}

/** One row a line, cells parted by tabs, tables by a blank line; '' when there are none. Rows that `text` holds are the article's. */
export function quoteTables(root: ParentNode, text: string): string {
  const rows = findRows(root)
  if (rows.length < fewestRows || rows.length > mostRows * mostTables) return ''
  const inText = fold(text)
  const seen = new Set<string>()
  const tables: Row[][] = []
  for (const row of rows) {
    const key = fold(row.cells.join(''))
    // A tape that runs round shows each quote twice.
    if (seen.has(key) || inText.includes(key)) continue
    seen.add(key)
    const table = tables.at(-1)
    if (table && alike(table.at(-1)!, row)) table.push(row)
    else tables.push([row])
  }
  return tables
    .filter(isMarketData)
    .slice(0, mostTables)
    .map((table) => [...(table[0]!.head ? [table[0]!.head] : []), ...table.map((row) => row.cells)])
    .map((lines) => lines.map((cells) => cells.join('\t')).join('\n'))
    .join('\n\n')
}

function isMarketData(table: readonly Row[]): boolean {
  if (table.length < fewestRows || table.length > mostRows) return false
  const known = table.filter(({ symbol, cells }) => symbol !== null || isMarketName(cells.join(' ')))
  return known.length >= Math.max(fewestRows, table.length / 2)
}

const alike = (one: Row, other: Row): boolean =>
  one.head === other.head && one.boxes.some((box) => other.boxes.includes(box))

const fold = (text: string): string => text.replace(/\s+/g, '')

/** The innermost elements whose texts are a quote, in the order of the page. */
function findRows(root: ParentNode): Row[] {
  const rows: Row[] = []
  const stack: Open[] = [{ node: root, next: 0, cells: [], held: false, head: null }]
  for (;;) {
    const open = stack.at(-1)!
    const child = open.node.children[open.next++]
    if (child !== undefined) {
      if (isText(child)) addCell(open, normalizeLine(child.data.slice(0, 200)))
      else if (isTag(child) && !unread.has(child.name))
        stack.push({ node: child, next: 0, cells: [], held: false, head: null })
      continue
    }
    stack.pop()
    const outer = stack.at(-1)
    if (!outer) return rows
    const { cells } = open
    const isRow = (open.node as Element).name === 'tr'
    const table = isRow ? stack.findLast(({ node }) => (node as Element).name === 'table') : undefined
    if (isRow && table && cells && isQuoteHead(cells)) table.head ??= cells
    const quote = open.held || !cells ? undefined : readQuoteCells(cells, table?.head != null)
    if (quote && cells) {
      open.held = true
      rows.push({ cells, symbol: quote.symbol, boxes: stack.slice(-nearby).map(({ node }) => node).filter((node) => !pageWide.has((node as Element).name)).reverse(), head: table?.head ?? null }) // prettier-ignore
    }
    if (open.held) outer.held = true
    if (outer.cells && cells && outer.cells.length + cells.length <= mostCells) outer.cells.push(...cells)
    else outer.cells = null
  }
}

function addCell(open: Open, cell: string): void {
  if (cell === '' || open.cells === null) return
  if (open.cells.length >= mostCells) open.cells = null
  else open.cells.push(cell)
}
