/** `themewire models`: which models and listings analyses use, and the listings brought up to date. */
import { Option, type Command } from 'commander'
import { configOf } from '../options.ts'

/** The SEC's list, named here too so that help does not load what fetching needs. */
const publicList = 'https://www.sec.gov/files/company_tickers_exchange.json'

export function declareModels(program: Command): void {
  const models = program.command('models').description('what analyses know: show it, or bring the listings up to date')

  const show = models
    .command('show', { isDefault: true })
    .description('the version of the models, and which listings are in use since when')
    .option('--json', 'print it as JSON')
  show.action(async ({ json }: { json?: boolean }) => {
    const { showModels } = await import('../show-models.ts')
    await showModels(configOf(show).config, json === true)
  })

  const update = models
    .command('update')
    .description("refresh the listings of US exchanges from the SEC's public list, into the data folder")
    .addOption(new Option('--from <url>', 'a copy of company_tickers_exchange.json').default(publicList, publicList))
    .option('--json', 'print what changed as JSON')
    .addHelpText(
      'after',
      `
The list is merged over the listings that come with the package and used by every later run with this data folder; a running
\`themewire up\` or \`themewire worker\` reads it when it next starts. The version of the models changes with it. A list that is cut
off or absurd is refused, and what was there stays. The SEC asks for a name and an e-mail address: THEMEWIRE_USER_AGENT.`,
    )
  update.action(async ({ from, json }: { from: string; json?: boolean }) => {
    const { updateListings } = await import('../update-listings.ts')
    const { print, plain } = await import('../terminal.ts')
    const { config } = configOf(update)
    const done = await updateListings(config, from, () => new Date().toISOString())
    if (json) return print(`${JSON.stringify(done, null, 2)}\n`)
    if (!done.changed) return print(`nothing new: ${done.listings} listings stay in use\n`)
    const { added, renamed } = done
    await print(
      `${done.listings} listings in ${plain(done.file)}, ${added.length} more than came with the package, ${renamed.length} under another symbol\n`,
    )
  })
}
