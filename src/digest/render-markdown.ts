/** A digest as Markdown, for terminals, mail and chat. Outside text is escaped. */
import type { EmergingPhrase, Digest, DigestFact, DigestInstrument, DigestTheme, LeftOut, Quoted } from './digest.ts'
import {
  attentionOf,
  dayWords,
  emergingOf,
  factOf,
  historyWords,
  many,
  percent,
  quietEmerging,
  rolesOf,
  shortDate,
  signed,
  sourceOf,
  standingOf,
  toneOf,
} from './words.ts'

const shownThemes = 12
const shownInstruments = 15

export function renderMarkdown(digest: Digest): string {
  const { counts, leftOut } = digest
  const sections = [
    [`# Market themes, ${dayWords(digest.date)}`],
    [escaped(digest.lead)],
    [
      `${many(counts.articles, 'article')}, ${many(counts.stories, 'story')} from ${many(digest.sources.length, 'source')}; the day in ${escaped(digest.timezone)}. ${historyWords(digest)}`,
    ],
    ['## Themes'],
    ...quietOr(digest.themes, 'No theme was found in this day’s stories.', (themes) => [
      ...themes.slice(0, shownThemes).flatMap((theme) => themeBlocks(theme, digest)),
      ...also(themes.slice(shownThemes)),
    ]),
    ...gone(digest),
    ['## New phrases'],
    ...quietOr(digest.emerging, quietEmerging(digest), (phrases) => phrases.map(phraseLines)),
    ['## Rates'],
    ...quietOr(digest.rates, 'No rate was stated.', (facts) => [facts.map((fact) => factLine(fact))]),
    ['## Policy'],
    ...quietOr(digest.policy, 'No policy event was reported.', (facts) => [facts.map((fact) => factLine(fact))]),
    ['## Instruments'],
    ...quietOr(digest.instruments, 'No instrument was in the news.', (rows) => [
      rows.slice(0, shownInstruments).map(instrumentLine),
    ]),
    ['## Ahead'],
    ...quietOr(digest.calendar, 'No dated event ahead was reported.', (facts) => [facts.map((fact) => factLine(fact))]),
    ['## Left out'],
    leftOutLines(leftOut),
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

type Block = string[]

const phraseLines = (phrase: EmergingPhrase): Block => [
  `**${escaped(phrase.phrase)}**: ${emergingOf(phrase)}`,
  ...phrase.quotes.slice(0, 1).flatMap((quoted) => ['', ...quoteLines(quoted)]),
]

const quietOr = <T>(rows: T[], quiet: string, show: (rows: T[]) => Block[]): Block[] =>
  rows.length === 0 ? [[quiet]] : show(rows)

function themeBlocks(theme: DigestTheme, digest: Digest): Block[] {
  const standing = theme.standing === null || theme.standing === 'continuing' ? '' : ` (${theme.standing})`
  const roles = rolesOf(theme)
  return [
    [`### ${escaped(theme.label)}${standing}`],
    [`${attentionOf(theme, digest)} · ${tone(theme.sentiment, theme.sentimentChange)}`],
    ...(roles.length > 0 ? [roles.map((role) => `- ${escaped(role)}`)] : []),
    ...theme.quotes.slice(0, 1).map(quoteLines),
  ]
}

const also = (themes: DigestTheme[]): Block[] =>
  themes.length === 0
    ? []
    : [[`Also: ${themes.map((theme) => `${escaped(theme.label)} (${theme.stories})`).join(', ')}`]]

const gone = ({ fading, previousDay }: Digest): Block[] =>
  fading.length === 0 || previousDay === null
    ? []
    : [
        [
          `Not told any more since ${shortDate(previousDay)}: ${fading.map((theme) => `${escaped(theme.label)} (${percent(theme.attentionBefore)} then)`).join(', ')}`,
        ],
      ]

const tone = (score: number, change: number | null): string =>
  `${toneOf(score)} ${signed(score)}${change === null ? '' : ` (${signed(change)})`}`

const quoteLines = (quoted: Quoted): Block => [`> ${escaped(quoted.quote)}`, '>', `> — ${link(quoted)}`]

function factLine({ finding, stories }: DigestFact): string {
  const notes = [standingOf(finding), stories > 1 ? many(stories, 'story') : '']
    .filter(Boolean)
    .map((note) => ` · ${escaped(note)}`)
    .join('')
  return `- ${escaped(factOf(finding))}${notes} · ${link(finding)}`
}

function instrumentLine(row: DigestInstrument): string {
  const moves = row.moves.map((move) => factOf(move.finding)).join('; ')
  return `- **${escaped(row.name)}** ${escaped(row.symbol)} · ${many(row.stories, 'story')} · ${tone(row.sentiment, null)}${moves ? ` · ${escaped(moves)}` : ''}`
}

function leftOutLines({ duplicates, articles, undated }: LeftOut): Block {
  const lines = [
    ...duplicates.map(
      (row) =>
        `- ${escaped(row.title ?? row.url ?? row.articleId)}${row.siteName ? ` (${escaped(row.siteName)})` : ''}: ${
          row.sameAs === 'story' ? 'tells the same as' : 'is the same article as'
        } “${escaped(row.of.title ?? row.of.articleId)}”, counted once`,
    ),
    ...articles.map((row) => `- ${escaped(row.title ?? row.url ?? row.articleId)}: ${escaped(row.reason.message)}`),
    ...(undated.count > 0
      ? [
          `- ${many(undated.count, 'article')} of the store without a date, counted on no day: ${undated.articles
            .map((row) => escaped(row.title ?? row.url ?? row.articleId))
            .join(', ')}${undated.count > undated.articles.length ? ' …' : ''}`,
        ]
      : []),
  ]
  return lines.length > 0 ? lines : ['Nothing was left out.']
}

function link(from: Pick<Quoted, 'source'>): string {
  const text = escaped(sourceOf(from) || from.source.title || from.source.articleId)
  const url = webAddress(from.source.url)
  return url === null ? text : `[${text}](${url})`
}

/** Only web addresses become links; a parenthesis or space would end the link early. */
function webAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  return new URL(url).href.replace(/[()<>\s\\`|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * Outside text as Markdown that shows it literally, on one line. Control characters go, for terminals obey them; so do marks
 * that turn the reading direction around.
 */
export const escaped = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .trim()
    .replace(/[\\`*[\]<|~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=#>]/, '\\$&')
    // Many readers make links of bare addresses by themselves.
    .replace(/\b(https?|ftp|mailto|javascript|data):/gi, '$1\\:')
