/** What may come next on a command line: subcommands, flags, and the values of flags that have a closed list. */
import type { Command } from 'commander'

/** `words`: what stands before the word being written, without the program's own name. */
export function completionsFor(program: Command, words: readonly string[]): string[] {
  let command = program
  let open: string | undefined
  for (const word of words) {
    if (open !== undefined) open = undefined
    else if (word.startsWith('-')) open = optionOf(command, word)?.required ? word : undefined
    else command = command.commands.find((child) => child.name() === word || child.aliases().includes(word)) ?? command
  }
  if (open !== undefined) return [...(optionOf(command, open)?.argChoices ?? [])]
  return [
    ...command.commands.map((child) => child.name()).filter((name) => !name.startsWith('__')),
    ...new Set(optionsOf(command).flatMap((option) => option.long ?? [])),
    '--help',
  ]
}

const optionsOf = (command: Command): Command['options'] => [
  ...command.options,
  ...(command.parent === null ? [] : optionsOf(command.parent)),
]
const optionOf = (command: Command, word: string): Command['options'][number] | undefined =>
  optionsOf(command).find((option) => option.long === word || option.short === word)

/** What each shell is told, once, in its start file. */
export const completionScripts = {
  bash: `_themewire() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(themewire __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _themewire themewire
`,
  zsh: `#compdef themewire
_themewire() {
  local -a found
  found=("\${(@f)$(themewire __complete -- "\${(@)words[2,CURRENT-1]}" 2>/dev/null)}")
  compadd -a found
}
compdef _themewire themewire
`,
  fish: `complete -c themewire -a '(themewire __complete -- (commandline -opc)[2..-1] 2>/dev/null)'
`,
} as const
