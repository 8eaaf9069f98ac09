/** One article with its findings marked in the text; each mark leads to what it says, and back. */
import type { Child, FC } from 'hono/jsx'
import { Tone } from '../../digest/render-html.tsx'
import { factOf } from '../../digest/words.ts'
import type { ArticleDetail } from '../../query.ts'
import type { Finding } from '../../types.ts'
import { Layout, links } from '../layout.tsx'
import { markedPieces } from '../marked-text.ts'
import type { Page } from '../page.ts'

export const articlePage: Page = {
  path: '/articles/:id',
  async show(client, { params, query }) {
    const article = await client.article(params['id'] ?? '', query)
    const outside = article.canonicalUrl ?? article.url
    return (
      <Layout title={article.title ?? 'Article'} at="/articles">
        <h1>{article.title ?? '(no title)'}</h1>
        <p class="soft">
          {[article.siteName, article.authors.join(', '), article.publishedAt ?? 'undated', article.status]
            .filter(Boolean)
            .join(' · ')}
          {outside && /^https?:\/\//i.test(outside) && (
            <>
              {' · '}
              <a href={outside} rel="noopener noreferrer">
                original
              </a>
            </>
          )}
        </p>
        {article.reason && <p class="quiet">{article.reason.message}</p>}
        <h2 id="findings">Findings</h2>
        <Findings article={article} />
        {article.text !== null && (
          <>
            <h2 id="text">Text</h2>
            <Text article={article} />
          </>
        )}
      </Layout>
    )
  },
}

const Findings: FC<{ article: ArticleDetail }> = ({ article }) =>
  article.findings.length === 0 ? (
    <p class="quiet">None.</p>
  ) : (
    <ol class="facts">
      {article.findings.map((finding, i) => (
        <li id={`f${i + 1}`}>
          <div class="head">
            <span class="tag">{finding.kind.replace('_', ' ')}</span>
            <What finding={finding} />
            <span class="soft">
              <a href={`#m${i + 1}`}>in the text</a> · {finding.rule}, {finding.confidence.toFixed(2)}
            </span>
          </div>
        </li>
      ))}
    </ol>
  )

const What: FC<{ finding: Finding }> = ({ finding }) => {
  switch (finding.kind) {
    case 'theme':
      return (
        <>
          <a href={links.theme(finding.value.theme)}>{finding.value.label}</a>{' '}
          <Tone score={finding.value.sentiment.score} />
        </>
      )
    case 'instrument':
      return (
        <>
          <a href={links.instrument(finding.value.symbol)}>{finding.value.symbol}</a> {finding.value.name}{' '}
          <Tone score={finding.value.sentiment.score} />
        </>
      )
    case 'move':
      return (
        <strong>
          {finding.value.subject} {factOf(finding)}
        </strong>
      )
    case 'rate':
    case 'policy_event':
      return <strong>{factOf(finding)}</strong>
    case 'stance':
      return (
        <strong>
          {finding.value.issuer} {finding.value.score > 0 ? 'hawkish' : finding.value.score < 0 ? 'dovish' : 'neutral'}
        </strong>
      )
    case 'quote':
      return <strong>{[finding.value.speaker, finding.value.affiliation].filter(Boolean).join(', ')}</strong>
    case 'table':
      return <strong>{finding.value.rows.length} rows of market data</strong>
  }
}

const Text: FC<{ article: ArticleDetail }> = ({ article }) => (
  <div class="text">
    {markedPieces(article.text ?? '', article.findings).map((paragraph) => (
      <p>
        {paragraph.map((piece): Child =>
          piece.findings.length === 0 ? (
            piece.text
          ) : (
            <mark
              id={piece.first === null ? undefined : `m${piece.first + 1}`}
              title={piece.findings.map((i) => titleOf(article.findings[i]!)).join('; ')}
            >
              {piece.text}
              <sup>
                {piece.findings.map((i) => (
                  <a href={`#f${i + 1}`} aria-label={`finding ${i + 1}`}>
                    {i + 1}{' '}
                  </a>
                ))}
              </sup>
            </mark>
          ),
        )}
      </p>
    ))}
  </div>
)

const titleOf = (finding: Finding): string =>
  finding.kind === 'instrument'
    ? finding.value.symbol
    : finding.kind === 'theme'
      ? finding.value.label
      : factOf(finding)
