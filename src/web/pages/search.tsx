/** Full-text search over what was read. */
import type { FC } from 'hono/jsx'
import { Layout, links } from '../layout.tsx'
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
        {answer?.data.length === 0 && <p class="quiet">Nothing matches.</p>}
        <ul class="facts">
          {answer?.data.map((hit) => (
            <li>
              <a href={links.article(hit.article.id)}>{hit.article.title ?? hit.article.id}</a>{' '}
              <span class="soft">
                {[hit.article.siteName, hit.article.publishedAt?.slice(0, 10)].filter(Boolean).join(', ')}
              </span>
              <p>
                <Highlighted text={hit.highlight} />
              </p>
            </li>
          ))}
        </ul>
      </Layout>
    )
  },
}

/** Matched words stand between « and ». */
const Highlighted: FC<{ text: string }> = ({ text }) => (
  <>{text.split(/[«»]/).map((part, i) => (i % 2 === 1 ? <mark>{part}</mark> : part))}</>
)
