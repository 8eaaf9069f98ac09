/** `themewire feeds`: add, import, export, list, starters, pause, resume, rules, remove, poll, preview. */
import type { Command } from 'commander'
import type { FeedSettings } from '../../client/client.ts'
import { ThemewireError } from '../../errors.ts'
import type { FeedRow } from '../../query.ts'
import type { StarterFeed } from '../../starter-feeds.ts'
import { declareNewFeeds, withRules } from '../new-feeds.ts'
import { printRows, withFormat, type Column, type Format } from '../output.ts'
import { configOf } from '../options.ts'
import { withAnyStore, withSession } from '../session.ts'
import { plain, print } from '../terminal.ts'

export function declareFeeds(program: Command): void {
  const feeds = program.command('feeds').description('feeds that are polled')
  declareNewFeeds(feeds)
  const list = withFormat(
    feeds.command('list', { isDefault: true }).description('feeds, when they were polled, and what is wrong with them'),
  )
  list.action(async (flags: { format: Format }) =>
    withSession(list, async ({ client }) => printRows(await client.feeds(), columns, flags.format)),
  )
  const starters = withFormat(
    feeds.command('starters').description('well-known public feeds to begin with; none is polled until it is added'),
  )
  starters.action(async (flags: { format: Format }) =>
    withAnyStore(starters, async ({ client }) => printRows(await client.starterFeeds(), starterColumns, flags.format)),
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
  for (const [name, paused, says] of [
    ['pause', true, 'no longer polled until it is resumed'],
    ['resume', false, 'polled again'],
  ] as const) {
    const command = feeds
      .command(name)
      .description(paused ? 'leave a feed alone for a while' : 'poll a paused feed again')
      .argument('<id>', 'id or address of a feed')
    command.action(async (id: string) =>
      withSession(command, async ({ client }) => {
        await print(`${says}: ${plain((await client.changeFeed(id, { paused })).url)}\n`)
      }),
    )
  }
  const rules = withRules(
    feeds
      .command('rules')
      .description('which items of a feed are taken; new rules replace old ones')
      .argument('<id>', 'id or address of a feed'),
  ).option('--clear', 'take every item')
  rules.action(async (id: string, { clear, ...settings }: FeedSettings & { clear?: boolean }) =>
    withSession(rules, async ({ client }) => {
      const changes = clear ? { keep: [], block: [], ...settings } : settings
      const feed =
        Object.keys(changes).length > 0
          ? await client.changeFeed(id, changes)
          : (await client.feeds()).find((one) => one.id === id || one.url === id)
      if (!feed) throw new ThemewireError('not-found', `there is no feed "${id}"`, { hint: '`themewire feeds list`' })
      await print(`${plain(feed.url)}\n${showRules(feed)}\n`)
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
    await print(`${feed.title ?? 'Untitled'} · ${feed.items.length} items\n`)
    return printRows(feed.items, itemColumns, 'table')
  })
}

const itemColumns: Column<{ title: string | null; link: string | null; publishedAt: string | null }>[] = [
  { head: 'published', cell: (row) => row.publishedAt },
  { head: 'title', cell: (row) => row.title },
  { head: 'link', cell: (row) => row.link },
]

const starterColumns: Column<StarterFeed>[] = [
  { head: 'group', cell: (row) => row.group },
  { head: 'name', cell: (row) => row.name },
  { head: 'about', cell: (row) => row.about },
  { head: 'url', cell: (row) => row.url },
]

const showRules = ({ keep, block }: Pick<FeedRow, 'keep' | 'block'>): string =>
  [...keep.map((rule) => `keep ${plain(rule)}`), ...block.map((rule) => `block ${plain(rule)}`)].join(' · ') ||
  'every item is taken'

const columns: Column<FeedRow>[] = [
  { head: 'id', cell: (row) => row.id },
  { head: 'status', cell: (row) => row.status },
  { head: 'items', cell: (row) => row.items, align: 'right' },
  { head: 'polled', cell: (row) => row.polledAt },
  { head: 'next', cell: (row) => row.nextPollAt },
  { head: 'title', cell: (row) => row.title },
  { head: 'url', cell: (row) => row.url },
  { head: 'rules', cell: (row) => (row.keep.length + row.block.length > 0 ? showRules(row) : '') },
  {
    head: 'reason',
    cell: (row) =>
      row.reason ? `${row.reason.message}${row.failures > 1 ? ` (${row.failures} times in a row)` : ''}` : '',
  },
]
