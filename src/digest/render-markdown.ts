/** A digest as Markdown, for terminals, mail and chat. Outside text is escaped. */
import { digestDefinitions } from './definitions.ts'
import type {
  Digest,
  DigestFact,
  DigestInstrument,
  DigestTheme,
  Disagreement,
  EmergingPhrase,
  LeftOut,
  Quoted,
} from './digest.ts'
import type { Day } from './moves.ts'
import { shownSymbol } from './names.ts'
import { tellsShare } from './baseline.ts'
import { wholeThemes } from './themes.ts'
import { articleName } from './article-name.ts'
import { eventDay, sourceOf } from './date-words.ts'
import {
  areAllNew,
  attentionOf,
  changesWords,
  changeWords,
  emergingOf,
  historyWords,
  phraseParts,
  quiet,
  quietEmerging,
  readWords,
  rolesOf,
  themesStanding,
  titleOf,
  windowWords,
} from './digest-words.ts'
import { factOf, headingOf, moveWords, standingOf } from './fact-words.ts'
import { courseOf, many, percent, signed, toneWords } from './words.ts'

const shownInstruments = 15

export function renderMarkdown(digest: Digest): string {
  const { counts, previous, changes } = digest
  const sections = [
    [`# ${titleOf(digest)}`],
    [escaped(digest.lead)],
    [`${escaped(windowWords(digest))} ${escaped(readWords(digest))} ${historyWords(digest)}`],
    ...(changes === null
      ? []
      : [
          [changesWords(changes, digest.timezone)],
          changes.items.map((item) => `- ${item.change}: ${escaped(changeWords(item))}`),
          ...(changes.more > 0 ? [[`and ${many(changes.more, 'other change')}`]] : []),
        ]),
    ['## Themes'],
    ...quietOr(digest.themes, quiet.themes, (themes) => [
      ...themes.slice(0, wholeThemes).flatMap((theme) => themeBlocks(theme, digest)),
      ...others(themes.slice(wholeThemes), counts.themes - themes.length),
    ]),
    ['## New, returning, fading'],
    previous === null ? [quiet.turns] : turns(digest),
    ['## Phrases'],
    ...quietOr(digest.emerging, quietEmerging(digest), () =>
      phraseParts(digest).flatMap(({ title, phrases }) => [[`${title}:`], ...phrases.map(phraseLines)]),
    ),
    ['## Rates'],
    ...quietOr(digest.rates, quiet.rates, (facts) => [factLines(facts, counts.rates)]),
    ['## Policy'],
    ...quietOr(digest.policy, quiet.policy, (facts) => [factLines(facts, counts.policy)]),
    ['## Instruments'],
    ...quietOr(digest.instruments, quiet.instruments, (rows) => [
      ['Whose tone turned:'],
      ...quietOr(digest.movers, quiet.movers, (movers) => [movers.map((row) => instrumentLine(row, digest))]),
      ['Most told:'],
      [
        ...rows.slice(0, shownInstruments).map((row) => instrumentLine(row, digest)),
        ...more(counts.instruments - shownInstruments),
      ],
    ]),
    ['## Ahead'],
    ...quietOr(digest.calendar, quiet.calendar, (facts) => [
      [...facts.map(eventLine), ...more(counts.calendar - facts.length)],
    ]),
    ['## Where sources disagree'],
    ...quietOr(digest.disagreements, quiet.disagreements, (rows) => rows.flatMap(disagreementBlocks)),
    ['## Left out'],
    leftOutLines(digest.leftOut),
    ['## What the numbers mean'],
    digestDefinitions.map(
      ({ term, meaning, source }) => `- **${term}**: ${escaped(meaning)}${source === null ? '' : ` (${source})`}`,
    ),
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

type Block = string[]

const quietOr = <T>(rows: T[], quiet: string, show: (rows: T[]) => Block[]): Block[] =>
  rows.length === 0 ? [[quiet]] : show(rows)

const more = (count: number): Block => (count > 0 ? [`- and ${count} more`] : [])

const standing = ({ standing: word }: DigestTheme): string =>
  word === null ? '' : ` (${word === 'continuing' ? 'update' : word})`

function themeBlocks(theme: DigestTheme, digest: Digest): Block[] {
  const roles = rolesOf(theme)
  return [
    [`### ${escaped(theme.label)}${standing(theme)}`],
    [`${attentionOf(theme, digest)} · ${toneWords(theme.sentiment, theme.sentimentChange)}`],
    ...(tellsShare(theme, digest) ? [[courseOf(theme.course)]] : []),
    ...(roles.length > 0 ? [roles.map((role) => `- ${escaped(role)}`)] : []),
    ...theme.quotes.map(quoteLines),
  ]
}

const others = (themes: DigestTheme[], hidden: number): Block[] =>
  themes.length === 0
    ? []
    : [
        ['Also:'],
        [
          ...themes.map(
            (theme) =>
              `- ${escaped(theme.label)}${standing(theme)} · ${many(theme.stories, 'story')} · ${toneWords(theme.sentiment, theme.sentimentChange)}${theme.quotes[0] ? ` · ${link(theme.quotes[0])}` : ''}`,
          ),
          ...more(hidden),
        ],
      ]

function turns(digest: Digest): Block {
  const named = (themes: DigestTheme[]): string =>
    themes.length === 0 ? 'none' : themes.map((theme) => `${escaped(theme.label)} (${theme.stories})`).join(', ')
  const fading = digest.fading.map(
    ({ label, attention, attentionBefore, baseline }) =>
      `${escaped(label)} (${percent(attention)}, was ${percent(attentionBefore)}${baseline === null ? '' : `, usually ${percent(baseline)}`})`,
  )
  return [
    `- New: ${areAllNew(digest) ? 'every theme above' : named(themesStanding(digest, 'new'))}`,
    `- Returning: ${named(themesStanding(digest, 'returning'))}`,
    `- Fading: ${fading.length === 0 ? 'none' : fading.join(', ')}`,
  ]
}

const phraseLines = (phrase: EmergingPhrase): Block => [
  `**${escaped(phrase.label)}**: ${emergingOf(phrase)}`,
  ...phrase.quotes.slice(0, 1).flatMap((quoted) => ['', ...quoteLines(quoted)]),
]

const quoteLines = (quoted: Quoted): Block => [
  `> ${escaped(quoted.quote)}`,
  '>',
  `> — ${link(quoted)}${quoted.update ? ' (update)' : ''}`,
]

const factLines = (facts: DigestFact[], found: number): Block => [
  ...facts.map((fact) => factLine(fact, standingOf(fact.finding))),
  ...more(found - facts.length),
]

function factLine({ finding, quote, stories, update }: DigestFact, when: string): string {
  const notes = [when, stories > 1 ? many(stories, 'story') : '', update ? 'update' : '']
    .filter(Boolean)
    .map((note) => ` · ${escaped(note)}`)
    .join('')
  return `- ${escaped(headingOf(finding))}${notes} · ${link(finding)}${sentenceBelow(finding, quote)}`
}

/** Where the heading is not the whole of what is said. */
const sentenceBelow = (finding: DigestFact['finding'], quote: string): string =>
  headingOf(finding) === factOf(finding) ? '' : `\n  > ${escaped(quote)}`

function eventLine({ finding, quote, update }: DigestFact): string {
  const status = finding.kind === 'policy_event' && finding.value.status !== 'scheduled' ? finding.value.status : ''
  const notes = [status, update === false ? 'new' : ''].filter(Boolean).map((note) => ` · ${note}`)
  return `- **${eventDay({ finding })}** ${escaped(headingOf(finding))}${notes.join('')} · ${link(finding)}${sentenceBelow(finding, quote)}`
}

function instrumentLine(row: DigestInstrument, day: Day): string {
  const moves = row.moves.map((move) => moveWords(move.finding, day)).join('; ')
  const usual = row.usualSentiment === null ? '' : `, usually ${signed(row.usualSentiment)}`
  return `- ${[`**${escaped(row.name)}**`, escaped(shownSymbol(row.symbol))].filter(Boolean).join(' ')} · ${many(row.stories, 'story')} · ${toneWords(row.sentiment, row.sentimentChange)}${usual}${moves ? ` · ${escaped(moves)}` : ''}`
}

const disagreementBlocks = ({ about, positive, negative }: Disagreement): Block[] => [
  [`**${escaped(about.label)}**: ${many(positive.stories, 'story')} good, ${many(negative.stories, 'story')} bad`],
  quoteLines(positive.quote),
  quoteLines(negative.quote),
]

function leftOutLines({ duplicates, dropped, undated }: LeftOut): Block {
  const nameOf = (row: { title: string | null; url: string | null; articleId: string }): string =>
    escaped(articleName(row))
  const lines = [
    ...duplicates.articles.map(
      (row) =>
        `- ${nameOf(row)}${row.siteName ? ` (${escaped(row.siteName)})` : ''}: ${
          row.sameAs === 'story' ? 'tells the same as' : 'is the same article as'
        } “${escaped(articleName({ ...row.of, url: null }))}”, counted once`,
    ),
    ...more(duplicates.count - duplicates.articles.length),
    ...dropped.articles.map((row) => `- ${nameOf(row)}: ${escaped(row.reason.message)}`),
    ...more(dropped.count - dropped.articles.length),
    ...(undated.count > 0
      ? [
          `- ${many(undated.count, 'article')} of the store without a date, counted on no day: ${undated.articles
            .map(nameOf)
            .join(', ')}${undated.count > undated.articles.length ? ' …' : ''}`,
        ]
      : []),
  ]
  return lines.length > 0 ? lines : ['Nothing was left out.']
}

function link(from: Pick<Quoted, 'source'>): string {
  const text = escaped(sourceOf(from) || articleName(from.source))
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
