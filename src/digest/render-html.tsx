/** A digest as HTML: a body that the site sets in its own frame, and a page that stands alone and can be mailed. */
import type { FC } from 'hono/jsx'
import type { Digest } from './digest.ts'
import { Audit, Definitions } from './html/audit.tsx'
import { Calendar, FactList, Instruments, Linked, Quote, Rates, Section, type Links } from './html/parts.tsx'
import { ThemeCard } from './html/theme-card.tsx'
import { ThemeRows, Turns } from './html/theme-rows.tsx'
import { style } from './style.ts'
import { wholeThemes } from './themes.ts'
import {
  changesWords,
  changeWords,
  emergingOf,
  historyWords,
  phraseParts,
  quiet,
  quietEmerging,
  readWords,
  titleOf,
  windowWords,
} from './digest-words.ts'
import { many } from './words.ts'

export { Quote, SourceLink, Tone, type Links } from './html/parts.tsx'

/** One self-contained page: no script, no request to anywhere. */
export function renderHtml(digest: Digest): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titleOf(digest)}</title>
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
const shownInstruments = 10
const shownThemes = 12

/** The facts without a frame, for a feed. */
export const renderFragment = (digest: Digest): string => `${(<DigestBody digest={digest} />) as unknown as string}`

export const DigestBody: FC<{ digest: Digest; links?: Links }> = ({ digest, links }) => {
  const { themes, emerging, rates, policy, instruments, movers, calendar, disagreements, counts } = digest
  return (
    <>
      <h1>{titleOf(digest)}</h1>
      <p class="lead">{digest.lead}</p>
      <p class="soft">
        {windowWords(digest)} {readWords(digest)} {historyWords(digest)} <Means />
      </p>
      <Changes digest={digest} />
      <Contents digest={digest} />
      <Section id="themes" title="Themes" rows={themes} found={counts.themes} quiet={quiet.themes}>
        {themes.slice(0, wholeThemes).map((theme) => (
          <ThemeCard theme={theme} digest={digest} links={links} />
        ))}
        {themes.length > wholeThemes && (
          <ThemeRows themes={themes.slice(wholeThemes, shownThemes)} digest={digest} links={links} />
        )}
        {themes.length > shownThemes && (
          <details>
            <summary>{themes.length - shownThemes} more themes</summary>
            <ThemeRows themes={themes.slice(shownThemes)} digest={digest} links={links} />
          </details>
        )}
      </Section>
      <Section id="turns" title="New, returning, fading" rows={digest.previous ? [digest] : []} quiet={quiet.turns}>
        <Turns digest={digest} links={links} />
      </Section>
      <Section id="phrases" title="Phrases" rows={emerging} quiet={quietEmerging(digest)}>
        {phraseParts(digest).map(({ title, phrases }) => (
          <>
            <h3>{title}</h3>
            {phrases.map((phrase) => (
              <article class="card">
                <div class="head">
                  <h4>{phrase.label}</h4>
                  <span class="soft">{emergingOf(phrase)}</span>
                </div>
                {phrase.quotes.map((quoted) => (
                  <Quote quoted={quoted} links={links} />
                ))}
              </article>
            ))}
          </>
        ))}
      </Section>
      <Section id="rates" title="Rates" rows={rates} found={counts.rates} quiet={quiet.rates}>
        <Rates facts={rates} links={links} />
      </Section>
      <Section id="policy" title="Policy" rows={policy} found={counts.policy} quiet={quiet.policy}>
        <FactList facts={policy} links={links} />
      </Section>
      <Section
        id="instruments"
        title="Instruments"
        rows={instruments}
        found={counts.instruments}
        quiet={quiet.instruments}
      >
        <h3>Whose tone turned</h3>
        {movers.length === 0 ? (
          <p class="quiet">{quiet.movers}</p>
        ) : (
          <Instruments label="Instruments whose tone turned" rows={movers} day={digest} links={links} />
        )}
        <h3>Most told</h3>
        <Instruments
          label="Instruments most told"
          rows={instruments.slice(0, shownInstruments)}
          day={digest}
          links={links}
        />
        {instruments.length > shownInstruments && (
          <details>
            <summary>{instruments.length - shownInstruments} more instruments</summary>
            <Instruments
              label="More instruments"
              rows={instruments.slice(shownInstruments)}
              day={digest}
              links={links}
            />
          </details>
        )}
      </Section>
      <Section id="ahead" title="Ahead" rows={calendar} found={counts.calendar} quiet={quiet.calendar}>
        <Calendar facts={calendar} links={links} />
      </Section>
      <Section id="apart" title="Where sources disagree" rows={disagreements} quiet={quiet.disagreements}>
        <Disagreements digest={digest} links={links} />
      </Section>
      <Audit digest={digest} links={links} />
      <Definitions />
    </>
  )
}

const Means: FC = () => <a href="#means">What the numbers mean</a>

const Contents: FC<{ digest: Digest }> = ({ digest }) => {
  const { themes, emerging, instruments, disagreements, counts, leftOut } = digest
  const sections: readonly (readonly [id: string, title: string, size: number])[] = [
    ['themes', 'Themes', themes.length],
    ['phrases', 'Phrases', emerging.length],
    ['rates', 'Rates', counts.rates],
    ['policy', 'Policy', counts.policy],
    ['instruments', 'Instruments', instruments.length],
    ['ahead', 'Ahead', counts.calendar],
    ['apart', 'Disagreements', disagreements.length],
    ['left-out', 'Left out', leftOut.duplicates.count + leftOut.dropped.count + leftOut.undated.count],
  ]
  return (
    <nav class="contents" aria-label="In this digest">
      <ul>
        {sections.map(([id, title, size]) => (
          <li>
            <a href={`#${id}`}>
              {title} <span class="soft">{size}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What is different from the first edition, for whoever has read that. */
const Changes: FC<{ digest: Digest }> = ({ digest: { changes, timezone } }) =>
  changes === null ? (
    <></>
  ) : (
    <section class="card changes" aria-label="Changes since the first edition">
      <p>{changesWords(changes, timezone)}</p>
      {changes.items.length > 0 && (
        <ul>
          {changes.items.map((item) => (
            <li>
              <span class="tag">{item.change}</span> {changeWords(item)}
            </li>
          ))}
          {changes.more > 0 && <li class="soft">and {many(changes.more, 'other change')}</li>}
        </ul>
      )}
    </section>
  )

const Disagreements: FC<{ digest: Digest; links: Links | undefined }> = ({ digest: { disagreements }, links }) => (
  <>
    {disagreements.map(({ about, positive, negative }) => (
      <article class="card">
        <h3>
          <Linked href={about.kind === 'theme' ? links?.theme(about.id) : links?.instrument(about.id)}>
            {about.label}
          </Linked>
        </h3>
        <div class="sides">
          <div>
            <span class="tone good">good: {many(positive.stories, 'story')}</span>
            <Quote quoted={positive.quote} links={links} />
          </div>
          <div>
            <span class="tone bad">bad: {many(negative.stories, 'story')}</span>
            <Quote quoted={negative.quote} links={links} />
          </div>
        </div>
      </article>
    ))}
  </>
)
