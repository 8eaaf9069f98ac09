/** What every number and term means, in plain words: that of the digest and the pages first, then what only answers of the API have. */
import type { FC } from 'hono/jsx'
import type { Definition } from '../../client/client.ts'
import { anchorOf, digestDefinitions } from '../../digest/definitions.ts'
import { Layout } from '../layout.tsx'
import type { Page } from '../page.ts'

export const definitionsPage: Page = {
  path: '/definitions',
  async show(client) {
    const all = await client.definitions()
    const onPages = new Set(digestDefinitions.map(({ term }) => term))
    const parts = [
      { id: 'on-pages', title: 'In the digest and on the pages', rows: all.filter(({ term }) => onPages.has(term)) },
      { id: 'in-answers', title: 'In findings and answers', rows: all.filter(({ term }) => !onPages.has(term)) },
    ]
    return (
      <Layout title="What the numbers mean" at="/definitions">
        <h1>What the numbers mean</h1>
        <p class="lead">
          Every figure is counted from sentences that articles contain. Follow a figure to its sentences, and a sentence
          to its article.
        </p>
        <nav class="contents" aria-label="Terms">
          <ul>
            {parts
              .flatMap(({ rows }) => rows)
              .map(({ term }) => (
                <li>
                  <a href={`#${anchorOf(term)}`}>{term.replace(/ \(.*/, '')}</a>
                </li>
              ))}
          </ul>
        </nav>
        {parts.map(({ id, title, rows }) => (
          <section aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <Terms rows={rows} />
          </section>
        ))}
      </Layout>
    )
  },
}

const Terms: FC<{ rows: readonly Definition[] }> = ({ rows }) => (
  <dl class="terms">
    {rows.map(({ term, meaning, source }) => (
      <div id={anchorOf(term)}>
        <dt>{term}</dt>
        <dd>
          {meaning}.{source !== null && <span class="soft"> Source: {source}.</span>}
        </dd>
      </div>
    ))}
  </dl>
)
