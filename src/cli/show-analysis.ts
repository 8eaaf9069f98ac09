/** An analysis for a person to read: what each finding says, and the words that say so. */
import type { Article, Finding } from '../types.ts'
import { describe, kindHeads } from './describe-finding.ts'
import { publishedCell } from './source.ts'
import { bold, count, dim, plain, terminalWidth } from './terminal.ts'

type Shown = Pick<Article, 'title' | 'siteName' | 'publishedAt' | 'publishedPrecision' | 'language'> & {
  readonly wordCount: number | null
}

export function showAnalysis({ article, findings }: { article: Shown; findings: Finding[] }): string {
  const lines = [
    bold(plain(article.title ?? 'Untitled')),
    dim(
      plain(
        [
          article.siteName,
          publishedCell(article) ?? 'undated',
          count(article.wordCount ?? 0, 'word', 'words'),
          article.language,
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  ]
  for (const [kind, head] of Object.entries(kindHeads)) {
    const some = findings.filter((finding) => finding.kind === kind)
    if (some.length === 0) continue
    lines.push('', bold(`${head} (${some.length})`))
    for (const finding of some) lines.push(`  ${describe(finding)}`, dim(`    ${quoteOf(finding)}`))
  }
  if (findings.length === 0) lines.push('', 'no findings')
  return `${lines.join('\n')}\n`
}

function quoteOf(finding: Finding): string {
  const text = plain(finding.evidence[0]?.quote ?? '')
  const most = terminalWidth() - 8
  return `“${text.length > most ? `${text.slice(0, most - 1)}…` : text}”`
}
