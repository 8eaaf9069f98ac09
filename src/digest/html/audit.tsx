/** What a digest rests on and leaves out: sources, articles that do not count with their reasons, and what its numbers mean. */
import type { Child, FC } from 'hono/jsx'
import { anchorOf, digestDefinitions } from '../definitions.ts'
import type { Digest } from '../digest.ts'
import { articleName } from '../article-name.ts'
import { many } from '../words.ts'
import { joined, Linked, type Links } from './parts.tsx'

const shownSources = 12

export const Audit: FC<{ digest: Digest; links: Links | undefined }> = ({ digest: { leftOut, sources }, links }) => {
  const { duplicates, dropped, undated } = leftOut
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">Left out</h2>
      {sources.length > 0 && (
        <p class="soft">
          Read from{' '}
          {sources
            .slice(0, shownSources)
            .map(({ name, articles }) => `${name} (${articles})`)
            .join(', ')}
          {sources.length > shownSources && ` and ${many(sources.length - shownSources, 'other')}`}.
        </p>
      )}
      {duplicates.count + dropped.count + undated.count === 0 && <p class="quiet">Nothing was left out.</p>}
      <Listed title="Joined with another, counted once" list={duplicates}>
        {duplicates.articles.map((row) => (
          <li>
            <Linked href={links?.article(row.articleId)}>{articleName(row)}</Linked>
            {row.siteName ? ` (${row.siteName})` : ''}:{' '}
            {row.sameAs === 'story' ? 'tells the same as' : 'is the same article as'}{' '}
            <Linked href={links?.article(row.of.articleId)}>{articleName({ ...row.of, url: null })}</Linked>
          </li>
        ))}
      </Listed>
      <Listed title="Dropped" list={dropped}>
        {dropped.articles.map((row) => (
          <li>
            <Linked href={links?.article(row.articleId)}>{articleName(row)}</Linked>: {row.reason.message}
          </li>
        ))}
      </Listed>
      <Listed title="Undated, so counted on no day" list={undated}>
        {undated.count > 0 && (
          <li>
            {joined(
              undated.articles.map((row) => <Linked href={links?.article(row.articleId)}>{articleName(row)}</Linked>),
            )}
          </li>
        )}
      </Listed>
    </section>
  )
}

const Listed: FC<{ title: string; list: { count: number; articles: unknown[] }; children?: Child }> = ({
  title,
  list: { count, articles },
  children,
}) =>
  count === 0 ? (
    <></>
  ) : (
    <>
      <h3>
        {title} <span class="soft">{count}</span>
      </h3>
      <ul>
        {children}
        {count > articles.length && <li class="soft">and {count - articles.length} more</li>}
      </ul>
    </>
  )

export const Definitions: FC = () => (
  <section aria-labelledby="means">
    <h2 id="means">What the numbers mean</h2>
    <dl class="means">
      {digestDefinitions.map(({ term, meaning, source }) => (
        <>
          <dt id={`means-${anchorOf(term)}`}>{term}</dt>
          <dd>
            {meaning}
            {source !== null && ` (${source})`}
          </dd>
        </>
      ))}
    </dl>
  </section>
)
