/** The pieces a digest and the pages are made of: links, tones, quotes, facts, the tables of rates and instruments. */
import type { Child, FC } from 'hono/jsx'
import type { FindingRow } from '../../query.ts'
import type { DigestFact, DigestInstrument, DigestTheme, Quoted } from '../digest.ts'
import type { Day } from '../moves.ts'
import { shownSymbol } from '../names.ts'
import { heads, meansHere, Table } from './table.tsx'
import { articleName } from '../article-name.ts'
import { eventDay, sourceOf } from '../date-words.ts'
import { factOf, headingOf, moveWords, standingOf } from '../fact-words.ts'
import { signed, toneWords } from '../words.ts'

/** Where names lead; a mailed digest has no pages behind it and links to the articles only. */
export interface Links {
  readonly theme: (id: string) => string
  readonly instrument: (symbol: string) => string
  /** At the words behind a finding, where one is named. */
  readonly article: (id: string, finding?: string) => string
}

/** `found`: how many there are, where not all are listed. */
export const Section: FC<{
  id: string
  title: string
  rows: unknown[]
  found?: number
  quiet: string
  children?: Child
}> = ({ id, title, rows, found, quiet, children }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>
      {title}
      {found !== undefined && found > rows.length && (
        <span class="soft">
          {' '}
          the first {rows.length} of {found}
        </span>
      )}
    </h2>
    {rows.length === 0 ? <p class="quiet">{quiet}</p> : children}
  </section>
)

export const Linked: FC<{ href: string | undefined; children?: Child }> = ({ href, children }) =>
  href === undefined ? <>{children}</> : <a href={href}>{children}</a>

export const joined = (parts: Child[], by: Child = ', '): Child[] =>
  parts.flatMap((part, i) => (i === 0 ? [part] : [by, part]))

/** A score in words and as a number: the colour only repeats what they say. */
export const Tone: FC<{ score: number; change?: number | null }> = ({ score, change }) => (
  <span class={`tone ${score >= 0.15 ? 'good' : score <= -0.15 ? 'bad' : ''}`.trim()}>{toneWords(score, change)}</span>
)

/** What is new is told from what goes on. */
export const Standing: FC<{ standing: DigestTheme['standing'] }> = ({ standing }) =>
  standing === null ? <></> : <span class={`tag ${standing}`}>{standing === 'continuing' ? 'update' : standing}</span>

export const Quote: FC<{ quoted: Quoted; links?: Links | undefined }> = ({ quoted, links }) => (
  <blockquote>
    <p>{quoted.quote}</p>
    <footer>
      <SourceLink source={quoted.source} finding={quoted.finding} links={links} />
      {quoted.update && (
        <>
          {' '}
          <span class="tag continuing">update</span>
        </>
      )}
    </footer>
  </blockquote>
)

/** Only web addresses are ever linked to. */
export const webAddress = (url: string | null): string | undefined =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined

/** The article's page where there is one, at what was found there, and the publisher's. */
export const SourceLink: FC<{
  source: FindingRow['source']
  finding?: string | undefined
  links?: Links | undefined
}> = ({ source, finding, links }) => {
  const where = sourceOf({ source })
  const outside = webAddress(source.url)
  return (
    <>
      <Linked href={links?.article(source.articleId, finding) ?? outside}>{articleName(source)}</Linked>
      {where && ` · ${where}`}
      {links && outside && (
        <>
          {' · '}
          <a href={outside} rel="noopener noreferrer" aria-label={`original of ${articleName(source)}`}>
            original
          </a>
        </>
      )}
    </>
  )
}

export const FactList: FC<{ facts: DigestFact[]; links: Links | undefined }> = ({ facts, links }) => (
  <ul class="facts">
    {facts.map(({ finding, stories, quote, update }) => (
      <li>
        <div class="head">
          <strong>{headingOf(finding)}</strong>
          {standingOf(finding) && <span class="tag">{standingOf(finding)}</span>}
          {stories > 1 && <span class="tag">{stories} stories</span>}
          {update && <span class="tag continuing">update</span>}
        </div>
        <Quote quoted={{ quote, source: finding.source, finding: finding.id }} links={links} />
      </li>
    ))}
  </ul>
)

/** Facts by the day they are on. */
export const Calendar: FC<{ facts: DigestFact[]; links: Links | undefined }> = ({ facts, links }) => {
  const days = [...new Set(facts.map(eventDay))]
  return (
    <>
      {days.map((day) => (
        <div class="day">
          <h3>{day}</h3>
          <ul class="facts">
            {facts
              .filter((fact) => eventDay(fact) === day)
              .map(({ finding, quote, update }) => (
                <li>
                  <div class="head">
                    <strong>{headingOf(finding)}</strong>
                    {finding.kind === 'policy_event' && finding.value.status !== 'scheduled' && (
                      <span class="tag">{finding.value.status}</span>
                    )}
                    {update === false && <span class="tag new">new</span>}
                  </div>
                  {headingOf(finding) === factOf(finding) ? (
                    <details>
                      <summary>
                        {sourceOf(finding) || 'source'}
                        <span class="soft"> says so</span>
                      </summary>
                      <Quote quoted={{ quote, source: finding.source, finding: finding.id }} links={links} />
                    </details>
                  ) : (
                    <Quote quoted={{ quote, source: finding.source, finding: finding.id }} links={links} />
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </>
  )
}

/** A sentence, folded away. */
export const Said: FC<{ about: string; quoted: Quoted; links: Links | undefined }> = ({ about, quoted, links }) => (
  <details>
    <summary aria-label={`A sentence about ${about}`}>sentence</summary>
    <Quote quoted={quoted} links={links} />
  </details>
)

export const Rates: FC<{ facts: DigestFact[]; links: Links | undefined }> = ({ facts, links }) => (
  <Table
    label="Rates"
    narrow="dense"
    means={meansHere}
    heads={heads('Rate', 'When', '#Stories', 'Said')}
    rows={facts.map(({ finding, stories, quote, update }) => [
      <>
        <strong>{factOf(finding)}</strong>
        {update && (
          <>
            {' '}
            <span class="tag continuing">update</span>
          </>
        )}
      </>,
      standingOf(finding),
      stories,
      <Said about={factOf(finding)} quoted={{ quote, source: finding.source, finding: finding.id }} links={links} />,
    ])}
  />
)

export const Instruments: FC<{ label: string; rows: DigestInstrument[]; day: Day; links: Links | undefined }> = ({
  label,
  rows,
  day,
  links,
}) => {
  // A column that no instrument fills says nothing.
  const usual = rows.some(({ usualSentiment }) => usualSentiment !== null)
  const moved = rows.some(({ moves }) => moves.length > 0)
  return (
    <Table
      label={label}
      narrow="dense"
      means={meansHere}
      heads={heads(
        'Instrument',
        '#Stories',
        'Tone',
        ...(usual ? ['#Usually'] : []),
        ...(moved ? ['Moves'] : []),
        'Said',
      )}
      rows={rows.map((row) => [
        <>
          <Linked href={links?.instrument(row.symbol)}>{row.name}</Linked>{' '}
          <span class="soft">{shownSymbol(row.symbol)}</span>
        </>,
        row.stories,
        <Tone score={row.sentiment} change={row.sentimentChange} />,
        ...(usual ? [row.usualSentiment === null ? '' : signed(row.usualSentiment)] : []),
        ...(moved ? [row.moves.length === 0 ? '' : <Moves moves={row.moves} day={day} />] : []),
        <Said about={row.name} quoted={row.quote} links={links} />,
      ])}
    />
  )
}

const Moves: FC<{ moves: DigestFact[]; day: Day }> = ({ moves, day }) => (
  <span class="moves">
    {moves.map(({ finding }) => (
      <span>{moveWords(finding, day)}</span>
    ))}
  </span>
)
