/** A digest as HTML: a body that the site sets in its own frame, and a page that stands alone and can be mailed. */
import type { Child, FC } from 'hono/jsx'
import type { Digest } from './digest.ts'
import { LeftOutList } from './html/left-out.tsx'
import { FactList, Instruments, joined, Linked, Quote, Section, type Links } from './html/parts.tsx'
import { ThemeCard } from './html/theme-card.tsx'
import { style } from './style.ts'
import { dayWords, emergingOf, historyWords, percent, quietEmerging, shortDate } from './words.ts'

export { Quote, SourceLink, Tone, type Links } from './html/parts.tsx'

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
  // Nothing in it is asynchronous, so it is text already.
  return `<!doctype html>\n${page as unknown as string}\n`
}

/** What is read in five minutes; the rest is folded away. */
const shownThemes = 8

const sections = [
  ['themes', 'Themes'],
  ['new-phrases', 'New phrases'],
  ['rates', 'Rates'],
  ['policy', 'Policy'],
  ['instruments', 'Instruments'],
  ['ahead', 'Ahead'],
  ['left-out', 'Left out'],
] as const

export const DigestBody: FC<{ digest: Digest; links?: Links }> = ({ digest, links }) => (
  <>
    <h1>Market themes, {dayWords(digest.date)}</h1>
    <p class="lead">{digest.lead}</p>
    <p class="soft">
      {digest.counts.articles} {digest.counts.articles === 1 ? 'article' : 'articles'}, {digest.counts.stories}{' '}
      {digest.counts.stories === 1 ? 'story' : 'stories'} from {digest.sources.length}{' '}
      {digest.sources.length === 1 ? 'source' : 'sources'}; the day in {digest.timezone}. {historyWords(digest)}
    </p>
    <nav class="contents" aria-label="In this digest">
      <ul>
        {sections.map(([id, title]) => (
          <li>
            <a href={`#${id}`}>
              {title} <span class="soft">{sizeOf(digest, id)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <Section id="themes" title="Themes" rows={digest.themes} quiet="No theme was found in this day’s stories.">
      {digest.themes.slice(0, shownThemes).map((theme) => (
        <ThemeCard theme={theme} digest={digest} links={links} />
      ))}
      {digest.themes.length > shownThemes && (
        <details>
          <summary>{digest.themes.length - shownThemes} more themes</summary>
          {digest.themes.slice(shownThemes).map((theme) => (
            <ThemeCard theme={theme} digest={digest} links={links} />
          ))}
        </details>
      )}
    </Section>
    <Fading digest={digest} links={links} />
    <Section id="new-phrases" title="New phrases" rows={digest.emerging} quiet={quietEmerging(digest)}>
      {digest.emerging.map((phrase) => (
        <article class="card">
          <div class="head">
            <h3>{phrase.phrase}</h3>
            <span class="soft">{emergingOf(phrase)}</span>
          </div>
          {phrase.quotes.map((quoted) => (
            <Quote quoted={quoted} links={links} />
          ))}
        </article>
      ))}
    </Section>
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
    <LeftOutList digest={digest} links={links} />
  </>
)

function sizeOf(
  { themes, emerging, rates, policy, instruments, calendar, leftOut }: Digest,
  id: (typeof sections)[number][0],
): number {
  switch (id) {
    case 'themes':
      return themes.length
    case 'new-phrases':
      return emerging.length
    case 'rates':
      return rates.length
    case 'policy':
      return policy.length
    case 'instruments':
      return instruments.length
    case 'ahead':
      return calendar.length
    case 'left-out':
      return leftOut.duplicates.length + leftOut.articles.length + leftOut.undated.count
  }
}

const Fading: FC<{ digest: Digest; links: Links | undefined }> = ({ digest: { fading, previousDay }, links }) =>
  fading.length === 0 || previousDay === null ? (
    <></>
  ) : (
    <p class="soft">
      Not told any more since {shortDate(previousDay)}:{' '}
      {joined(
        fading.map(({ theme, label, attentionBefore }): Child => (
          <>
            <Linked href={links?.theme(theme)}>{label}</Linked> ({percent(attentionBefore)} then)
          </>
        )),
      )}
    </p>
  )
