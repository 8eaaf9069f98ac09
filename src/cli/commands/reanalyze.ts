/** `themewire reanalyze`: applies the themes and models of today to articles that were read before. */
import type { Command } from 'commander'
import { withSession } from '../session.ts'
import { count, print } from '../terminal.ts'

/** Before anything was known. */
const beginning = '1900-01-01T00:00:00Z'

export function declareReanalyze(program: Command): void {
  const command = program
    .command('reanalyze')
    .description('analyse stored articles again; when they were first known stays')
    .option('--since <time>', 'articles known then or later (ISO 8601); without it all of them')
    .option(
      '--themes <ids>',
      'the themes it is for, parted by commas; each must be among the models of the server that takes them',
    )
  command.action(async ({ since, themes }: { since?: string; themes?: string }) => {
    await withSession(command, async ({ client }) => {
      const { articles } = await client.reanalyze({
        since: since ?? beginning,
        ...(themes === undefined ? {} : { themes: themes.split(',').map((id) => id.trim()) }),
      })
      const which = since === undefined ? 'all stored articles: ' : ''
      await print(`${which}${count(articles, 'article waits', 'articles wait')} to be analysed again\n`)
    })
  })
}
