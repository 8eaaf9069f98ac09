/** The pieces a digest and the pages are made of: links, tones, quotes, facts, the table of instruments. */
import type { Child, FC } from 'hono/jsx'
import type { FindingRow } from '../../query.ts'
import type { DigestFact, DigestInstrument, Quoted } from '../digest.ts'
import { factOf, signed, sourceOf, standingOf, toneOf } from '../words.ts'

/** Where names lead; a mailed digest has no pages behind it and links to the articles only. */
export interface Links {
  readonly theme: (id: string) => string
  readonly instrument: (symbol: string) => string
  readonly article: (id: string) => string
}

export const Section: FC<{ id: string; title: string; rows: unknown[]; quiet: string; children?: Child }> = ({
  id,
  title,
  rows,
  quiet,
  children,
}) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {rows.length === 0 ? <p class="quiet">{quiet}</p> : children}
  </section>
)

export const Linked: FC<{ href: string | undefined; children?: Child }> = ({ href, children }) =>
  href === undefined ? <>{children}</> : <a href={href}>{children}</a>

export const joined = (parts: Child[]): Child[] => parts.flatMap((part, i) => (i === 0 ? [part] : [', ', part]))

/** A score in words and as a number: the colour only repeats what they say. */
export const Tone: FC<{ score: number; change?: number | null }> = ({ score, change }) => (
  <span class={`tone ${score >= 0.15 ? 'good' : score <= -0.15 ? 'bad' : ''}`.trim()}>
    {toneOf(score)} {signed(score)}
    {change == null ? '' : ` (${signed(change)})`}
  </span>
)

export const Quote: FC<{ quoted: Quoted; links?: Links | undefined }> = ({ quoted, links }) => (
  <blockquote>
    <p>{quoted.quote}</p>
    <footer>
      <SourceLink source={quoted.source} links={links} />
    </footer>
  </blockquote>
)

/** Only web addresses are ever linked to. */
export const webAddress = (url: string | null): string | undefined =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined

/** The article's page where there is one, and the publisher's. */
export const SourceLink: FC<{ source: FindingRow['source']; links?: Links | undefined }> = ({ source, links }) => {
  const where = sourceOf({ source })
  const outside = webAddress(source.url)
  return (
    <>
      <Linked href={links?.article(source.articleId) ?? outside}>{source.title ?? 'untitled'}</Linked>
      {where && ` · ${where}`}
      {links && outside && (
        <>
          {' · '}
          <a href={outside} rel="noopener noreferrer" aria-label={`original of ${source.title ?? 'the article'}`}>
            original
          </a>
        </>
      )}
    </>
  )
}

export const FactList: FC<{ facts: DigestFact[]; links: Links | undefined }> = ({ facts, links }) => (
  <ul class="facts">
    {facts.map(({ finding, stories, quote }) => (
      <li>
        <div class="head">
          <strong>{factOf(finding)}</strong>
          {standingOf(finding) && <span class="tag">{standingOf(finding)}</span>}
          {stories > 1 && <span class="tag">{stories} stories</span>}
        </div>
        <Quote quoted={{ quote, source: finding.source }} links={links} />
      </li>
    ))}
  </ul>
)

export const Instruments: FC<{ rows: DigestInstrument[]; links: Links | undefined }> = ({ rows, links }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Instruments of the day">
    <table>
      <thead>
        <tr>
          <th scope="col">Instrument</th>
          <th scope="col" class="number">
            Stories
          </th>
          <th scope="col">Tone</th>
          <th scope="col">Moves</th>
          <th scope="col">Said</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <Linked href={links?.instrument(row.symbol)}>{row.name}</Linked> <span class="soft">{row.symbol}</span>
            </th>
            <td class="number">{row.stories}</td>
            <td>
              <Tone score={row.sentiment} />
            </td>
            <td class="moves">
              {row.moves.map(({ finding }) => (
                <span>{factOf(finding)}</span>
              ))}
            </td>
            <td class="said">
              <details>
                <summary aria-label={`A sentence about ${row.name}`}>sentence</summary>
                <Quote quoted={row.quote} links={links} />
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
