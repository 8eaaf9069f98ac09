/** `themewire articles`: what was added and how far it has got; with an id, one article with its findings. */
import { articleName } from '../../digest/article-name.ts'
import type { Command } from 'commander'
import type { ArticleRow, LikeRow } from '../../query.ts'
import { needsOne, queryOf, withFilters } from '../filters.ts'
import { printPages, printRows, withPages, type Column, type PageFlags } from '../output.ts'
import { withSession } from '../session.ts'
import { placeOf, publishedCell } from '../source.ts'
import { print } from '../terminal.ts'

export function declareArticles(program: Command): void {
  const command = program
    .command('articles')
    .description('articles; with an id, one with its findings')
    .argument('[id]', 'id of an article')
    .option('--like', 'with an id: articles of other stories about the same things, and what they share')
  withFilters(command, 'tickers', 'tickers-all', 'themes', 'themes-all', 'status', 'sources', 'language')
  withPages(withFilters(command, 'from', 'to', 'as-of', 'sort', 'days'))
  command.action(async (id: string | undefined, flags: PageFlags & { like?: true }) => {
    if (flags.like && id === undefined) throw needsOne('--like is about one article', 'themewire articles ID --like')
    return withSession(command, async ({ client }) => {
      if (id === undefined) return printPages((query) => client.articles(query), articleColumns, flags, client)
      if (flags.like) return printRows(await client.articlesLike(id, queryOf(flags)), likeColumns, flags.format)
      const article = await client.article(id, queryOf(flags))
      if (flags.format !== 'table') return printRows([article], articleColumns, flags.format, article)
      const { showAnalysis } = await import('../show-analysis.ts')
      return print(
        showAnalysis({ article: { ...article, wordCount: article.wordCount ?? 0 }, findings: article.findings }),
      )
    })
  })
}

export const articleColumns: Column<ArticleRow>[] = [
  { head: 'id', cell: (row) => row.id },
  { head: 'published', cell: publishedCell, exact: (row) => row.publishedAt },
  { head: 'status', cell: (row) => row.status },
  { head: 'site', cell: placeOf },
  { head: 'title', cell: (row) => articleName(row) },
  { head: 'reason', cell: (row) => row.reason?.message ?? '' },
]

const likeColumns: Column<LikeRow>[] = [
  { head: 'score', cell: (row) => row.score.toFixed(2), exact: (row) => row.score, align: 'right' },
  { head: 'id', cell: (row) => row.article.id },
  { head: 'published', cell: (row) => publishedCell(row.article), exact: (row) => row.article.publishedAt },
  { head: 'site', cell: (row) => placeOf(row.article) },
  { head: 'title', cell: (row) => row.article.title },
  { head: 'themes', cell: (row) => row.themes.map(({ theme }) => theme).join('; ') },
  { head: 'instruments', cell: (row) => row.instruments.map(({ symbol }) => symbol).join('; ') },
  { head: 'words', cell: (row) => row.terms.join('; ') },
]
