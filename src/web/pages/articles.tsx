/** What was added, newest first, and how far it has got. */
import { articleName } from '../../digest/article-name.ts'
import { heads, Table } from '../../digest/html/table.tsx'
import type { FC } from 'hono/jsx'
import type { ArticleRow } from '../../query.ts'
import { FilterForm, latestFirst } from '../form.tsx'
import { datedFirst, publishedOf } from '../published.ts'
import { inAll, Layout, links, Notes, Onward } from '../layout.tsx'
import type { Page } from '../page.ts'

export const articlesPage: Page = {
  path: '/articles',
  async show(client, { query }) {
    const { data, meta } = await client.articles({ limit: 100, ...query })
    const { dated, undated } = datedFirst(data)
    return (
      <Layout title="Articles" at="/articles">
        <h1>Articles</h1>
        <FilterForm path="/articles" query={query} orders={latestFirst} />
        <p class="soft">{inAll(meta)}</p>
        <Notes meta={meta} />
        {(dated.length > 0 || undated.length === 0) && (
          <Rows label="Articles" rows={dated} quiet="Nothing was added yet: npx themewire add URL" />
        )}
        {undated.length > 0 && (
          <>
            <h2 id="undated">
              Undated <span class="soft">{undated.length} on this page</span>
            </h2>
            <p class="soft">
              They name no day of their own, so they stand in no digest and no chart.{' '}
              <a href="/definitions#undated">Why</a>
            </p>
            <Rows label="Undated articles" rows={undated} />
          </>
        )}
        <Onward path="/articles" query={query} next={meta.next} />
      </Layout>
    )
  },
}

const Rows: FC<{ label: string; rows: readonly ArticleRow[]; quiet?: string }> = ({ label, rows, quiet }) => (
  <Table
    label={label}
    narrow="stack"
    heads={heads('Title', 'Published', 'Site', 'Status')}
    rows={rows.map((row) => [
      <a href={links.article(row.id)}>{articleName(row)}</a>,
      publishedOf(row),
      row.siteName ?? '',
      row.reason ? `${row.status}: ${row.reason.message}` : row.status,
    ])}
    quiet={quiet}
  />
)
