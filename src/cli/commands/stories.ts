/** `themewire stories`: articles that tell the same, counted once. */
import type { Command } from 'commander'
import type { StoryRow } from '../../query.ts'
import { withFilters } from '../filters.ts'
import { printPages, withPages, type Column, type PageFlags } from '../output.ts'
import { placeOf, publishedCell } from '../source.ts'
import { withSession } from '../session.ts'

export function declareStories(program: Command): void {
  const command = program.command('stories').description('near-identical articles joined: who led, who followed')
  withPages(withFilters(command, 'from', 'to', 'as-of', 'sort'))
  command.action(async (flags: PageFlags) =>
    withSession(command, ({ client }) => printPages((query) => client.stories(query), columns, flags)),
  )
}

const columns: Column<StoryRow>[] = [
  { head: 'story', cell: (row) => row.id },
  {
    head: 'published',
    cell: (row) => publishedCell(row.articles.find((one) => one.id === row.id) ?? row),
    exact: (row) => row.publishedAt,
  },
  { head: 'articles', cell: (row) => row.articles.length, align: 'right' },
  { head: 'title', cell: (row) => row.title },
  { head: 'sites', cell: (row) => row.articles.map((article) => placeOf(article) ?? '?').join(', ') },
]
