/** `themewire search`: full-text search over what was read. */
import type { Command } from 'commander'
import type { SearchHit } from '../../query.ts'
import { withFilters } from '../filters.ts'
import { printPages, withPages, type Column, type PageFlags } from '../output.ts'
import { withSession } from '../session.ts'
import { plain } from '../terminal.ts'

export function declareSearch(program: Command): void {
  const command = program
    .command('search')
    .description('full-text search; "quoted phrases", or, -without (after --: search -- peso -krone)')
    .argument('<words...>', 'what to look for')
    .configureOutput({ outputError: (text, write) => write(text + dashHint(text, command.args)) })
  withPages(withFilters(command, 'from', 'to', 'as-of'))
  command.action(async (words: string[], flags: PageFlags) =>
    withSession(command, ({ client }) =>
      printPages((query) => client.search({ ...query, q: words.join(' ') }), columns, flags),
    ),
  )
}

/** A word to leave out is no option: it stands behind "--". */
const dashHint = (error: string, words: readonly string[]): string =>
  /^error: unknown option '-[^-]/.test(error)
    ? `  → to leave a word out, write: themewire search -- ${plain(words.join(' '))}\n`
    : ''

const columns: Column<SearchHit>[] = [
  { head: 'article', cell: (row) => row.article.id },
  { head: 'published', cell: (row) => row.article.publishedAt?.slice(0, 10) },
  { head: 'title', cell: (row) => row.article.title },
  { head: 'match', cell: (row) => row.highlight },
]
