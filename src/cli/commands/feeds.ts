/** `themewire feeds`: add, list, remove, poll, preview. */
import type { Command } from 'commander'
import type { FeedRow } from '../../query.ts'
import { printRows, withFormat, type Column, type Format } from '../output.ts'
import { configOf } from '../options.ts'
import { withSession } from '../session.ts'
import { plain, print } from '../terminal.ts'

export function declareFeeds(program: Command): void {
  const feeds = program.command('feeds').description('feeds that are polled')
  const add = feeds
    .command('add')
    .description('poll these feeds from now on')
    .argument('<urls...>', 'addresses of feeds')
  add.action(async (urls: string[]) =>
    withSession(add, async ({ client }) => {
      for (const url of urls) await print(`${(await client.addFeed(url)).id}  ${url}\n`)
    }),
  )
  const list = withFormat(
    feeds.command('list').description('feeds, when they were polled, and what is wrong with them'),
  )
  list.action(async (flags: { format: Format }) =>
    withSession(list, async ({ client }) => printRows(await client.feeds(), columns, flags.format)),
  )
  const remove = feeds
    .command('remove')
    .description('no longer poll a feed; its articles stay')
    .argument('<id>', 'id or address of a feed')
  remove.action(async (id: string) =>
    withSession(remove, async ({ client }) => {
      const feed = await client.removeFeed(id)
      await print(`no longer polled: ${plain(feed.url)}\n`)
    }),
  )
  const poll = feeds
    .command('poll')
    .description('poll now: one feed, or all')
    .argument('[id]', 'id or address of a feed')
  poll.action(async (id: string | undefined) =>
    withSession(poll, async ({ client }) => {
      const ids = id === undefined ? (await client.feeds()).map((feed) => feed.id) : [id]
      for (const one of ids) await client.pollFeed(one)
      await print(`${ids.length} ${ids.length === 1 ? 'feed' : 'feeds'} queued to be polled\n`)
    }),
  )
  const preview = feeds
    .command('preview')
    .description('a feed as Themewire reads it; stores nothing')
    .argument('[source]', 'a URL, a file, or - for standard input', '-')
    .option('--json', 'print it as JSON')
    .option('--jsonl', 'read {"id", "base64"|"text", "url"?} lines, answer one a line')
  preview.action(async (source: string, flags: { json?: boolean; jsonl?: boolean }) => {
    const { config } = configOf(preview)
    if (flags.jsonl) return (await import('../lines.ts')).streamLines('feeds', config)
    const { readFeed } = await import('../../extract/feed.ts')
    const { fetchFor, isUrl, readBytes } = await import('../input.ts')
    const url = isUrl(source) ? source : undefined
    const bytes = url ? (await fetchFor(config, url)).body : await readBytes(source)
    const feed = await readFeed(bytes, url)
    if (flags.json) return print(`${JSON.stringify(feed, null, 2)}\n`)
    await print(`${feed.title ?? '(no title)'} · ${feed.items.length} items\n`)
    return printRows(feed.items, itemColumns, 'table')
  })
}

const itemColumns: Column<{ title: string | null; link: string | null; publishedAt: string | null }>[] = [
  { head: 'published', cell: (row) => row.publishedAt },
  { head: 'title', cell: (row) => row.title },
  { head: 'link', cell: (row) => row.link },
]

const columns: Column<FeedRow>[] = [
  { head: 'id', cell: (row) => row.id },
  { head: 'status', cell: (row) => row.status },
  { head: 'items', cell: (row) => row.items, align: 'right' },
  { head: 'polled', cell: (row) => row.polledAt },
  { head: 'title', cell: (row) => row.title },
  { head: 'url', cell: (row) => row.url },
  { head: 'reason', cell: (row) => row.reason?.message ?? '' },
]
