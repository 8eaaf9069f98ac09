/** `themewire analyze`: facts from a file, a URL or standard input, without any database. */
import type { Command } from 'commander'
import { ThemewireError } from '../../errors.ts'
import { configOf } from '../options.ts'

export function declareAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('find the facts in an article; opens no database')
    .argument('[source]', 'a file, a URL, or - for standard input', '-')
    .option('--json', 'print the whole analysis as JSON')
    .option('--jsonl', 'read {"id", "html"|"text", …} lines on standard input, write one analysis a line')
    .option('--title <title>', 'the headline, where the text has none')
    .option('--published <time>', 'when it was published (ISO 8601), where the page does not say')
    .action(
      async (
        source: string,
        flags: { json?: boolean; jsonl?: boolean; title?: string; published?: string },
        command: Command,
      ) => {
        const { config } = configOf(command)
        if (flags.jsonl && source !== '-')
          throw new ThemewireError('usage', '--jsonl reads its lines from standard input, not from a file', {
            hint: `themewire analyze --jsonl < ${source}`,
          })
        if (flags.jsonl) return (await import('../lines.ts')).streamLines('analyze', config)
        const { analyze, loadEngine } = await import('../../analyze.ts')
        const { listingsFileIn } = await import('../../listings-file.ts')
        const { readInput } = await import('../input.ts')
        const { print } = await import('../terminal.ts')
        const input = await readInput(source, config)
        const { pipelineFile, modelsFolder, folder } = config
        const engine = loadEngine({ pipelineFile, modelsFolder, listingsFile: listingsFileIn(folder) })
        const analysis = analyze(
          {
            ...input,
            ...(flags.title === undefined ? {} : { title: flags.title }),
            ...(flags.published === undefined ? {} : { publishedAt: flags.published }),
          },
          engine,
        )
        if (flags.json) return print(`${JSON.stringify(analysis, null, 2)}\n`)
        return print((await import('../show-analysis.ts')).showAnalysis(analysis))
      },
    )
}
