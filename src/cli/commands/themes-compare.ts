/** `themewire themes compare A B`: themes, and instruments, over the same steps. */
import type { Command } from 'commander'
import { printSeries } from '../course.ts'
import { queryOf, withFilters } from '../filters.ts'
import { withFormat, type Format } from '../output.ts'
import { withSession } from '../session.ts'

export function declareThemesCompare(themes: Command): void {
  const compare = themes
    .command('compare')
    .description('themes side by side over the same steps; with --tickers, instruments too')
    .argument('<themes...>', 'theme ids, such as rotation ai-capex')
  withFormat(withFilters(compare, 'tickers', 'from', 'to', 'as-of', 'interval', 'timezone', 'min-relevance'))
  compare.action(async (ids: string[], flags: { format: Format } & Record<string, unknown>) =>
    withSession(compare, async ({ client }) =>
      printSeries(await client.compare({ ...queryOf(flags), themes: ids }), flags.format),
    ),
  )
}
