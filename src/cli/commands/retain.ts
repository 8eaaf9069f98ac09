/** `themewire retain`: keeps articles for a number of days and removes what is older. */
import type { Command } from 'commander'
import { withSession } from '../session.ts'
import { print } from '../terminal.ts'
import { wholeNumber } from '../whole-number.ts'

export function declareRetain(program: Command): void {
  const retain = program
    .command('retain')
    .description('remove text, pages and findings of older articles')
    .requiredOption('--days <n>', 'how many days are kept, by publication', (text: string) =>
      wholeNumber('--days', text, 1, 36_500),
    )
    .option('--dry-run', 'only count what would go')
  retain.action(async ({ days, dryRun = false }: { days: number; dryRun?: boolean }) =>
    withSession(retain, async ({ client }) => {
      const { articles } = await client.removeArticles({ olderThanDays: days, dryRun })
      const what = `${articles} ${articles === 1 ? 'article' : 'articles'} older than ${days} ${days === 1 ? 'day' : 'days'}`
      await print(`${what} ${dryRun ? 'would be removed' : 'removed'}\n`)
    }),
  )
}
