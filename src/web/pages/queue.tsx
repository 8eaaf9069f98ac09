/** What waits, what is under way, what failed and why; add an address, try again. The counts follow the work where script runs. */
import type { FC } from 'hono/jsx'
import { articleName } from '../../digest/article-name.ts'
import { momentWords } from '../../digest/date-words.ts'
import { many } from '../../digest/words.ts'
import { heads, Table } from '../../digest/html/table.tsx'
import { ThemewireError } from '../../errors.ts'
import type { ArticleRow, FailedJob } from '../../query.ts'
import { adviceOn } from '../advice.ts'
import { AddressForm, Do, Said } from '../form.tsx'
import { Layout, links } from '../layout.tsx'
import { liveHref } from '../live-script.ts'
import type { Action, Page } from '../page.ts'

const path = '/queue'
const words = {
  queued: 'Queued: it is fetched, read and analysed as soon as its turn comes.',
  retried: 'It waits for its turn again.',
  'retried-all': 'All wait for their turn again.',
}
const queueNames: Readonly<Record<string, string>> = {
  fetch: 'Fetching pages',
  analyze: 'Reading and analysing',
  'poll-feed': 'Polling feeds',
  digest: 'Making digests',
  retain: 'Clearing old articles',
  alert: 'Looking for alerts',
  deliver: 'Telling webhooks',
}
const counts = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const
const shown = 20

export const queuePage: Page = {
  path,
  live: true,
  async show(client, { query, mayWrite }) {
    const [state, failed, underWay] = await Promise.all([
      client.queue(),
      client.failed(),
      client.articles({ status: ['queued', 'fetched'], limit: shown, sort: 'earliest' }),
    ])
    return (
      <Layout title="Queue" at={path} script={liveHref}>
        <h1>Queue</h1>
        <Said words={words} said={query['said']} />
        {mayWrite && <AddressForm to={path} label="Address of an article" example="https://example.com/story.html" />}
        <h2 id="work">Work</h2>
        <Table
          label="Queues"
          narrow="dense"
          heads={heads('Queue', '#Waiting', '#Active', '#Delayed', '#Failed', '#Completed')}
          rows={state.map((row) => [
            queueNames[row.queue] ?? row.queue,
            ...counts.map((count) => (
              <span data-queue={row.queue} data-count={count}>
                {row[count]}
              </span>
            )),
          ])}
          quiet="No queue is open."
        />
        <p class="soft" data-live>
          As of now; reload the page for later numbers.
        </p>
        <p class="soft" data-done role="status"></p>
        <h2 id="under-way">Under way</h2>
        <UnderWay articles={underWay.data} found={underWay.meta.found} />
        <h2 id="failed">Failed</h2>
        {failed.data.length === 0 ? (
          <p class="quiet">Nothing failed.</p>
        ) : (
          <>
            {mayWrite && failed.data.length > 1 && <Do to={`${path}/retry`} label="Try all again" />}
            <ul class="facts">
              {failed.data.map((job) => (
                <Failed job={job} mayWrite={mayWrite} />
              ))}
            </ul>
            {failed.meta.found > failed.data.length && (
              <p class="soft">and {failed.meta.found - failed.data.length} more</p>
            )}
          </>
        )}
      </Layout>
    )
  },
}

const UnderWay: FC<{ articles: ArticleRow[]; found: number }> = ({ articles, found }) =>
  articles.length === 0 ? (
    <p class="quiet">Nothing waits.</p>
  ) : (
    <>
      <ul class="facts">
        {articles.map((row) => (
          <li>
            <a href={links.article(row.id)}>{articleName(row)}</a>{' '}
            <span class="soft">{row.status === 'queued' ? 'waits to be fetched' : 'fetched, waits to be read'}</span>
          </li>
        ))}
      </ul>
      {found > articles.length && <p class="soft">and {many(found - articles.length, 'more article')}</p>}
    </>
  )

const Failed: FC<{ job: FailedJob; mayWrite: boolean }> = ({ job, mayWrite }) => {
  const name = job.url ?? job.articleId ?? job.id
  return (
    <li>
      <div class="head">
        <strong>{job.articleId === null ? name : <a href={links.article(job.articleId)}>{name}</a>}</strong>
        <span class="tag">{queueNames[job.queue] ?? job.queue}</span>
        <span class="soft">
          {job.attempts === 1 ? 'tried once' : `tried ${job.attempts} times`}
          {job.failedAt && `, last ${momentWords(job.failedAt, 'UTC')} UTC`}
        </span>
      </div>
      <p class="trouble">
        {job.message}. <span class="soft">{adviceOn(job.code)}</span>
      </p>
      {mayWrite && <Do to={`${path}/retry`} label="Try again" about={name} fields={{ id: job.id }} />}
    </li>
  )
}

export const addArticle: Action = {
  path,
  async act(client, { form }) {
    const [added] = await client.add({ urls: [form['url']?.[0] ?? ''] })
    if (added?.outcome === 'known' && added.id) return { to: links.article(added.id) }
    if (added?.error) throw new ThemewireError('bad-url', added.error.message, { hint: adviceOn(added.error.code) })
    return { to: `${path}?said=queued` }
  },
}

export const retryFailed: Action = {
  path: `${path}/retry`,
  async act(client, { form }) {
    const [id] = form['id'] ?? []
    await client.retry(id === undefined ? {} : { id })
    return { to: `${path}?said=${id === undefined ? 'retried-all' : 'retried'}` }
  },
}
