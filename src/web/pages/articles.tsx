/** What was added, newest first, and how far it has got. */
import { heads, Table } from '../../digest/html/table.tsx'
import { publishedOf } from '../published.ts'
import { inAll, Layout, links, Onward } from '../layout.tsx'
import type { Page } from '../page.ts'

export const articlesPage: Page = {
  path: '/articles',
  async show(client, { query }) {
    const { data, meta } = await client.articles({ limit: 100, ...query })
    return (
      <Layout title="Articles" at="/articles">
        <h1>Articles</h1>
        <p class="soft">{inAll(meta)}</p>
        <Table
          label="Articles"
          narrow="stack"
          heads={heads('Title', 'Published', 'Site', 'Status')}
          rows={data.map((row) => [
            <a href={links.article(row.id)}>{row.title ?? row.url ?? row.id}</a>,
            publishedOf(row),
            row.siteName ?? '',
            row.reason ? `${row.status}: ${row.reason.message}` : row.status,
          ])}
          quiet="Nothing was added yet: npx themewire add URL"
        />
        <Onward path="/articles" query={query} next={meta.next} />
      </Layout>
    )
  },
}
