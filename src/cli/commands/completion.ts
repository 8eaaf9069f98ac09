/** `themewire completion SHELL`: what a shell needs to complete commands and flags. */
import { Argument, type Command } from 'commander'
import { completionScripts, completionsFor } from '../complete.ts'
import { print } from '../terminal.ts'

export function declareCompletion(program: Command): void {
  const shells = Object.keys(completionScripts) as (keyof typeof completionScripts)[]
  program
    .command('completion')
    .description('print the completions for a shell: `source <(themewire completion bash)`')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .action((shell: keyof typeof completionScripts) => print(completionScripts[shell]))
  // Asked by those scripts with each press of the Tab key.
  program
    .command('__complete', { hidden: true })
    .argument('[words...]')
    .action((words: string[]) => print(completionsFor(program, words).join('\n') + '\n'))
}
