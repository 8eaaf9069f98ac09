/** What shares stories with a theme or instrument, printed: themes, then instruments. */
import type { Related } from '../query.ts'
import { percent } from './course.ts'
import { printNotes } from './notes.ts'
import { printRows, type Column, type Format } from './output.ts'
import { bold, count, dim, plain, print } from './terminal.ts'

type Row = Related['themes'][number] & { readonly kind: 'theme' | 'instrument' }

const columns: Column<Row>[] = [
  { head: 'kind', cell: (row) => row.kind, in: 'file' },
  { head: 'id', cell: (row) => row.id },
  { head: 'label', cell: (row) => row.label },
  { head: 'together', cell: (row) => row.together, align: 'right' },
  { head: 'share', cell: (row) => percent(row.share), exact: (row) => row.share, align: 'right' },
  { head: 'stories', cell: (row) => row.stories, align: 'right' },
  { head: 'lift', cell: (row) => row.lift.toFixed(2), exact: (row) => row.lift, align: 'right' },
  { head: 'pmi', cell: (row) => row.pmi.toFixed(2), exact: (row) => row.pmi, align: 'right' },
]

export async function printRelated(
  { notes, ...related }: Related & { readonly notes?: readonly string[] },
  format: Format,
): Promise<void> {
  await printNotes({ notes })
  const themes = related.themes.map((row): Row => ({ kind: 'theme', ...row }))
  const instruments = related.instruments.map((row): Row => ({ kind: 'instrument', ...row }))
  if (format !== 'table') return printRows([...themes, ...instruments], columns, format, related)
  const { label, id, stories, allStories, from, to, found } = related
  await print(
    `${bold(plain(`${label} [${id}]`))}\n${count(stories, 'story', 'stories')} of ${allStories}${from && to ? dim(`, ${from} to ${to}`) : ''}\n`,
  )
  for (const [what, rows] of [
    ['themes', themes],
    ['instruments', instruments],
  ] as const) {
    await print(`\n${bold(what)}\n`)
    await printRows(rows, columns, 'table')
    if (rows.length < found[what]) process.stderr.write(dim(`${rows.length} of ${found[what]}; more with --limit\n`))
  }
}
