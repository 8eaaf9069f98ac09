/** Feeds: how their polls go, why one fails and what to do; add, poll, pause, resume, remove; well-known ones to begin with. */
import type { FC } from 'hono/jsx'
import type { Client } from '../../client/client.ts'
import { momentWords } from '../../digest/date-words.ts'
import { many } from '../../digest/words.ts'
import { asThemewireError, ThemewireError } from '../../errors.ts'
import type { FeedRow } from '../../query.ts'
import type { StarterFeed } from '../../starter-feeds.ts'
import { adviceOn } from '../advice.ts'
import { AddressForm, Do, Said } from '../form.tsx'
import { Layout } from '../layout.tsx'
import type { Action, Page } from '../page.ts'

const path = '/feeds'
const words = {
  added: 'Added. It is polled now, and then by its clock.',
  known: 'That feed is here already.',
  polled: 'It is polled now; reload this page in a moment for the outcome.',
  paused: 'Paused: it is left alone until it is resumed.',
  resumed: 'Resumed: it is polled by its clock again.',
  removed: 'Removed. Articles that came from it stay.',
}

export const feedsPage: Page = {
  path,
  async show(client, { query, mayWrite }) {
    const [feeds, starters] = await Promise.all([client.feeds(), client.starterFeeds()])
    return (
      <Layout title="Feeds" at={path}>
        <h1>Feeds</h1>
        <Said words={words} said={query['said']} />
        {mayWrite && (
          <AddressForm
            to={path}
            label="Address of a feed, or of a page that names one"
            example="https://example.com/markets"
          />
        )}
        <h2 id="polled">Polled</h2>
        {feeds.length === 0 ? (
          <p class="quiet">No feed is polled yet. Add one by its address, or choose from those below.</p>
        ) : (
          <ul class="facts">
            {feeds.map((feed) => (
              <Feed feed={feed} mayWrite={mayWrite} />
            ))}
          </ul>
        )}
        <Starters starters={starters} known={new Set(feeds.map(({ url }) => url))} mayWrite={mayWrite} />
      </Layout>
    )
  },
}

const nameOf = ({ title, url }: Pick<FeedRow, 'title' | 'url'>): string => title?.trim() || url

const states = { new: 'not polled yet', ok: 'works', failing: 'fails', paused: 'paused' } as const

const Feed: FC<{ feed: FeedRow; mayWrite: boolean }> = ({ feed, mayWrite }) => {
  const moment = (instant: string): string => `${momentWords(instant, 'UTC')} UTC`
  return (
    <li id={`feed-${feed.id}`}>
      <div class="head">
        <strong>{nameOf(feed)}</strong>
        <span class={feed.status === 'new' ? 'tag' : `tag ${feed.status}`}>{states[feed.status]}</span>
        {feed.title && <span class="soft">{feed.url}</span>}
      </div>
      {feed.reason && (
        <p class="trouble">
          {feed.reason.message}
          {feed.failures > 1 && `, ${feed.failures} times in a row`}.{' '}
          <span class="soft">{adviceOn(feed.reason.code)}</span>
        </p>
      )}
      <p class="soft">
        {[
          `${many(feed.items, 'article')} so far`,
          feed.polledAt === null ? '' : `last polled ${moment(feed.polledAt)}`,
          feed.nextPollAt === null ? '' : `next ${moment(feed.nextPollAt)}`,
          `every ${many(feed.minutes, 'minute')}`,
          feed.keep.length > 0 ? `takes only: ${feed.keep.join(', ')}` : '',
          feed.block.length > 0 ? `leaves out: ${feed.block.join(', ')}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {mayWrite && (
        <div class="head">
          <Change feed={feed} what="poll" label="Poll now" />
          {feed.status === 'paused' ? (
            <Change feed={feed} what="resume" label="Resume" />
          ) : (
            <Change feed={feed} what="pause" label="Pause" />
          )}
          <details>
            <summary aria-label={`Remove: ${nameOf(feed)}`}>Remove</summary>
            <p>It is polled no more; articles that came from it stay.</p>
            <Change feed={feed} what="remove" label="Remove it" />
          </details>
        </div>
      )}
    </li>
  )
}

const Change: FC<{ feed: FeedRow; what: string; label: string }> = ({ feed, what, label }) => (
  <Do to={`${path}/${encodeURIComponent(feed.id)}/${what}`} label={label} about={nameOf(feed)} />
)

const Starters: FC<{ starters: StarterFeed[]; known: ReadonlySet<string>; mayWrite: boolean }> = ({
  starters,
  known,
  mayWrite,
}) => {
  const groups = [...new Set(starters.map(({ group }) => group))].map((group) => (
    <fieldset>
      <legend>{group}</legend>
      {starters
        .filter((feed) => feed.group === group)
        .map(({ name, about, url }) => (
          <label class="choice">
            {known.has(url) ? (
              <span class="tag ok">added</span>
            ) : (
              mayWrite && <input type="checkbox" name="url" value={url} />
            )}
            <span>
              {name} <span class="soft">{about}</span>
            </span>
          </label>
        ))}
    </fieldset>
  ))
  return (
    <>
      <h2 id="starters">To begin with</h2>
      <p class="soft">Well-known public feeds. None is polled until you add it; mind what their publishers allow.</p>
      {mayWrite ? (
        <form method="post" action={`${path}/starters`}>
          {groups}
          <button>Add those chosen</button>
        </form>
      ) : (
        groups
      )}
    </>
  )
}

/** One feed is added at once; where a page names several, a person chooses. */
export const addFeed: Action = {
  path,
  async act(client, { form }) {
    const [url = ''] = form['url'] ?? []
    const found = await feedsAt(client, url)
    if (found.length === 1) {
      const known = (await client.feeds()).some((feed) => feed.url === found[0]!.url)
      const feed = await client.addFeed(found[0]!.url)
      return { to: known ? `${path}?said=known#feed-${feed.id}` : `${path}?said=added#feed-${feed.id}` }
    }
    return { shown: <Choice url={url} found={found} /> }
  },
}

/** Where the address cannot be asked now, the address itself: its polls will tell. */
async function feedsAt(client: Client, url: string): Promise<{ url: string; title: string }[]> {
  try {
    const found = await client.discoverFeeds(url)
    return found.length > 0 ? found : [{ url, title: url }]
  } catch (error) {
    const known = asThemewireError(error)
    if (!['http-error', 'fetch-timeout', 'fetch-failed'].includes(known.code)) throw known
    return [{ url, title: url }]
  }
}

const Choice: FC<{ url: string; found: { url: string; title: string }[] }> = ({ url, found }) => (
  <Layout title="Which feed?" at={path}>
    <h1>Which feed?</h1>
    <p class="lead">{url} names several.</p>
    <form method="post" action={`${path}/starters`}>
      <fieldset>
        <legend>Feeds</legend>
        {found.map((feed) => (
          <label class="choice">
            <input type="checkbox" name="url" value={feed.url} />
            <span>
              {feed.title} <span class="soft">{feed.url}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <button>Add those chosen</button>
    </form>
  </Layout>
)

export const addStarterFeeds: Action = {
  path: `${path}/starters`,
  async act(client, { form }) {
    const urls = form['url'] ?? []
    if (urls.length === 0) throw new ThemewireError('bad-request', 'No feed was chosen.', { hint: 'Tick one or more.' })
    for (const url of urls) await client.addFeed(url)
    return { to: `${path}?said=added` }
  },
}

const changes: Readonly<Record<string, (client: Client, id: string) => Promise<keyof typeof words>>> = {
  poll: async (client, id) => (await client.pollFeed(id), 'polled'),
  pause: async (client, id) => (await client.changeFeed(id, { paused: true }), 'paused'),
  resume: async (client, id) => (await client.changeFeed(id, { paused: false }), 'resumed'),
  remove: async (client, id) => (await client.removeFeed(id), 'removed'),
}

export const changeFeed: Action = {
  path: `${path}/:id/:what{poll|pause|resume|remove}`,
  async act(client, { params: { id = '', what = '' } }) {
    const said = await changes[what]!(client, id)
    return { to: `${path}?said=${said}${said === 'removed' ? '' : `#feed-${encodeURIComponent(id)}`}` }
  },
}
