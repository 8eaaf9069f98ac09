/** Stories: what several publishers print alike is told once, the first to publish leading. */
import type { FC } from 'hono/jsx'
import { articleName } from '../../digest/article-name.ts'
import { many } from '../../digest/words.ts'
import type { ArticleRow, StoryRow } from '../../query.ts'
import { FilterForm, latestFirst } from '../form.tsx'
import { inAll, Layout, links, Onward, shownOf } from '../layout.tsx'
import { datedFirst, publishedOf } from '../published.ts'
import type { Page } from '../page.ts'

export const storiesPage: Page = {
  path: '/stories',
  async show(client, { query }) {
    const { data, meta } = await client.stories({ limit: 50, ...query })
    const { dated, undated } = datedFirst(data)
    return (
      <Layout title="Stories" at="/stories">
        <h1>Stories</h1>
        <p class="soft">
          Articles that tell the same in nearly the same words are one story and count once; the first to publish leads.
          {meta.found > 0 && ` ${meta.next === null ? shownOf(meta) : inAll(meta)}.`}
        </p>
        <FilterForm path="/stories" query={query} orders={[...latestFirst, ['relevance', 'told most often first']]} />
        {data.length === 0 && <p class="quiet">No story is known here.</p>}
        <ul class="facts">
          {[...dated, ...undated].map((story) => (
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
  const link = <a href={links.article(article.id)}>{articleName(article)}</a>
  return (
    <span>
      {strong ? <strong>{link}</strong> : link}{' '}
      <span class="soft">{[article.siteName, publishedOf(article)].filter(Boolean).join(', ')}</span>
    </span>
  )
}
