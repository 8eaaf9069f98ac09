/** One article with its findings marked in the text; each mark leads to what it says, and back. */
import type { FC } from 'hono/jsx'
import { Tone, webAddress } from '../../digest/html/parts.tsx'
import { articleName } from '../../digest/article-name.ts'
import { headingOf, standingOf } from '../../digest/fact-words.ts'
import { many, toneWords } from '../../digest/words.ts'
import type { ArticleDetail, LikeRow } from '../../query.ts'
import type { Finding, Value } from '../../types.ts'
import { Said } from '../form.tsx'
import { inWords } from '../in-words.ts'
import { Layout, links } from '../layout.tsx'
import { namesIn } from '../sentences.ts'
import { shownSymbol } from '../../digest/names.ts'
import { markedPieces, type Piece } from '../marked-text.ts'
import type { Page } from '../page.ts'
import { publishedOf } from '../published.ts'
import { Marked, MarkForm } from './marks.tsx'

export const articlePage: Page = {
  path: '/articles/:id',
  async show(client, { params, query: { finding: asked, said, ...query }, mayWrite, caller }) {
    const id = params['id'] ?? ''
    const [article, marks, like] = await Promise.all([
      client.article(id, query),
      client.marks({ article: id, limit: 200 }),
      client.articlesLike(id, { ...query, limit: 5 }),
    ])
    const { findings, title, reason, text } = article
    const joinedTo = article.status === 'duplicate' && reason ? reason.message : undefined
    const sought = findings.findIndex((finding) => finding.id === asked)
    const headline = markedPieces({ text: title ?? '', field: 'title' }, findings)
    const paragraphs = markedPieces({ text: text ?? '', field: 'text' }, findings)
    const lines = markedPieces({ text: article.tables, field: 'tables' }, findings)
    // The first of its words in the body: the headline the reader sees anyway.
    const at = [...paragraphs, ...lines, ...headline].flat().find((piece) => piece.begins.includes(sought))
    const shown = { findings, names: namesIn(findings), sought, at }
    return (
      <Layout title={articleName(article)} at="/articles">
        <article class={at === undefined ? undefined : 'seeking'}>
          <h1>{title === null ? articleName(article) : <Pieces pieces={headline.flat()} {...shown} />}</h1>
          <Byline article={article} />
          <Said words={words} said={said} />
          {asked !== undefined && sought < 0 && (
            <p class="said">
              What you came for is no longer here: it was marked wrong, or a later analysis does not find it.
            </p>
          )}
          {joinedTo ? (
            <p>
              This is another address of <a href={links.article(joinedTo)}>the same article</a>.
            </p>
          ) : (
            reason && <p class="quiet">{reason.message}</p>
          )}
          <div class="reading">
            {text !== null && (
              <section aria-labelledby="text">
                <h2 id="text">Text</h2>
                {findings.length > 0 && (
                  <p class="soft">
                    What is marked was found. Point at a mark, or move to it with the keyboard, to see what and by which
                    rule; follow it to its finding.
                  </p>
                )}
                <div class="text">
                  {paragraphs.map((pieces) => (
                    <p>
                      <Pieces pieces={pieces} {...shown} />
                    </p>
                  ))}
                </div>
                {lines.length > 0 && <QuoteTables lines={lines} {...shown} />}
              </section>
            )}
            <section aria-labelledby="findings">
              <h2 id="findings">
                Findings <span class="soft">{findings.length}</span>
              </h2>
              <Findings {...shown} textShown={text !== null} mayWrite={mayWrite} caller={caller} />
              {marks.data.length > 0 && (
                <>
                  <h2 id="marked">Marked wrong</h2>
                  <p class="soft">They count nowhere.</p>
                  <ul class="facts">
                    {marks.data.map((row) => (
                      <li>
                        <Marked row={row} mayWrite={mayWrite} here />
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </section>
          </div>
          {like.length > 0 && <Like rows={like} />}
        </article>
      </Layout>
    )
  },
}

const Like: FC<{ rows: readonly LikeRow[] }> = ({ rows }) => (
  <section aria-labelledby="like">
    <h2 id="like">Like this one</h2>
    <ul class="facts">
      {rows.map(({ article, themes, instruments, terms }) => (
        <li>
          <a href={links.article(article.id)}>{articleName(article)}</a>{' '}
          <span class="soft">{[article.siteName, publishedOf(article)].filter(Boolean).join(', ')}</span>
          <p class="soft">
            {[...themes.map(({ label }) => label), ...instruments.map(({ name }) => name), ...terms].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  </section>
)

const words = {
  marked: 'Marked wrong: it counts nowhere from now on, and stays in the record.',
  unmarked: 'The mark is taken back: the finding counts again.',
}

/** What is shown of an article: its findings, which of them the reader came for (−1: none), and where its words begin. */
interface Shown {
  readonly findings: readonly Finding[]
  readonly names: ReadonlyMap<string, string>
  readonly sought: number
  readonly at: Piece | undefined
}

/** Market data that stood beside the text. */
const QuoteTables: FC<Shown & { lines: readonly Piece[][] }> = ({ lines, ...shown }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Market data on the page">
    <h3>Market data on the page</h3>
    <table>
      <tbody>
        {lines.map((pieces) => (
          <tr>
            {cellsOf(pieces).map((cell) => (
              <td>
                <Pieces pieces={cell} {...shown} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** Pieces of a line by cell; what leads to and from a finding stays with its first cell. */
const cellsOf = (pieces: readonly Piece[]): Piece[][] =>
  pieces.flatMap((piece) =>
    piece.text
      .split('\t')
      .map((text, i) => [i === 0 ? { ...piece, text } : { ...piece, text, begins: [], anchors: [] }]),
  )

const Byline: FC<{ article: ArticleDetail }> = ({ article }) => {
  const outside = webAddress(article.canonicalUrl ?? article.url)
  const facts = [
    article.siteName,
    article.authors.join(', '),
    publishedOf(article),
    article.status === 'analyzed' ? '' : article.status,
    article.revisions.length > 1 ? `revision ${article.revision}` : '',
  ].filter(Boolean)
  return (
    <p class="soft">
      {facts.join(' · ')}
      {outside && (
        <>
          {' · '}
          <a href={outside} rel="noopener noreferrer">
            original
          </a>
        </>
      )}
    </p>
  )
}

/** Each with its words, which lead to the text where that is shown. */
const Findings: FC<Shown & { textShown: boolean; mayWrite: boolean; caller: string | null }> = ({
  findings,
  names,
  sought,
  textShown,
  mayWrite,
  caller,
}) =>
  findings.length === 0 ? (
    <p class="quiet">Nothing was found in it.</p>
  ) : (
    <ol class="findings">
      {findings.map((finding, i) => (
        <li id={`f${i + 1}`} class={i === sought ? 'sought' : undefined}>
          {i === sought && !textShown && <span id="evidence" class="anchor"></span>}
          <div class="head">
            <span class={`kind ${finding.kind}`}>{finding.kind.replace('_', ' ')}</span>
            <What finding={finding} names={names} />
          </div>
          <Words finding={finding} place={i} textShown={textShown} />
          <p class="soft">
            {finding.evidence.length > 1 && `and ${many(finding.evidence.length - 1, 'other place')} · `}
            {why(finding)}
          </p>
          {mayWrite && <MarkForm finding={finding.id} about={inWords(finding, names)} caller={caller} />}
        </li>
      ))}
    </ol>
  )

const longestWords = 180

/** What was said, as it stands there; it leads to its mark. */
const Words: FC<{ finding: Finding; place: number; textShown: boolean }> = ({ finding, place, textShown }) => {
  const quote = finding.evidence[0]?.quote.replace(/\s+/g, ' ') ?? ''
  const words = `“${quote.length > longestWords ? `${quote.slice(0, longestWords).trimEnd()}…` : quote}”`
  return (
    <p>
      {textShown ? (
        <a class="words" href={`#m${place + 1}`}>
          {words}
        </a>
      ) : (
        words
      )}
    </p>
  )
}

const why = ({ rule, confidence }: Finding): string => `rule ${rule}, confidence ${confidence.toFixed(2)}`

const What: FC<{ finding: Finding; names: Shown['names'] }> = ({ finding, names }) => {
  switch (finding.kind) {
    case 'theme':
      return (
        <>
          <a href={links.theme(finding.value.theme)}>{finding.value.label}</a>
          <Tone score={finding.value.sentiment.score} />
          <Parts value={finding.value} />
        </>
      )
    case 'instrument':
      return (
        <>
          <a href={links.instrument(finding.value.symbol)}>{finding.value.name}</a>
          <span class="soft">{shownSymbol(finding.value.symbol)}</span>
          <Tone score={finding.value.sentiment.score} />
        </>
      )
    case 'policy_event':
      return (
        <>
          <strong>{headingOf(finding)}</strong>
          <span class="tag">{standingOf(finding)}</span>
        </>
      )
    case 'move':
    case 'rate':
    case 'stance':
    case 'quote':
    case 'table':
      return <strong>{inWords(finding, names)}</strong>
  }
}

const parts = [
  ['from', 'out of'],
  ['to', 'into'],
  ['imposer', 'imposed by'],
  ['target', 'aimed at'],
  ['goods', 'on'],
  ['winners', 'gains'],
  ['losers', 'loses'],
] as const

/** Who plays which part in a theme. */
const Parts: FC<{ value: Value<'theme'> }> = ({ value }) => {
  const told = parts
    .filter(([part]) => value[part]?.length)
    .map(([part, head]) => `${head} ${value[part]!.map(({ name }) => name).join(', ')}`)
  return told.length === 0 ? null : <span class="soft">{told.join(' · ')}</span>
}

const Pieces: FC<Shown & { pieces: readonly Piece[] }> = ({ pieces, ...shown }) => (
  <>{pieces.map((piece) => (piece.findings.length === 0 ? piece.text : <Mark piece={piece} {...shown} />))}</>
)

/** The first piece of an evidence is a link to its finding; what follows of it is only marked. */
const Mark: FC<Shown & { piece: Piece }> = ({ piece, findings, names, sought, at }) => {
  const kinds = [...new Set(piece.findings.map((i) => findings[i]!.kind))]
  const look = [...kinds, ...(piece.findings.includes(sought) ? ['sought'] : [])].join(' ')
  const [target] = piece.begins
  if (target === undefined) return <mark class={look}>{piece.text}</mark>
  return (
    <>
      {piece === at && <span id="evidence" class="anchor"></span>}
      {piece.anchors.map((i) => (
        <span id={`m${i + 1}`} class="anchor"></span>
      ))}
      <mark class={look}>
        <a href={`#f${target + 1}`}>
          {piece.text}
          <span class="tip">
            {' '}
            {piece.begins.map((i) => (
              <span>
                [{i + 1}] {kindOf(findings[i]!)} {inWords(findings[i]!, names)}
                {toneIn(findings[i]!)} · {why(findings[i]!)}
              </span>
            ))}
          </span>
        </a>
      </mark>
    </>
  )
}

const kindOf = ({ kind }: Finding): string => (kind === 'quote' || kind === 'table' ? '' : `${kind.replace('_', ' ')}:`)
const toneIn = (finding: Finding): string =>
  finding.kind === 'theme' || finding.kind === 'instrument' ? `, ${toneWords(finding.value.sentiment.score)}` : ''
