/** Full-text search over what was read. */
import { articleName } from '../../digest/article-name.ts'
import type { FC } from 'hono/jsx'
import { foundOf } from '../../query/found.ts'
import { publishedOf } from '../published.ts'
import { Layout, links, Notes, Onward } from '../layout.tsx'
import type { Page } from '../page.ts'

export const searchPage: Page = {
  path: '/search',
  async show(client, { query }) {
    const q = query['q']?.trim() ?? ''
    const answer = q === '' ? null : await client.search({ ...query, q })
    return (
      <Layout title="Search" at="/search">
        <h1>Search</h1>
        <form class="search" action="/search" role="search">
          <input
            type="search"
            name="q"
            value={q}
            aria-label="Words to look for"
            placeholder="regional banks, “rate cut”, -crypto"
          />
          <button>Search</button>
        </form>
        {answer && <p class="soft">{foundOf(answer.meta)} found</p>}
        {answer && <Notes meta={answer.meta} />}
        {answer?.data.length === 0 && <p class="quiet">Nothing matches.</p>}
        <ul class="facts">
          {answer?.data.map((hit) => (
            <li>
              <a href={links.article(hit.article.id)}>{articleName(hit.article)}</a>{' '}
              <span class="soft">{[hit.article.siteName, publishedOf(hit.article)].filter(Boolean).join(', ')}</span>
              <p>
                <Highlighted text={hit.highlight} />
              </p>
            </li>
          ))}
        </ul>
        <Onward path="/search" query={query} next={answer?.meta.next ?? null} />
      </Layout>
    )
  },
}

/** Matched words stand between « and ». */
const Highlighted: FC<{ text: string }> = ({ text }) => (
  <>{text.split(/[«»]/).map((part, i) => (i % 2 === 1 ? <mark class="hit">{part}</mark> : part))}</>
)
