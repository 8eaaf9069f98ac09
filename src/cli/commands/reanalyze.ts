/** `themewire reanalyze`: applies the themes and models of today to articles that were read before. */
import type { Command } from 'commander'
import { ThemewireError } from '../../errors.ts'
import { configOf } from '../options.ts'
import { withSession } from '../session.ts'
import { count, print } from '../terminal.ts'

export function declareReanalyze(program: Command): void {
  const command = program
    .command('reanalyze')
    .description('analyse stored articles again; when they were first known stays')
    .requiredOption('--since <time>', 'articles known then or later (ISO 8601)')
    .option('--themes <ids>', 'the themes it is for, parted by commas; each must be among the models')
  command.action(async ({ since, themes }: { since: string; themes?: string }) => {
    if (themes !== undefined) {
      const { loadModels } = await import('../../models.ts')
      const known = new Set(loadModels(configOf(command).config.modelsFolder).themes.themes.map(({ id }) => id))
      const unknown = themes.split(',').find((id) => !known.has(id.trim()))
      if (unknown !== undefined) {
        throw new ThemewireError('usage', `there is no theme "${unknown.trim()}"`, {
          hint: 'put its file into models/themes/; `themewire themes test FILE` tries it',
        })
      }
    }
    await withSession(command, async ({ client }) => {
      const { articles } = await client.reanalyze({ since })
      await print(`${count(articles, 'article waits', 'articles wait')} to be analysed again\n`)
    })
  })
}
