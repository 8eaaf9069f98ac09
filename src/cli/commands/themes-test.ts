/** `themewire themes test FILE`: runs a theme file's own sentences, and shows where it would be found in the store. */
import type { Command } from 'commander'
import { ThemewireError } from '../../errors.ts'
import { configOf } from '../options.ts'
import { hasStore, withSession } from '../session.ts'
import { bold, count, dim, plain, print } from '../terminal.ts'

const latest = 200
const mostShown = 10

export function declareThemesTest(themes: Command): void {
  const command = themes
    .command('test')
    .description('try a theme file: its examples, and where it would be found in the latest articles')
    .argument('<file>', 'a theme file, such as my-theme.yml')
  command.action(async (file: string) => {
    const { tryTheme } = await import('../../theme-trial.ts')
    const { loadModels } = await import('../../models.ts')
    const { config, server } = configOf(command)
    const trial = tryTheme(file, loadModels(config.modelsFolder))
    await print(`${bold(plain(`${trial.label} [${trial.id}]`))}\n`)
    await print(`${trial.examples - trial.notFound.length} of ${count(trial.examples, 'example', 'examples')} found, `)
    await print(
      `${trial.counterExamples - trial.wronglyFound.length} of ${count(trial.counterExamples, 'counter-example', 'counter-examples')} left alone\n`,
    )
    for (const sentence of trial.notFound) await print(`  not found in: ${plain(sentence)}\n`)
    for (const sentence of trial.wronglyFound) await print(`  wrongly found in: ${plain(sentence)}\n`)
    if (server === undefined && !(await hasStore(config))) await print('no store yet, so no articles to look in\n')
    else
      await withSession(command, async ({ client }) => {
        const { data } = await client.articles({ status: ['analyzed'], sort: 'latest', limit: latest })
        let told = 0
        for (const { id, title } of data) {
          const { text } = await client.article(id)
          const sentence = trial.find(text ?? '', title)
          if (sentence === null) continue
          if (++told <= mostShown) await print(`  “${plain(sentence)}”\n    ${dim(plain(title ?? id))}\n`)
        }
        await print(`found in ${told} of the ${count(data.length, 'latest article', 'latest articles')}\n`)
      })
    const wrong = trial.notFound.length + trial.wronglyFound.length
    if (wrong > 0) {
      throw new ThemewireError(
        'bad-models',
        `${file} judges ${count(wrong, 'sentence', 'sentences')} of its own wrongly`,
        {
          hint: 'mend its terms, forbids or sentences',
        },
      )
    }
  })
}
