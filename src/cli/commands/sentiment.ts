/** `themewire sentiment`: tone of a text, or towards marked targets in it. */
import type { Command } from 'commander'
import { configOf } from '../options.ts'

export function declareSentiment(program: Command): void {
  program
    .command('sentiment')
    .description('tone of a text, or towards targets in it; opens no database')
    .argument('[text]', 'the text, or a file that holds it; - or nothing reads standard input', '-')
    .option('--jsonl', 'read {"id", "text", "targets": [{"start", "end"}]} lines, write {"id", "targets"} lines')
    .action(async (text: string, flags: { jsonl?: boolean }, command: Command) => {
      const { config } = configOf(command)
      const { targetSentiment } = await import('../../annotate/sentiment/target-sentiment.ts')
      const { loadModels } = await import('../../models.ts')
      // Read before any line is: without its weights the command fails as a whole.
      const model = loadModels(config.modelsFolder).sentiment
      if (flags.jsonl) return (await import('../lines.ts')).streamLines('sentiment', config)
      const { readText } = await import('../input.ts')
      const { print } = await import('../terminal.ts')
      const content = await readText(text)
      return print(`${JSON.stringify(targetSentiment(content, undefined, model)[0])}\n`)
    })
}
