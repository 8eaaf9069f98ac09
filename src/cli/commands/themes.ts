/** `themewire themes`: what the market is talking about; with an id, one theme with its roles and sentences. */
import type { Command } from 'commander'
import { ThemewireError } from '../../errors.ts'
import { queryOf, withFilters } from '../filters.ts'
import type { ThemeDetail, ThemeSummary, TimelinePoint } from '../../query.ts'
import { printPage, printRows, withFormat, type Column, type Format } from '../output.ts'
import { withSession } from '../session.ts'
import { bold, count, dim, plain, print, score } from '../terminal.ts'
import { declareThemesEmerging } from './themes-emerging.ts'
import { declareThemesTest } from './themes-test.ts'

export function declareThemes(program: Command): void {
  const command = program
    .command('themes')
    .description('themes by attention; with an id, one theme: roles, instruments, sentences')
    .argument('[theme]', 'a theme id, such as rotation')
    .option('--timeline', 'the theme as a time series')
  withFormat(withFilters(command, 'from', 'to', 'as-of', 'tickers', 'min-relevance', 'interval', 'timezone', 'limit'))
  declareThemesTest(command)
  declareThemesEmerging(command)
  command.action(
    async (theme: string | undefined, flags: { format: Format; timeline?: boolean } & Record<string, unknown>) => {
      if (flags.timeline && theme === undefined)
        throw new ThemewireError('usage', '--timeline needs a theme', { hint: 'themewire themes rotation --timeline' })
      return withSession(command, async ({ client }) => {
        const query = queryOf(flags)
        if (theme === undefined) return printPage(await client.themes(query), columns, flags.format)
        if (flags.timeline) {
          const points = await client.timeline(theme, query)
          return printRows(points.data, timelineColumns, flags.format, points)
        }
        const detail = await client.theme(theme, query)
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

const percent = (share: number | null): string | null => (share === null ? null : `${(100 * share).toFixed(0)}%`)

const columns: Column<ThemeSummary>[] = [
  { head: 'theme', cell: (row) => row.theme },
  { head: 'label', cell: (row) => row.label },
  { head: 'stories', cell: (row) => row.stories, align: 'right' },
  { head: 'attention', cell: (row) => percent(row.attention), exact: (row) => row.attention, align: 'right' },
  { head: 'sentiment', cell: (row) => row.sentiment.toFixed(2), exact: (row) => row.sentiment, align: 'right' },
]

const timelineColumns: Column<TimelinePoint>[] = [
  { head: 'from', cell: (row) => row.from },
  { head: 'stories', cell: (row) => row.stories, align: 'right' },
  { head: 'of', cell: (row) => row.allStories, align: 'right' },
  { head: 'attention', cell: (row) => percent(row.attention), exact: (row) => row.attention, align: 'right' },
  { head: 'sentiment', cell: (row) => row.sentiment?.toFixed(2), exact: (row) => row.sentiment, align: 'right' },
]

function showTheme(theme: ThemeDetail): string {
  const roles = (['from', 'to', 'winners', 'losers'] as const)
    .filter((role) => theme[role].length > 0)
    .map(
      (role) =>
        `  ${role.padEnd(8)} ${theme[role].map((who) => `${who.symbol ?? who.name} (${who.stories})`).join(', ')}`,
    )
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
      ? [plainLine(`  with     ${theme.instruments.map((one) => `${one.symbol} (${one.stories})`).join(', ')}`)]
      : []),
    '',
    ...sentences.map((two) => two.split('\n').map(plainLine).join('\n')),
    '',
  ].join('\n')
}

const plainLine = (line: string): string => line.match(/^\s*/)![0] + plain(line.trimStart())
