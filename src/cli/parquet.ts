/** Rows as Parquet, by the columns that CSV has: what is a number there is a double, all else is text. */
import { ThemewireError } from '../errors.ts'
import type { Column } from './output.ts'

/** `created_by` and the rows' order make it the same bytes for the same rows. */
export async function parquet<T>(rows: readonly T[], columns: readonly Column<T>[]): Promise<Buffer> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const columnData = columns.map((column) => {
    const cells = rows.map((row) => (column.exact ?? column.cell)(row) ?? null)
    // A column without a value has the type that its place in a table tells.
    const numbers = cells.every((cell) => cell === null || typeof cell === 'number') && column.align === 'right'
    return {
      name: column.head.replaceAll(' ', '_'),
      data: numbers ? cells : cells.map((cell) => (cell === null ? null : String(cell))),
      type: numbers ? ('DOUBLE' as const) : ('STRING' as const),
      nullable: true,
    }
  })
  return Buffer.from(parquetWriteBuffer({ columnData, createdBy: 'themewire' }))
}

/** A terminal would take the bytes for commands. */
export function refuseTerminal(): void {
  if (!process.stdout.isTTY) return
  throw new ThemewireError('usage', 'Parquet is not for reading on a terminal', { hint: 'add `> file.parquet`' })
}
