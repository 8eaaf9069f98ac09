/** `themewire themes`: what the market is talking about; with an id, one theme with its roles and sentences. */
import type { Command } from 'commander'
import { percent, printTimeline } from '../course.ts'
import { groupBy, isSeries, needsOne, queryOf, withFilters } from '../filters.ts'
import { widestFirst } from '../../digest/parties.ts'
import type { ThemeDetail, ThemeSummary } from '../../query.ts'
import { printNotes } from '../notes.ts'
import { printPages, printRows, withPages, type Column, type PageFlags } from '../output.ts'
import { printRelated } from '../related.ts'
import { themeParts } from '../../types.ts'
import { withSession } from '../session.ts'
import { bold, count, dim, plain, print, score } from '../terminal.ts'
import { declareThemesCompare } from './themes-compare.ts'
import { declareThemesEmerging } from './themes-emerging.ts'
import { declareThemesTest } from './themes-test.ts'

export function declareThemes(program: Command): void {
  const command = program
    .command('themes')
    .description('themes by attention; with an id, one theme: roles, instruments, sentences')
    .argument('[theme]', 'a theme id, such as rotation')
    .option('--timeline', 'the theme as a time series')
    .option('--related', 'what shares its stories: themes and instruments, with counts, lift and mutual information')
    .addOption(groupBy('instrument', 'kind', 'source', 'sentiment'))
  withFilters(command, 'from', 'to', 'as-of', 'tickers', 'min-relevance', 'interval', 'timezone', 'groups')
  withPages(withFilters(command, 'min-stories', 'sort'))
  declareThemesCompare(command)
  declareThemesTest(command)
  declareThemesEmerging(command)
  command.action(
    async (theme: string | undefined, flags: PageFlags & { timeline?: true; related?: true; groupBy?: string }) => {
      const series = isSeries(flags)
      if ((series || flags.related) && theme === undefined)
        throw needsOne(
          '--timeline, --related, --group-by, --interval, --timezone and --groups are about one theme',
          'themewire themes rotation --timeline',
        )
      return withSession(command, async ({ client }) => {
        if (theme === undefined) return printPages((query) => client.themes(query), columns, flags, client)
        const query = queryOf(flags)
        if (series) return printTimeline(await client.timeline(theme, query), flags.format)
        if (flags.related) return printRelated(await client.relatedToTheme(theme, query), flags.format)
        const { notes, ...detail } = await client.theme(theme, query)
        await printNotes({ notes })
        if (flags.format !== 'table')
          return printRows(
            [detail],
            [{ head: 'theme', cell: (row) => row.theme }, ...columns.slice(1)],
            flags.format,
            detail,
          )
        return print(showTheme(detail))
      })
    },
  )
}

const columns: Column<ThemeSummary>[] = [
  { head: 'theme', cell: (row) => row.theme },
  { head: 'label', cell: (row) => row.label },
  { head: 'stories', cell: (row) => row.stories, align: 'right' },
  { head: 'attention', cell: (row) => percent(row.attention), exact: (row) => row.attention, align: 'right' },
  { head: 'sentiment', cell: (row) => row.sentiment.toFixed(2), exact: (row) => row.sentiment, align: 'right' },
]

function showTheme(theme: ThemeDetail): string {
  const parties = { ...theme, ...widestFirst(theme) }
  const roles = themeParts
    .filter((role) => parties[role].length > 0)
    .map((role) => `  ${role.padEnd(8)} ${parties[role].map((who) => `${who.name} (${who.stories})`).join(', ')}`)
  const sentences = theme.findings.map(
    (finding) =>
      `  “${finding.evidence[0]?.quote ?? ''}”\n    ${[finding.source.siteName, finding.source.publishedAt, finding.source.url].filter(Boolean).join(' · ')}`,
  )
  return [
    bold(plain(`${theme.label} [${theme.theme}]`)),
    ...(theme.about === null ? [] : [dim(plain(theme.about))]),
    `${count(theme.stories, 'story', 'stories')}, ${(100 * theme.attention).toFixed(0)}% of all; sentiment ${score(theme.sentiment)}`,
    ...roles.map(plainLine),
    ...(theme.instruments.length > 0
      ? [plainLine(`  with     ${theme.instruments.map((one) => `${one.name} (${one.stories})`).join(', ')}`)]
      : []),
    '',
    ...sentences.map((two) => two.split('\n').map(plainLine).join('\n')),
    '',
  ].join('\n')
}

const plainLine = (line: string): string => line.match(/^\s*/)![0] + plain(line.trimStart())
