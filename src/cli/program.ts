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
  for (const declare of commands) declare(program)
  for (const command of allCommands(program))
    command.exitOverride().showHelpAfterError(`(try: ${pathOf(command)} --help)`)
  return program
}

const exitCodes = `
Exit codes: 0 done · 1 a fault of themewire · 2 wrong use · 3 broken models or pipeline · 4 not found
            5 a page or feed that cannot be read · 6 store, queue or server not reachable or taken`

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)])
}
