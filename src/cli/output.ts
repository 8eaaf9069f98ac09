/** Prints rows as a table that fits the terminal, JSON, JSON lines, CSV or Parquet. */
import { Option, type Command } from 'commander'
import type { Client } from '../client/client.ts'
import { foundOf } from '../query/found.ts'
import type { Page } from '../query.ts'
import { queryOf, withFilters } from './filters.ts'
import { printNotes } from './notes.ts'
import { bold, dim, plain, print, terminalWidth } from './terminal.ts'

export const formats = ['table', 'json', 'jsonl', 'csv', 'parquet'] as const
export type Format = (typeof formats)[number]

/** One column of a table: its head and what it shows of a row. The last column gets what width is left. */
export interface Column<T> {
  readonly head: string
  readonly cell: (row: T) => string | number | null | undefined
  readonly align?: 'right'
  /** What CSV and Parquet say instead, where the table shortens: a whole time, a share between 0 and 1. */
  readonly exact?: (row: T) => string | number | null | undefined
  /** Only shown in a table, or only written to CSV and Parquet; absent: both. */
  readonly in?: 'table' | 'file'
  /** Left out of CSV and Parquet where no row fills it. */
  readonly sparse?: true
}

export const withFormat = (command: Command): Command =>
  command.addOption(new Option('--format <format>', 'how to print').choices(formats).default('table'))

/** For commands that list: a page at a time, or everything. */
export const withPages = (command: Command): Command =>
  withFormat(withFilters(command, 'limit', 'cursor')).option('--all', 'every page there is, as one')

/** What of the flags says how much is printed, and how. */
export interface PageFlags {
  readonly format: Format
  readonly all?: boolean
  readonly [filter: string]: unknown
}

/** Prints a page of what is listed; with `--all`, every page from there on, as one. `client`: to look up what was mistyped. */
export async function printPages<T extends object>(
  list: (query: Record<string, string>) => Promise<Page<T>>,
  columns: Column<T>[],
  { format, all = false, ...filters }: PageFlags,
  client?: Client,
): Promise<void> {
  const query = queryOf(filters)
  if (!all) return printPage(await list(query), columns, format, client)
  const data: T[] = []
  let page: Page<T> | undefined
  do {
    page = await list({ ...query, limit: '1000', ...(page?.meta.next ? { cursor: page.meta.next } : {}) })
    data.push(...page.data)
  } while (page.meta.next !== null)
  await printRows(data, columns, format)
  await printNotes(page.meta, client)
  // A list without pages ends at the most that one answer holds.
  if (query['cursor'] === undefined && data.length < page.meta.found) {
    process.stderr.write(
      dim(`${data.length} of ${foundOf(page.meta)}: this list gives no more; narrow what is asked for\n`),
    )
  }
}

/** Prints one page of rows; on a terminal, says how many more there are and how to get them. */
export async function printPage<T extends object>(
  page: Page<T>,
  columns: Column<T>[],
  format: Format,
  client?: Client,
): Promise<void> {
  await printRows(page.data, columns, format, page)
  await printNotes(page.meta, client)
  if (format === 'table' && page.meta.next !== null) {
    process.stderr.write(
      dim(`${page.meta.returned} of ${foundOf(page.meta)}; more with --all, --limit, or --cursor ${page.meta.next}\n`),
    )
  }
}

export async function printRows<T extends object>(
  rows: T[],
  columns: Column<T>[],
  format: Format,
  whole: unknown = rows,
): Promise<void> {
  const inFile = columnsOf(rows, columns)
  switch (format) {
    case 'json':
      return print(`${JSON.stringify(whole, null, 2)}\n`)
    case 'jsonl':
      for (const row of rows) await print(`${JSON.stringify(row)}\n`)
      return
    case 'csv':
      return print(await csv(rows, inFile))
    case 'parquet': {
      const { parquet, refuseTerminal } = await import('./parquet.ts')
      refuseTerminal()
      return print(await parquet(rows, inFile))
    }
    case 'table':
      return print(rows.length === 0 ? 'nothing found\n' : table(rows, columns))
  }
}

/** Of a file. */
export const columnsOf = <T>(rows: readonly T[], columns: readonly Column<T>[]): Column<T>[] =>
  columns.filter(
    (column) => column.in !== 'table' && (!column.sparse || rows.some((row) => (column.cell(row) ?? '') !== '')),
  )

/** Rows as CSV with a head line, safe to open in a spreadsheet. */
export async function csv<T>(rows: T[], columns: Column<T>[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  // Formula cells are escaped: outside text must not run in a spreadsheet. A plain number is none, and stays one.
  const cell = (value: string | number | null | undefined): string | number =>
    typeof value === 'string' && /^-\d+(?:\.\d+)?$/.test(value) ? Number(value) : (value ?? '')
  return stringify(
    [
      columns.map((column) => column.head),
      ...rows.map((row) => columns.map((column) => cell((column.exact ?? column.cell)(row)))),
    ],
    { escape_formulas: true },
  )
}

const gap = 2
const narrowest = 12

/** As wide as the terminal at most; longer cells are cut. */
export function table<T>(rows: T[], all: Column<T>[]): string {
  // A column that says nothing of any row would only take width from the others.
  const columns = all.filter((column) => column.in !== 'file' && rows.some((row) => (column.cell(row) ?? '') !== ''))
  const cells = rows.map((row) => columns.map((column) => plain(String(column.cell(row) ?? '—'))))
  const widths = columns.map((column, i) => Math.max(column.head.length, ...cells.map((row) => width(row[i]!))))
  const total = (): number => widths.reduce((sum, one) => sum + one + gap, -gap)
  // The widest columns give way first, and only as far as the next: none is made unreadable while another has room.
  for (let over = total() - terminalWidth(); over > 0; over = total() - terminalWidth()) {
    const widest = Math.max(...widths)
    if (widest <= narrowest) break
    const next = Math.max(narrowest, ...widths.filter((one) => one < widest))
    const at = widths.flatMap((one, i) => (one === widest ? [i] : []))
    for (const i of at) widths[i] = Math.max(next, widest - Math.ceil(over / at.length))
  }
  const line = (row: string[]): string =>
    row
      .map((cell, i) => {
        const shown = cut(cell, widths[i]!)
        const padding = ' '.repeat(Math.max(0, widths[i]! - width(shown)))
        return columns[i]!.align === 'right' ? padding + shown : shown + padding
      })
      .join(' '.repeat(gap))
      .trimEnd()
  return [bold(line(columns.map((column) => column.head))), ...cells.map(line)].join('\n') + '\n'
}

const width = (text: string): number => [...text].length
const cut = (text: string, most: number): string =>
  width(text) <= most ? text : `${[...text].slice(0, most - 1).join('')}…`
