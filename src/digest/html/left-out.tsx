/** What a digest does not count, each with its reason. */
import type { FC } from 'hono/jsx'
import type { Digest } from '../digest.ts'
import { joined, Linked, type Links } from './parts.tsx'

const nameOf = (row: { title: string | null; url: string | null; articleId: string }): string =>
  row.title ?? row.url ?? row.articleId

export const LeftOutList: FC<{ digest: Digest; links: Links | undefined }> = ({ digest: { leftOut }, links }) => (
  <section aria-labelledby="left-out">
    <h2 id="left-out">Left out</h2>
    <ul>
      {leftOut.duplicates.map((row) => (
        <li>
          <Linked href={links?.article(row.articleId)}>{nameOf(row)}</Linked>
          {row.siteName ? ` (${row.siteName})` : ''}:{' '}
          {row.sameAs === 'story' ? 'tells the same as' : 'is the same article as'}{' '}
          <Linked href={links?.article(row.of.articleId)}>{row.of.title ?? row.of.articleId}</Linked>, counted once
        </li>
      ))}
      {leftOut.articles.map((row) => (
        <li>
          <Linked href={links?.article(row.articleId)}>{nameOf(row)}</Linked>: {row.reason.message}
        </li>
      ))}
      {leftOut.undated.count > 0 && (
        <li>
          Without a date, so counted on no day:{' '}
          {joined(
            leftOut.undated.articles.map((row) => <Linked href={links?.article(row.articleId)}>{nameOf(row)}</Linked>),
          )}
          {leftOut.undated.count > leftOut.undated.articles.length &&
            ` and ${leftOut.undated.count - leftOut.undated.articles.length} more`}
        </li>
      )}
    </ul>
    {leftOut.duplicates.length + leftOut.articles.length + leftOut.undated.count === 0 && (
      <p class="quiet">Nothing was left out.</p>
    )}
  </section>
)
