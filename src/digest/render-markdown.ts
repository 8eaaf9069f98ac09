/** A digest as Markdown, for terminals, mail and chat. Outside text is escaped. */
import type { Digest, DigestFact, DigestInstrument, DigestTheme, Quoted } from './digest.ts'
import { attentionOf, factOf, percent, rolesOf, signed, sourceOf, toneOf } from './words.ts'

const shownThemes = 12
const shownInstruments = 15

export function renderMarkdown(digest: Digest): string {
  const { counts, timezone, leftOut } = digest
  const lines = [
    `# Market themes, ${digest.date}`,
    '',
    escaped(digest.lead),
    '',
    `${counts.articles} articles, ${counts.stories} stories from ${digest.sources.length} sources · ${timezone}, ${digest.window.from} to ${digest.window.to} · ${counts.historyDays} earlier days to compare with`,
    '',
    '## Themes',
    '',
    ...quietOr(digest.themes, 'No theme was found in this day’s stories.', (themes) =>
      themes.slice(0, shownThemes).flatMap((theme) => themeLines(theme, counts.stories)),
    ),
    ...(digest.themes.length > shownThemes
      ? [
          `Also: ${digest.themes
            .slice(shownThemes)
            .map((theme) => escaped(`${theme.label} (${theme.stories})`))
            .join(', ')}`,
          '',
        ]
      : []),
    ...(digest.fading.length > 0
      ? [
          `Gone since the day before: ${digest.fading.map((theme) => `${theme.theme} (${percent(theme.attentionBefore)})`).join(', ')}`,
          '',
        ]
      : []),
    '## Rates',
    '',
    ...quietOr(digest.rates, 'No rate was stated.', (facts) => facts.map((fact) => factLine(fact))),
    '',
    '## Policy',
    '',
    ...quietOr(digest.policy, 'No policy event was reported.', (facts) =>
      facts.map((fact) => factLine(fact, statusOf(fact))),
    ),
    '',
    '## Instruments',
    '',
    ...quietOr(digest.instruments, 'No instrument was in the news.', (rows) =>
      rows.slice(0, shownInstruments).map(instrumentLine),
    ),
    '',
    '## Ahead',
    '',
    ...quietOr(digest.calendar, 'No dated event ahead was reported.', (facts) =>
      facts.map((fact) => factLine(fact, statusOf(fact))),
    ),
    '',
    '## Left out',
    '',
    ...leftOut.duplicates.map(
      (row) =>
        `- ${escaped(row.title ?? row.articleId)} (${escaped(row.siteName ?? '')}): tells the same as another article, counted once`,
    ),
    ...leftOut.articles.map(
      (row) => `- ${escaped(row.title ?? row.url ?? row.articleId)}: ${escaped(row.reason.message)}`,
    ),
    ...(leftOut.undated > 0
      ? [`- ${leftOut.undated} undated ${leftOut.undated === 1 ? 'article belongs' : 'articles belong'} to no day`]
      : []),
    ...(leftOut.duplicates.length + leftOut.articles.length + leftOut.undated === 0 ? ['Nothing was left out.'] : []),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

const quietOr = <T>(rows: T[], quiet: string, show: (rows: T[]) => string[]): string[] =>
  rows.length === 0 ? [quiet] : show(rows)

function themeLines(theme: DigestTheme, stories: number): string[] {
  const standing = theme.standing === 'continuing' ? '' : ` · ${theme.standing}`
  const tone = `${toneOf(theme.sentiment)} ${signed(theme.sentiment)}${theme.sentimentChange === null ? '' : ` (${signed(theme.sentimentChange)})`}`
  return [
    `### ${escaped(theme.label)}${standing}`,
    '',
    `${attentionOf(theme, stories)} · ${tone}`,
    ...rolesOf(theme).map((role) => `- ${escaped(role)}`),
    '',
    ...theme.quotes.slice(0, 1).flatMap((quoted) => [quoteLine(quoted), '']),
  ]
}

const quoteLine = (quoted: Quoted): string => `> ${escaped(quoted.quote)}\n> — ${link(quoted)}`

const factLine = (fact: DigestFact, note = ''): string =>
  `- ${escaped(factOf(fact.finding))}${note ? ` · ${escaped(note)}` : ''}${fact.stories > 1 ? ` · ${fact.stories} stories` : ''} · ${link(fact.finding)}`

const statusOf = ({ finding }: DigestFact): string =>
  finding.kind === 'policy_event' ? [finding.value.status, finding.value.date?.from].filter(Boolean).join(' ') : ''

function instrumentLine(row: DigestInstrument): string {
  const moves = row.moves.map((move) => factOf(move.finding)).join('; ')
  const stories = `${row.stories} ${row.stories === 1 ? 'story' : 'stories'}`
  return `- **${escaped(row.symbol)}** ${escaped(row.name)} · ${stories} · ${toneOf(row.sentiment)} ${signed(row.sentiment)}${moves ? ` · ${escaped(moves)}` : ''}`
}

function link(from: Pick<Quoted, 'source'>): string {
  const text = escaped(sourceOf(from) || from.source.title || from.source.articleId)
  const url = webAddress(from.source.url)
  return url === null ? text : `[${text}](${url})`
}

/** Only web addresses become links; a parenthesis would end the link early. */
function webAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  return new URL(url).href.replaceAll('(', '%28').replaceAll(')', '%29')
}

/** Outside text as Markdown that shows it literally, on one line. */
export const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^([-+])/, '\\$1')
