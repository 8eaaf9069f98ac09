/** `themewire search`: full-text search over what was read. */
import type { Command } from 'commander'
import type { SearchHit } from '../../query.ts'
import { queryOf, withFilters } from '../filters.ts'
import { printPage, withFormat, type Column, type Format } from '../output.ts'
import { withSession } from '../session.ts'

export function declareSearch(program: Command): void {
  const command = program
    .command('search')
    .description('full-text search; "quoted phrases", or, -without')
    .argument('<words...>', 'what to look for')
  withFormat(withFilters(command, 'from', 'to', 'as-of', 'limit', 'cursor'))
  command.action(async (words: string[], flags: { format: Format } & Record<string, unknown>) =>
    withSession(command, async ({ client }) =>
      printPage(await client.search({ ...queryOf(flags), q: words.join(' ') }), columns, flags.format),
    ),
  )
}

const columns: Column<SearchHit>[] = [
  { head: 'article', cell: (row) => row.article.id },
  { head: 'published', cell: (row) => row.article.publishedAt?.slice(0, 10) },
  { head: 'title', cell: (row) => row.article.title },
  { head: 'match', cell: (row) => row.highlight },
]
