/** A digest as HTML: a body that the site sets in its own frame, and a page that stands alone and can be mailed. */
import type { Child, FC } from 'hono/jsx'
import type { FindingRow } from '../query.ts'
import type { Digest, DigestFact, DigestInstrument, DigestTheme, Quoted } from './digest.ts'
import { style } from './style.ts'
import { attentionOf, factOf, percent, rolesOf, signed, sourceOf, toneOf } from './words.ts'

/** Where names lead; a mailed digest has no pages behind it and links to the articles only. */
export interface Links {
  readonly theme: (id: string) => string
  readonly instrument: (symbol: string) => string
  readonly article: (id: string) => string
}

/** One self-contained page: no script, no request to anywhere. */
export function renderHtml(digest: Digest): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Market themes, ${digest.date}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main class="page">
          <DigestBody digest={digest} />
        </main>
      </body>
    </html>
  )
  return `<!doctype html>\n${String(page)}\n`
}

export const DigestBody: FC<{ digest: Digest; links?: Links }> = ({ digest, links }) => (
  <>
    <h1>Market themes, {digest.date}</h1>
    <p class="lead">{digest.lead}</p>
    <p class="soft">
      {digest.counts.articles} articles, {digest.counts.stories} stories from {digest.sources.length} sources ·{' '}
      {digest.timezone} · {digest.counts.historyDays} earlier days to compare with
    </p>
    <Section id="themes" title="Themes" rows={digest.themes} quiet="No theme was found in this day’s stories.">
      {digest.themes.map((theme) => (
        <ThemeCard theme={theme} stories={digest.counts.stories} links={links} />
      ))}
    </Section>
    {digest.fading.length > 0 && (
      <p class="soft">
        Gone since the day before:{' '}
        {joined(
          digest.fading.map(({ theme, attentionBefore }) => (
            <>
              <Linked href={links?.theme(theme)}>{theme}</Linked> ({percent(attentionBefore)})
            </>
          )),
        )}
      </p>
    )}
    <Section id="rates" title="Rates" rows={digest.rates} quiet="No rate was stated.">
      <FactList facts={digest.rates} links={links} />
    </Section>
    <Section id="policy" title="Policy" rows={digest.policy} quiet="No policy event was reported.">
      <FactList facts={digest.policy} links={links} />
    </Section>
    <Section id="instruments" title="Instruments" rows={digest.instruments} quiet="No instrument was in the news.">
      <Instruments rows={digest.instruments} links={links} />
    </Section>
    <Section id="ahead" title="Ahead" rows={digest.calendar} quiet="No dated event ahead was reported.">
      <FactList facts={digest.calendar} links={links} />
    </Section>
    <LeftOut digest={digest} links={links} />
  </>
)

const Section: FC<{ id: string; title: string; rows: unknown[]; quiet: string; children?: Child }> = ({
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

const Linked: FC<{ href: string | undefined; children?: Child }> = ({ href, children }) =>
  href === undefined ? <>{children}</> : <a href={href}>{children}</a>

const joined = (parts: Child[]): Child[] => parts.flatMap((part, i) => (i === 0 ? [part] : [', ', part]))

export const Tone: FC<{ score: number; change?: number | null }> = ({ score, change }) => (
  <span class={`tone ${score >= 0.15 ? 'good' : score <= -0.15 ? 'bad' : ''}`}>
    {toneOf(score)} {signed(score)}
    {change == null ? '' : ` (${signed(change)})`}
  </span>
)

const ThemeCard: FC<{ theme: DigestTheme; stories: number; links: Links | undefined }> = ({
  theme,
  stories,
  links,
}) => (
  <article class="card">
    <div class="head">
      <h3>
        <Linked href={links?.theme(theme.theme)}>{theme.label}</Linked>
      </h3>
      <Tone score={theme.sentiment} change={theme.sentimentChange} />
      {theme.standing !== 'continuing' && <span class="tag">{theme.standing}</span>}
    </div>
    <svg
      class="attention"
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      role="img"
      aria-label={`attention ${percent(theme.attention)}`}
    >
      <rect class="all" width="100" height="1" />
      <rect class="part" width={Math.round(100 * theme.attention)} height="1" />
    </svg>
    <p class="soft">{attentionOf(theme, stories)}</p>
    {rolesOf(theme).map((role) => (
      <p>{role}</p>
    ))}
    {theme.quotes.map((quoted) => (
      <Quote quoted={quoted} links={links} />
    ))}
  </article>
)

export const Quote: FC<{ quoted: Quoted; links?: Links | undefined }> = ({ quoted, links }) => (
  <blockquote>
    <p>“{quoted.quote}”</p>
    <footer>
      <SourceLink source={quoted.source} links={links} />
    </footer>
  </blockquote>
)

/** The article's page where there is one, else the publisher's. */
export const SourceLink: FC<{ source: FindingRow['source']; links?: Links | undefined }> = ({ source, links }) => {
  const text = sourceOf({ source }) || 'source'
  const outside = source.url !== null && /^https?:\/\//i.test(source.url) ? source.url : undefined
  return (
    <>
      <Linked href={links?.article(source.articleId) ?? outside}>{source.title ?? text}</Linked>
      {source.title ? ` · ${text}` : ''}
      {links && outside && (
        <>
          {' · '}
          <a href={outside} rel="noopener noreferrer">
            original
          </a>
        </>
      )}
    </>
  )
}

const FactList: FC<{ facts: DigestFact[]; links: Links | undefined }> = ({ facts, links }) => (
  <ul class="facts">
    {facts.map(({ finding, stories }) => (
      <li>
        <div class="head">
          <strong>{factOf(finding)}</strong>
          {finding.kind === 'policy_event' && (
            <span class="tag">{[finding.value.status, finding.value.date?.from].filter(Boolean).join(' ')}</span>
          )}
          {stories > 1 && <span class="tag">{stories} stories</span>}
        </div>
        <Quote quoted={{ quote: finding.evidence[0]?.quote ?? '', source: finding.source }} links={links} />
      </li>
    ))}
  </ul>
)

const Instruments: FC<{ rows: DigestInstrument[]; links: Links | undefined }> = ({ rows, links }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Instruments">
    <table>
      <thead>
        <tr>
          <th scope="col">Symbol</th>
          <th scope="col">Name</th>
          <th scope="col" class="number">
            Stories
          </th>
          <th scope="col">Tone</th>
          <th scope="col">Moves</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <td>
              <Linked href={links?.instrument(row.symbol)}>{row.symbol}</Linked>
            </td>
            <td>{row.name}</td>
            <td class="number">{row.stories}</td>
            <td>
              <Tone score={row.sentiment} />
            </td>
            <td>{row.moves.map(({ finding }) => factOf(finding)).join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const LeftOut: FC<{ digest: Digest; links: Links | undefined }> = ({ digest: { leftOut }, links }) => (
  <section aria-labelledby="left-out">
    <h2 id="left-out">Left out</h2>
    <ul>
      {leftOut.duplicates.map((row) => (
        <li>
          <Linked href={links?.article(row.articleId)}>{row.title ?? row.articleId}</Linked>
          {row.siteName ? ` (${row.siteName})` : ''}: tells the same as another article, counted once
        </li>
      ))}
      {leftOut.articles.map((row) => (
        <li>
          <Linked href={links?.article(row.articleId)}>{row.title ?? row.url ?? row.articleId}</Linked>:{' '}
          {row.reason.message}
        </li>
      ))}
      {leftOut.undated > 0 && (
        <li>
          {leftOut.undated} undated {leftOut.undated === 1 ? 'article belongs' : 'articles belong'} to no day
        </li>
      )}
    </ul>
    {leftOut.duplicates.length + leftOut.articles.length + leftOut.undated === 0 && (
      <p class="quiet">Nothing was left out.</p>
    )}
  </section>
)
