/** Time series in a terminal: a table of steps, or a line of blocks for each series, as wide as there is room. */
import { courseOf } from '../digest/words.ts'
import type { SeriesPoint, Series, TimelinePoint, Page } from '../query.ts'
import { printNotes } from './notes.ts'
import { printRows, type Column, type Format } from './output.ts'
import { bold, dim, plain, print, terminalWidth } from './terminal.ts'

export const percent = (share: number | null): string | null => (share === null ? null : `${(100 * share).toFixed(0)}%`)

const stepColumns: Column<SeriesPoint>[] = [
  { head: 'from', cell: (row) => row.from },
  { head: 'to', cell: (row) => row.to, in: 'file' },
  { head: 'stories', cell: (row) => row.stories, align: 'right' },
  { head: 'of', cell: (row) => row.allStories, align: 'right' },
  { head: 'attention', cell: (row) => percent(row.attention), exact: (row) => row.attention, align: 'right' },
  { head: 'sentiment', cell: (row) => row.sentiment?.toFixed(2), exact: (row) => row.sentiment, align: 'right' },
]
const groupColumns: Column<TimelinePoint>[] = [
  { head: 'group', cell: (row) => row.group },
  { head: 'label', cell: (row) => row.label },
  ...stepColumns,
]

/** Of one theme or instrument; grouped, a line each in a table and a row for every step elsewhere. */
export async function printTimeline(page: Page<TimelinePoint>, format: Format): Promise<void> {
  const { data, meta } = page
  await printNotes(meta)
  const grouped = data.some((point) => point.group !== null)
  if (format !== 'table') return printRows(data, grouped ? groupColumns : stepColumns, format, page)
  if (!grouped) {
    await printRows(data, stepColumns, 'table')
    return print(data.length > 1 ? `${dim('attention')} ${blocksOf(data, terminalWidth() - 10)}\n` : '')
  }
  const lines = [...new Set(data.map((point) => point.group ?? ''))].map((id): Line => {
    const points = data.filter((point) => point.group === id)
    const stories = points.reduce((sum, point) => sum + point.stories, 0)
    return { id, label: points[0]?.label ?? id, points, stories, attention: null, sentiment: null }
  })
  await printSpan(data)
  await printRows(lines, lineColumns(lines), 'table')
  if (meta.returned < meta.found) {
    const groups = Math.round((lines.length * meta.found) / meta.returned)
    process.stderr.write(dim(`${lines.length} of ${groups} groups; more with --groups\n`))
  }
}

/** Several side by side: a line each in a table, a row for every step of each in a file. */
export async function printSeries({ data: series, meta }: Page<Series>, format: Format): Promise<void> {
  await printNotes(meta)
  if (format === 'json' || format === 'jsonl') return printRows(series, [], format)
  if (format === 'table') {
    await printSpan(series[0]?.points ?? [])
    return printRows(series, lineColumns(series), 'table')
  }
  const rows = series.flatMap(({ kind, id, points }) => points.map((point) => ({ kind, id, ...point })))
  const columns: Column<(typeof rows)[number]>[] = [
    { head: 'kind', cell: (row) => row.kind },
    { head: 'id', cell: (row) => row.id },
    ...stepColumns,
  ]
  return printRows(rows, columns, format)
}

type Line = Pick<Series, 'id' | 'label' | 'stories' | 'attention' | 'sentiment' | 'points'>

const lineColumns = (lines: readonly Line[]): Column<Line>[] => {
  const label = Math.max(5, ...lines.map((line) => line.label.length))
  const room = Math.max(12, terminalWidth() - Math.min(label, 40) - 36)
  return [
    { head: 'label', cell: (row) => row.label },
    { head: 'stories', cell: (row) => row.stories, align: 'right' },
    { head: 'attention', cell: (row) => percent(row.attention) ?? '', align: 'right' },
    { head: 'sentiment', cell: (row) => row.sentiment?.toFixed(2) ?? '', align: 'right' },
    { head: 'course', cell: (row) => blocksOf(row.points, room) },
  ]
}

const printSpan = async (points: readonly SeriesPoint[]): Promise<void> => {
  const [first, last] = [points[0], points.at(-1)]
  if (first && last) await print(`${bold(plain(`${first.from} to ${last.to}`))}\n`)
}

/** Attention as blocks, each series by its own highest; a dot is a step without any story. Neighbours join where room is short. */
export function blocksOf(points: readonly SeriesPoint[], room: number): string {
  const joined = Math.ceil(points.length / Math.max(1, room))
  const shares = Array.from({ length: Math.ceil(points.length / joined) }, (_, at) => {
    const few = points.slice(at * joined, (at + 1) * joined)
    const all = few.reduce((sum, point) => sum + point.allStories, 0)
    return all === 0 ? null : few.reduce((sum, point) => sum + point.stories, 0) / all
  })
  return courseOf(shares)
}
