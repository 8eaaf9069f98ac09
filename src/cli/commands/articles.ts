/** `themewire articles`: what was added and how far it has got; with an id, one article with its findings. */
import type { Command } from 'commander'
import type { ArticleRow } from '../../query.ts'
import { queryOf, withFilters } from '../filters.ts'
import { printPages, printRows, withPages, type Column, type PageFlags } from '../output.ts'
import { withSession } from '../session.ts'
import { placeOf, publishedCell } from '../source.ts'
import { print } from '../terminal.ts'

export function declareArticles(program: Command): void {
  const command = program
    .command('articles')
    .description('articles; with an id, one with its findings')
    .argument('[id]', 'id of an article')
  withFilters(command, 'tickers', 'tickers-all', 'themes', 'themes-all', 'status', 'sources', 'language')
  withPages(withFilters(command, 'from', 'to', 'as-of', 'sort'))
  command.action(async (id: string | undefined, flags: PageFlags) =>
    withSession(command, async ({ client }) => {
      if (id === undefined) return printPages((query) => client.articles(query), articleColumns, flags)
      const article = await client.article(id, queryOf(flags))
      if (flags.format !== 'table') return printRows([article], articleColumns, flags.format, article)
      const { showAnalysis } = await import('../show-analysis.ts')
      return print(
        showAnalysis({ article: { ...article, wordCount: article.wordCount ?? 0 }, findings: article.findings }),
      )
    }),
  )
}

export const articleColumns: Column<ArticleRow>[] = [
  { head: 'id', cell: (row) => row.id },
  { head: 'published', cell: publishedCell, exact: (row) => row.publishedAt },
  { head: 'status', cell: (row) => row.status },
  { head: 'site', cell: placeOf },
  { head: 'title', cell: (row) => row.title ?? row.url },
  { head: 'reason', cell: (row) => row.reason?.message ?? '' },
]
