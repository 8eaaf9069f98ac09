/** `themewire reanalyze`: applies the themes and models of today to articles that were read before. */
import { join } from 'node:path'
import type { Command } from 'commander'
import { ThemewireError } from '../../errors.ts'
import { configOf } from '../options.ts'
import { withSession } from '../session.ts'
import { noSuch } from '../../text/nearest.ts'
import { count, print } from '../terminal.ts'

/** Before anything was known. */
const beginning = '1900-01-01T00:00:00Z'

export function declareReanalyze(program: Command): void {
  const command = program
    .command('reanalyze')
    .description('analyse stored articles again; when they were first known stays')
    .option('--since <time>', 'articles known then or later (ISO 8601); without it all of them')
    .option('--themes <ids>', 'the themes it is for, parted by commas; each must be among the models')
  command.action(async ({ since, themes }: { since?: string; themes?: string }) => {
    if (themes !== undefined) {
      const { loadModels } = await import('../../models.ts')
      const { modelsFolder } = configOf(command).config
      const known = loadModels(modelsFolder).themes.themes.map(({ id }) => id)
      const asked = themes.split(',').map((id) => id.trim())
      const unknown = asked.find((id) => !known.includes(id))
      if (unknown !== undefined) {
        throw new ThemewireError('usage', noSuch(`theme "${unknown}"`, unknown, known), {
          hint: `put its file into ${join(modelsFolder, 'themes')}; \`themewire themes test FILE\` tries it`,
        })
      }
    }
    await withSession(command, async ({ client }) => {
      const { articles } = await client.reanalyze({ since: since ?? beginning })
      const which = since === undefined ? 'all stored articles: ' : ''
      await print(`${which}${count(articles, 'article waits', 'articles wait')} to be analysed again\n`)
    })
  })
}
