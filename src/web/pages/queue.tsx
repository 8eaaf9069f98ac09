/** How much waits, and what failed and why. */
import { momentWords } from '../../digest/words.ts'
import { Layout, links, Table } from '../layout.tsx'
import type { Page } from '../page.ts'

export const queuePage: Page = {
  path: '/queue',
  async show(client) {
    const [state, failed, feeds] = await Promise.all([client.queue(), client.failed(), client.feeds()])
    return (
      <Layout title="Queue" at="/queue">
        <h1>Queue</h1>
        <Table
          label="Queues"
          heads={[
            { text: 'Queue' },
            ...['Waiting', 'Active', 'Delayed', 'Failed', 'Completed'].map((text) => ({ text, number: true })),
          ]}
          rows={state.map((row) => [row.queue, row.waiting, row.active, row.delayed, row.failed, row.completed])}
          quiet="No queue is open."
        />
        <h2 id="failed">Failed</h2>
        <Table
          label="Failed jobs"
          heads={[{ text: 'What' }, { text: 'Reason' }, { text: 'Tries', number: true }]}
          rows={failed.data.map((job) => [
            job.articleId ? <a href={links.article(job.articleId)}>{job.url ?? job.articleId}</a> : (job.url ?? job.id),
            `${job.code}: ${job.message}`,
            job.attempts,
          ])}
          quiet="Nothing failed."
        />
        {failed.data.length > 0 && (
          <p class="soft">
            <code>npx themewire queue retry</code> tries them again.
          </p>
        )}
        <h2 id="feeds">Feeds</h2>
        <Table
          label="Feeds"
          heads={[{ text: 'Feed' }, { text: 'Status' }, { text: 'Items', number: true }, { text: 'Polled' }]}
          rows={feeds.map((feed) => [
            feed.title ?? feed.url,
            feed.reason ? `${feed.status}: ${feed.reason.message}` : feed.status,
            feed.items,
            feed.polledAt === null ? 'not yet' : `${momentWords(feed.polledAt, 'UTC')} UTC`,
          ])}
          quiet="No feed is polled: npx themewire feeds add URL"
        />
      </Layout>
    )
  },
}
