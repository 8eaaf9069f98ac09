/** One article with its findings marked in the text; each mark leads to what it says, and back. */
import type { FC } from 'hono/jsx'
import { Tone, webAddress } from '../../digest/html/parts.tsx'
import { factOf, publishedWords, signed, standingOf } from '../../digest/words.ts'
import type { ArticleDetail } from '../../query.ts'
import type { Finding } from '../../types.ts'
import { Layout, links } from '../layout.tsx'
import { markedPieces, type Piece } from '../marked-text.ts'
import type { Page } from '../page.ts'

export const articlePage: Page = {
  path: '/articles/:id',
  async show(client, { params, query }) {
    const article = await client.article(params['id'] ?? '', query)
    const { findings, title, reason } = article
    const joinedTo = article.status === 'duplicate' && reason ? reason.message : undefined
    return (
      <Layout title={title ?? 'Article'} at="/articles">
        <article>
          <h1>
            {title === null ? (
              'Untitled'
            ) : (
              <Pieces pieces={markedPieces({ text: title, field: 'title' }, findings).flat()} findings={findings} />
            )}
          </h1>
          <Byline article={article} />
          {joinedTo ? (
            <p>
              This is another address of <a href={links.article(joinedTo)}>the same article</a>.
            </p>
          ) : (
            reason && <p class="quiet">{reason.message}</p>
          )}
          <div class="reading">
            {article.text !== null && (
              <section aria-labelledby="text">
                <h2 id="text">Text</h2>
                {findings.length > 0 && (
                  <p class="soft">
                    What is marked was found. Point at a mark, or move to it with the keyboard, to see what; follow it
                    for why.
                  </p>
                )}
                <div class="text">
                  {markedPieces({ text: article.text, field: 'text' }, findings).map((pieces) => (
                    <p>
                      <Pieces pieces={pieces} findings={findings} />
                    </p>
                  ))}
                </div>
                {article.tables !== '' && <QuoteTables tables={article.tables} findings={findings} />}
              </section>
            )}
            <section aria-labelledby="findings">
              <h2 id="findings">Findings</h2>
              <Findings findings={findings} textShown={article.text !== null} />
            </section>
          </div>
        </article>
      </Layout>
    )
  },
}

/** Market data that stood beside the text. */
const QuoteTables: FC<{ tables: string; findings: readonly Finding[] }> = ({ tables, findings }) => {
  const lines = markedPieces({ text: tables, field: 'tables' }, findings)
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Market data on the page">
      <h3>Market data on the page</h3>
      <table>
        <tbody>
          {lines.map((pieces) => (
            <tr>
              {cellsOf(pieces).map((cell) => (
                <td>
                  <Pieces pieces={cell} findings={findings} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

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
    article.publishedAt === null ? 'undated' : publishedWords(article.publishedAt, article.publishedPrecision),
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

/** Where the text is not shown, each finding brings its words along. */
const Findings: FC<{ findings: readonly Finding[]; textShown: boolean }> = ({ findings, textShown }) =>
  findings.length === 0 ? (
    <p class="quiet">Nothing was found in it.</p>
  ) : (
    <ol class="findings">
      {findings.map((finding, i) => (
        <li id={`f${i + 1}`}>
          <div class="head">
            <span class={`kind ${finding.kind}`}>{finding.kind.replace('_', ' ')}</span>
            <What finding={finding} />
          </div>
          {!textShown && (
            <blockquote>
              <p>{finding.evidence[0]?.quote}</p>
            </blockquote>
          )}
          <p class="soft">
            {textShown && (
              <a href={`#m${i + 1}`} aria-label={`finding ${i + 1} in the text`}>
                in the text
              </a>
            )}
            {finding.evidence.length > 1 && ` and ${finding.evidence.length - 1} more`}
            {(textShown || finding.evidence.length > 1) && ' · '}rule {finding.rule}, confidence{' '}
            {finding.confidence.toFixed(2)}
          </p>
        </li>
      ))}
    </ol>
  )

const What: FC<{ finding: Finding }> = ({ finding }) => {
  switch (finding.kind) {
    case 'theme':
      return (
        <>
          <a href={links.theme(finding.value.theme)}>{finding.value.label}</a>
          <Tone score={finding.value.sentiment.score} />
        </>
      )
    case 'instrument':
      return (
        <>
          <a href={links.instrument(finding.value.symbol)}>{finding.value.name}</a>
          <span class="soft">{finding.value.symbol}</span>
          <Tone score={finding.value.sentiment.score} />
        </>
      )
    case 'policy_event':
      return (
        <>
          <strong>{factOf(finding)}</strong>
          <span class="tag">{standingOf(finding)}</span>
        </>
      )
    case 'move':
    case 'rate':
    case 'stance':
    case 'quote':
    case 'table':
      return <strong>{inWords(finding)}</strong>
  }
}

/** What a mark says when it is pointed at. */
export function inWords(finding: Finding): string {
  switch (finding.kind) {
    case 'theme':
      return `Theme: ${finding.value.label}, ${signed(finding.value.sentiment.score)}`
    case 'instrument':
      return `${finding.value.name} (${finding.value.symbol}), ${signed(finding.value.sentiment.score)}`
    case 'move':
      return `${finding.value.subject} ${factOf(finding)}`
    case 'stance': {
      const { issuer, score } = finding.value
      return `${issuer} ${score > 0 ? 'hawkish' : score < 0 ? 'dovish' : 'neutral'} ${signed(score)}`
    }
    case 'quote':
      return `Quoted: ${[finding.value.speaker, finding.value.role, finding.value.affiliation].filter(Boolean).join(', ')}`
    case 'table':
      return `Table of ${finding.value.rows.length} prices`
    case 'rate':
    case 'policy_event':
      return factOf(finding)
  }
}

const Pieces: FC<{ pieces: readonly Piece[]; findings: readonly Finding[] }> = ({ pieces, findings }) => (
  <>{pieces.map((piece) => (piece.findings.length === 0 ? piece.text : <Mark piece={piece} findings={findings} />))}</>
)

/** The first piece of an evidence is a link to its finding; what follows of it is only marked. */
const Mark: FC<{ piece: Piece; findings: readonly Finding[] }> = ({ piece, findings }) => {
  const kinds = [...new Set(piece.findings.map((i) => findings[i]!.kind))].join(' ')
  const [target] = piece.begins
  const anchors = piece.anchors.map((i) => <span id={`m${i + 1}`} class="anchor"></span>)
  if (target === undefined) return <mark class={kinds}>{piece.text}</mark>
  return (
    <>
      {anchors}
      <mark class={kinds}>
        <a href={`#f${target + 1}`}>
          {piece.text}
          <span class="tip">
            {' '}
            {piece.begins.map((i) => (
              <span>
                [{i + 1}] {inWords(findings[i]!)}
              </span>
            ))}
          </span>
        </a>
      </mark>
    </>
  )
}
