/** The digest of a day, and the days there are. */
import { DigestBody } from '../../digest/render-html.tsx'
import { scheduledDate } from '../../digest/window.ts'
import { Layout, links, Table } from '../layout.tsx'
import type { Page } from '../page.ts'

const show =
  (date: (request: { params: Readonly<Record<string, string>> }) => string): Page['show'] =>
  async (client, request) => {
    const { timezone } = request.query
    const digest = await client.digest(date(request), { timezone })
    const [before, after] = [-1, 1].map((step) =>
      digest.market ? scheduledDate(digest.date, step, digest.market) : '',
    )
    return (
      <Layout title={`Digest of ${digest.date}`} at="/">
        <nav class="days" aria-label="Days">
          <a href={`/digests/${before}`}>← {before}</a>
          <a href="/digests">all days</a>
          <a href={`/digests/${after}`}>{after} →</a>
        </nav>
        <DigestBody digest={digest} links={links} />
      </Layout>
    )
  }

export const latestDigestPage: Page = { path: '/', show: show(() => 'latest') }
export const digestPage: Page = { path: '/digests/:date', show: show(({ params }) => params['date'] ?? 'latest') }

export const digestsPage: Page = {
  path: '/digests',
  async show(client) {
    const digests = await client.digests()
    return (
      <Layout title="Digests" at="/">
        <h1>Digests</h1>
        <p class="soft">Made on schedule; any other day is made when it is asked for.</p>
        <Table
          label="Digests"
          heads={[{ text: 'Day' }, { text: 'Time zone' }, { text: 'Edition', number: true }, { text: 'Made' }]}
          rows={digests.map((row) => [
            <a href={`/digests/${row.date}`}>{row.date}</a>,
            row.timezone,
            row.edition,
            row.madeAt,
          ])}
          quiet="None was made yet."
        />
      </Layout>
    )
  },
}
