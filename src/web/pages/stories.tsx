/** Stories: what several publishers print alike is told once, the first to publish leading. */
import type { FC } from 'hono/jsx'
import { many } from '../../digest/words.ts'
import type { ArticleRow, StoryRow } from '../../query.ts'
import { Field, Select } from '../form.tsx'
import { inAll, Layout, links, Onward, shownOf } from '../layout.tsx'
import { publishedOf } from '../published.ts'
import type { Page } from '../page.ts'

export const storiesPage: Page = {
  path: '/stories',
  async show(client, { query }) {
    const { data, meta } = await client.stories({ limit: 50, ...query })
    return (
      <Layout title="Stories" at="/stories">
        <h1>Stories</h1>
        <p class="soft">
          Articles that tell the same in nearly the same words are one story and count once; the first to publish leads.
          {meta.found > 0 && ` ${meta.next === null ? shownOf(meta) : inAll(meta)}.`}
        </p>
        <form class="search" action="/stories">
          <Field label="Published from">
            <input type="date" name="time_from" value={query['time_from']?.slice(0, 10)} />
          </Field>
          <Field label="Before">
            <input type="date" name="time_to" value={query['time_to']?.slice(0, 10)} />
          </Field>
          <Select
            name="sort"
            label="Order"
            options={[
              ['latest', 'latest first'],
              ['earliest', 'earliest first'],
              ['relevance', 'told most often first'],
            ]}
            chosen={query['sort']}
          />
          <button>Show</button>
        </form>
        {data.length === 0 && <p class="quiet">No story is known here.</p>}
        <ul class="facts">
          {data.map((story) => (
            <Story story={story} />
          ))}
        </ul>
        <Onward path="/stories" query={query} next={meta.next} />
      </Layout>
    )
  },
}

const Story: FC<{ story: StoryRow }> = ({ story: { articles } }) => {
  const [lead, ...others] = articles
  return (
    <li>
      <div class="head">{lead && <Told article={lead} strong />}</div>
      {others.length > 0 && (
        <details>
          <summary>told also by {many(others.length, 'other article')}</summary>
          <ul>
            {others.map((article) => (
              <li>
                <Told article={article} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

const Told: FC<{ article: ArticleRow; strong?: boolean }> = ({ article, strong }) => {
  const link = <a href={links.article(article.id)}>{article.title ?? article.url ?? article.id}</a>
  return (
    <span>
      {strong ? <strong>{link}</strong> : link}{' '}
      <span class="soft">{[article.siteName, publishedOf(article)].filter(Boolean).join(', ')}</span>
    </span>
  )
}
