/** Compiles theme files into one matcher that looks for all of them in one pass. */
import { ThemewireError } from '../../errors.ts'
import { noSuch } from '../../text/nearest.ts'
import { PhraseError, PhraseMatcher } from '../../text/phrases.ts'
import type { Vocabulary } from '../../text/vocabulary.ts'
import type { Aboutness } from './aboutness.ts'
import { badPhrases, badTheme, readTheme, type ThemeFile } from './theme-file.ts'

/** What a phrase stands for. `polarity` is set where the phrase itself says how the news is. */
export interface Mark {
  readonly theme: number
  readonly kind: 'term' | 'hint' | 'requires' | 'forbids' | 'from' | 'to'
  readonly polarity: -1 | 0 | 1 | null
}

/** Parts in a theme that places and goods play. */
export const tradeParts = ['imposer', 'target', 'goods'] as const
export type Part = (typeof tradeParts)[number]
/** How far what is told of trade has come: a phrase says so of what it overlaps. */
export const tradeStages = ['imposed', 'threatened', 'lifted'] as const
export type Stage = (typeof tradeStages)[number]

export interface ThemeSet {
  readonly themes: readonly ThemeFile[]
  readonly matcher: PhraseMatcher<Mark>
  /** Who plays which part in trade; looked for only where a theme that has such parts is spoken of. */
  readonly parts: PhraseMatcher<{ readonly theme: number; readonly part: Part | Stage }>
  readonly vocabulary: Vocabulary
  readonly tone: PhraseMatcher<Tone>
  /** The themes that a company's name speaks of, by its symbol. */
  readonly bySymbol: ReadonlyMap<string, readonly number[]>
  readonly aboutness: Aboutness | undefined
}
export type Tone = (typeof tones)[number] | 'absent' | 'denial'
const tones = ['up', 'down', 'fading', 'negator', 'fear', 'describing'] as const

/** What of a theme's phrase says that there is none of it: "no sign of AI fatigue". */
const absence =
  '(no|little|scant|few|hardly any|without) (sign|hint|evidence|trace|indication|whiff|suggestion) of (a|an|any|the)?'

/** What says that a theme is not, or no longer, to be reckoned with, before it or after. */
const denials = [
  '(no longer|not|never|hardly) (expect~|foresee~|predict~|project~|anticipate~)',
  "(don't|doesn't|didn't) (expect|foresee|predict|project|anticipate)",
  "(no longer|not|hardly|isn't|aren't|wasn't|won't be) .. (base case|central case|central scenario|main scenario|expected|forecast|foreseen|projected|on the cards|on the horizon|in sight|worry|concern|threat|danger|risk|problem)",
  "(no longer|not|isn't|aren't) .. (likely|probable|imminent|inevitable)",
  'off the table',
]

const parts = ['terms', 'positive', 'negative', 'hints', 'requires', 'forbids'] as const
const kindOf = {
  terms: 'term',
  positive: 'term',
  negative: 'term',
  hints: 'hint',
  requires: 'requires',
  forbids: 'forbids',
} as const

/** One theme file, as read: where it is, its text for line numbers, its data. */
export interface ThemeSource {
  readonly path: string
  readonly content: string
  readonly data: unknown
}

/** What themes are read by besides their files: the table of industries.tsv, and trained weights. */
export interface ThemeAids {
  readonly industries: string
  readonly aboutness: Aboutness | undefined
}

/** Compiles themes; throws `bad-models` with the line of what is wrong. */
export function buildThemes(
  sources: readonly ThemeSource[],
  vocabulary: Vocabulary,
  aids: ThemeAids = { industries: '', aboutness: undefined },
): ThemeSet {
  const industries = new Map(
    aids.industries.split('\n').map((line) => [line.split('\t')[0]!, line.split('\t')[1]?.split(' ') ?? []]),
  )
  const bySymbol = new Map<string, number[]>()
  const matcher = new PhraseMatcher<Mark>(vocabulary.lists)
  const partMatcher: ThemeSet['parts'] = new PhraseMatcher(vocabulary.lists)
  const seen = new Map<string, string>()
  const check = (phrase: string): string | null => {
    try {
      new PhraseMatcher(vocabulary.lists).add(phrase, null)
      return null
    } catch (error) {
      if (error instanceof PhraseError) return error.message
      throw error
    }
  }
  const themes = sources.map((source, theme) => {
    const file = readTheme(source.path, source.content, source.data, check)
    const other = seen.get(file.id)
    if (other !== undefined) throw badTheme(source.path, source.content, ['id'], `id: "${file.id}" is also in ${other}`)
    seen.set(file.id, source.path)
    const add = (phrase: string, mark: Mark | Part | Stage): void => {
      try {
        if (typeof mark === 'string') partMatcher.add(phrase, { theme, part: mark })
        else matcher.add(phrase, mark)
      } catch (error) {
        if (error instanceof PhraseError) throw badPhrases(source.path, source.content, source.data, check)
        throw error
      }
    }
    for (const part of parts) {
      const polarity = part === 'positive' ? 1 : part === 'negative' ? -1 : null
      file[part].forEach((phrase) => add(phrase, { theme, kind: kindOf[part], polarity }))
    }
    file.industries.forEach((name, i) => {
      const symbols = industries.get(name)
      if (!symbols && aids.industries !== '')
        throw badTheme(source.path, source.content, ['industries', String(i)], `there is no industry "${name}"`)
      for (const symbol of symbols ?? []) bySymbol.set(symbol, [...(bySymbol.get(symbol) ?? []), theme])
    })
    for (const part of ['from', 'to'] as const) {
      file.roles[part].forEach((phrase) => add(phrase, { theme, kind: part, polarity: null }))
    }
    for (const part of [...tradeParts, ...tradeStages]) {
      file.roles[part].forEach((phrase) => add(phrase, part))
    }
    return file
  })
  const tone = new PhraseMatcher<Tone>(vocabulary.lists)
  tone.add(absence, 'absent')
  for (const phrase of denials) tone.add(phrase, 'denial')
  for (const name of tones) tone.add(`@${name}`, name)
  return { themes, matcher, parts: partMatcher, vocabulary, tone, bySymbol, aboutness: aids.aboutness }
}

/** The set cut down to some ids; throws `bad-pipeline` for an id that is none. */
export function chooseThemes(set: ThemeSet, ids: readonly string[] | undefined): ReadonlySet<number> {
  if (ids === undefined) return new Set(set.themes.keys())
  return new Set(
    ids.map((id) => {
      const index = set.themes.findIndex((theme) => theme.id === id)
      if (index < 0) {
        const known = set.themes.map((theme) => theme.id)
        throw new ThemewireError('bad-pipeline', noSuch(`theme "${id}"`, id, known), {
          hint: 'a theme is a file in models/themes/, named after its id',
        })
      }
      return index
    }),
  )
}
