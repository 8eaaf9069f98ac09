/** The commands by which feeds come and go: one by one, from the page of a site, and as lists of other readers. */
import type { Command } from 'commander'
import type { Client, FeedSettings } from '../client/client.ts'
import { asThemewireError } from '../errors.ts'
import { withAnyStore, withSession } from './session.ts'
import { dim, plain, print } from './terminal.ts'
import { wholeNumber } from './whole-number.ts'

export const withRules = (command: Command): Command =>
  command
    .option('--keep <words...>', 'take only items with one of these in title or address; * stands for any characters')
    .option('--block <words...>', 'leave out items with one of these; title: or url: before it asks for one of them')

export function declareNewFeeds(feeds: Command): void {
  const add = withRules(
    feeds
      .command('add')
      .description('poll these feeds from now on')
      .argument('<urls...>', 'addresses of feeds, or of pages that name one')
      .option('--minutes <n>', 'minutes between two polls (default: 15)', (text: string) =>
        wholeNumber('--minutes', text, 1, 1440),
      ),
  )
  add.action(async (urls: string[], settings: FeedSettings) =>
    withAnyStore(add, async ({ client }) => {
      for (const url of urls) {
        const [feed, ...others] = await feedsAt(client, url)
        await print(`${(await client.addFeed(feed, settings)).id}  ${plain(feed)}\n`)
        for (const other of others) note(`this page also names ${plain(other)}`)
      }
    }),
  )
  const take = feeds
    .command('import')
    .description('poll the feeds of a list (OPML) from another reader')
    .argument('[file]', 'an OPML file, or - for standard input', '-')
  take.action(async (file: string) => {
    const { readBytes } = await import('./input.ts')
    const { decodeBytes } = await import('../extract/decode.ts')
    const { readOpml } = await import('../extract/opml.ts')
    const listed = readOpml(decodeBytes(await readBytes(file), 'text/xml'))
    await withAnyStore(take, async ({ client }) => {
      const known = new Set((await client.feeds()).map(({ url }) => url))
      let added = 0
      for (const { url } of listed) {
        try {
          const feed = await client.addFeed(url)
          if (!known.has(feed.url)) added++
          known.add(feed.url)
        } catch (error) {
          const { message, retryable } = asThemewireError(error)
          if (retryable) throw error
          note(`left out: ${plain(message)}`)
        }
      }
      await print(`${added} of ${listed.length} ${listed.length === 1 ? 'feed' : 'feeds'} added\n`)
    })
  })
  const give = feeds.command('export').description('the feeds as a list (OPML) for other readers')
  give.action(async () =>
    withSession(give, async ({ client }) => {
      const { writeOpml } = await import('../extract/opml.ts')
      await print(writeOpml(await client.feeds(), new Date().toISOString()))
    }),
  )
}

/** What the address leads to; where it cannot be asked now, the address itself, for its polls will tell. */
async function feedsAt(client: Client, url: string): Promise<[string, ...string[]]> {
  try {
    const [first, ...others] = (await client.discoverFeeds(url)).map((feed) => feed.url)
    return [first ?? url, ...others]
  } catch (error) {
    const { code, message } = asThemewireError(error)
    if (!['http-error', 'fetch-timeout', 'fetch-failed'].includes(code)) throw error
    note(`${plain(message)}; it is polled all the same`)
    return [url]
  }
}

const note = (text: string): void => void process.stderr.write(dim(`${text}\n`))
