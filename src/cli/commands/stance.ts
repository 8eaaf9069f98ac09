/** `themewire stance`: is a sentence of a central bank hawkish or dovish? */
import type { Command } from 'commander'
import { configOf } from '../options.ts'

export function declareStance(program: Command): void {
  program
    .command('stance')
    .description("the tone of a central bank's sentence; with --jsonl, of one a line; opens no database")
    .argument('[text]', 'the sentence, or a file that holds it; - or nothing reads standard input', '-')
    .option('--jsonl', 'read {"id", "text"} lines, write {"id", "label", "score"} lines')
    .action(async (text: string, flags: { jsonl?: boolean }, command: Command) => {
      if (flags.jsonl) return (await import('../lines.ts')).streamLines('stance', configOf(command).config)
      const { sentenceStance } = await import('../../annotate/stance/sentence-stance.ts')
      const { readText } = await import('../input.ts')
      const { print } = await import('../terminal.ts')
      const content = await readText(text)
      return print(`${JSON.stringify(sentenceStance(content))}\n`)
    })
}
