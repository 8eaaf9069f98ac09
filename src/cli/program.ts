/** The whole command line as an object: what `main` runs, the README's help shows and completions will read. */
import { Command, Option } from 'commander'
import { commands } from './commands.ts'
import { version } from '../version.ts'

export function makeProgram(): Command {
  const program = new Command('themewire')
    .description('Reads market news and keeps what it says as typed facts with evidence.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help; `themewire help COMMAND` for one command')
    .option('--data <folder>', 'folder of the embedded database (default: $THEMEWIRE_DATA or ./themewire-data)')
    .option('--server <url>', 'talk to a running themewire instead of opening a store')
    .option('--pipeline <file>', 'pipeline file (default: the one that comes with the package)')
    .addOption(new Option('--log <level>', 'log level').choices(['silent', 'error', 'warn', 'info', 'debug']))
    .showSuggestionAfterError()
    .showHelpAfterError('(try: themewire --help)')
    .exitOverride()
    .addHelpText('after', exitCodes)
    .helpCommand(false)
  for (const declare of commands) declare(program)
  declareHelp(program)
  // A flag belongs to the command that it stands behind, though the one above knows one of that name; those of the program
  // stand anywhere.
  program.enablePositionalOptions()
  const everywhere = program.options.filter((option) => option.long !== '--version')
  for (const command of allCommands(program)) {
    command
      .enablePositionalOptions()
      .exitOverride()
      .showHelpAfterError(`(try: ${pathOf(command)} --help)`)
    for (const { flags, description, argChoices } of everywhere) {
      const option = new Option(flags, description).hideHelp()
      command.addOption(argChoices ? option.choices(argChoices) : option)
    }
  }
  return program
}

const exitCodes = `
Exit codes: 0 done · 1 a fault of themewire · 2 wrong use · 3 broken models or pipeline · 4 not found
            5 a page or feed that cannot be read · 6 store, queue or server not reachable or taken`

/** commander's own help command knows commands of the first floor alone. */
function declareHelp(program: Command): void {
  program
    .command('help')
    .description('print the help of a command')
    .argument('[command...]', 'such as tokens add')
    .action((words: string[]) => {
      let command: Command = program
      for (const word of words) {
        const next = command.commands.find((child) => child.name() === word)
        if (!next) return command.error(`error: unknown command '${[...words].join(' ')}'`)
        command = next
      }
      command.help()
    })
}

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)])
}
