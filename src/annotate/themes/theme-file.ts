/** What a theme file may say, and a sentence with its line for everything it may not. */
import { z } from 'zod'
import { ThemewireError } from '../../errors.ts'
import { noSuch } from '../../text/nearest.ts'

const sentence = z.string().min(8)
/** Each gap multiplies the ways in which a phrase can be found; none of ours needs more. */
const mostGaps = 3
const phrase = z
  .string()
  .min(1)
  .max(1500)
  .refine((text) => (text.match(/\.{2,3}(?=\s|$)/g)?.length ?? 0) <= mostGaps, {
    message: `has more than ${mostGaps} gaps, and would take too long to look for`,
  })
const phrases = z.array(phrase).default([])

export const categories = [
  'market-structure',
  'investor-behaviour',
  'technology-ai',
  'monetary-policy',
  'inflation-growth',
  'fiscal-trade',
  'earnings-corporate',
  'credit-banks',
  'commodities-energy',
  'sectors',
  'regions',
  'currencies',
  'geopolitics',
  'crypto',
] as const

/** One file of `models/themes/`. Phrases are written as in text/phrases.ts. */
export const ThemeFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'is an id of small letters, digits and hyphens'),
  label: z.string().min(2),
  parent: z.enum(categories),
  about: z.string().min(10),
  /** What the theme's mere presence means for what it concerns. */
  polarity: z.enum(['positive', 'neutral', 'negative']),
  /** Does more of what the theme names do good? Says how "rises" and "falls" beside it are read; absent: by the words alone. */
  more: z.enum(['good', 'bad']).optional(),
  /** Phrases of which one in the headline or lead makes the theme. */
  terms: phrases,
  /** The same, that also say how the news is, whatever `polarity` says. */
  positive: phrases,
  negative: phrases,
  /** Weaker words, counted at a third, never enough by themselves. */
  hints: phrases,
  /** Somewhere in the article one of these must stand. */
  requires: phrases,
  /** A sentence that holds one of these does not count. */
  forbids: phrases,
  /** Lines of `models/instruments/industries.tsv`: a company of one of them, named, counts as a hint. */
  industries: z.array(z.string().min(2)).default([]),
  /** Policy events that speak of the theme as a phrase does: `rate_decision cut`, `tariff`. */
  events: z
    .array(z.string().regex(/^[a-z_]+(?: [a-z]+)?$/, 'is a type of policy event and, where needed, its action'))
    .default([]),
  /**
   * Phrases whose slots say who money leaves and who it goes to; of tariffs who imposes them, on whom, on what, and phrases
   * that say of those they overlap whether they stand, are threatened or are lifted.
   */
  roles: z
    .strictObject({
      from: phrases,
      to: phrases,
      imposer: phrases,
      target: phrases,
      goods: phrases,
      imposed: phrases,
      threatened: phrases,
      lifted: phrases,
    })
    .prefault({}),
  examples: z.array(sentence).min(5, 'needs at least five example sentences'),
  counterExamples: z.array(sentence).min(5, 'needs at least five counter-examples'),
})
export type ThemeFile = z.output<typeof ThemeFile>

/** What is wrong with a phrase as such; null when nothing is. */
export type PhraseCheck = (phrase: string) => string | null

/**
 * Validates the data of one file; throws `bad-models` with all that is wrong, each with its line. `check` is asked of the phrases
 * only where something else is wrong, so that one round tells all: those of a right file are compiled next.
 */
export function readTheme(path: string, content: string, data: unknown, check: PhraseCheck = () => null): ThemeFile {
  if (data === null || data === undefined) throw wrongTheme(path, [{ line: null, message: 'the file is empty' }])
  const parsed = ThemeFile.safeParse(data)
  if (!parsed.success) {
    const wrong = parsed.error.issues.flatMap((issue): Wrong[] => {
      const where = issue.path.map(String)
      if (issue.code === 'unrecognized_keys') {
        const known = Object.keys(where[0] === 'roles' ? ThemeFile.shape.roles.def.innerType.shape : ThemeFile.shape)
        return issue.keys.map((key) => ({
          line: lineOf(content, [...where, key]),
          message: noSuch(`"${key}" in a theme file`, key, known),
        }))
      }
      const [key = ''] = where
      if (where.length === 1 && !Object.hasOwn(data, key)) return [{ line: null, message: `it needs "${key}"` }]
      return [{ line: lineOf(content, where), message: `${where.join('.') || 'the file'}: ${issue.message}` }]
    })
    throw wrongTheme(path, [...wrong, ...wrongPhrases(content, data, check)])
  }
  const theme = parsed.data
  const named = path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '')
  if (named !== theme.id) throw badTheme(path, content, ['id'], `id: "${theme.id}" must be the file's name, "${named}"`)
  if (theme.terms.length + theme.positive.length + theme.negative.length === 0) {
    throw badTheme(path, content, ['id'], 'terms: a theme needs at least one phrase in terms, positive or negative')
  }
  return theme
}

/** The error for something wrong in a theme file. `where` is the way to it: `['terms', '3']`. */
export const badTheme = (path: string, content: string, where: readonly string[], message: string): ThemewireError =>
  wrongTheme(path, [{ line: lineOf(content, where), message }])

/** The error for phrases that cannot be looked for, all of them. */
export const badPhrases = (path: string, content: string, data: unknown, check: PhraseCheck): ThemewireError =>
  wrongTheme(path, wrongPhrases(content, data, check))

function wrongPhrases(content: string, data: unknown, check: PhraseCheck, above: readonly string[] = []): Wrong[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data as Record<string, unknown>).flatMap(([key, value]): Wrong[] => {
    const where = [...above, key]
    if (key === 'roles') return wrongPhrases(content, value, check, where)
    if (!Array.isArray(value) || !isPhrases(where)) return []
    return value.flatMap((phrase, i): Wrong[] => {
      const message = typeof phrase === 'string' ? check(phrase) : null
      return message === null ? [] : [{ line: lineOf(content, [...where, String(i)]), message }]
    })
  })
}

const isPhrases = ([key = '', ...below]: readonly string[]): boolean =>
  below.length > 0 || ['terms', 'positive', 'negative', 'hints', 'requires', 'forbids'].includes(key)

interface Wrong {
  /** Null for what is missing. */
  readonly line: number | null
  readonly message: string
}

function wrongTheme(path: string, wrong: readonly Wrong[]): ThemewireError {
  const told = wrong
    .toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity))
    .map(({ line, message }) => (line === null ? message : `line ${line}: ${message}`))
  return new ThemewireError('bad-models', `${path}, ${told.join('; ')}`, {
    hint: `mend ${told.length === 1 ? 'that' : 'those'}; models/themes/rotation.yml shows every part of a theme file`,
  })
}

/** The line of a key or of the n-th item below it. Theme files are flat enough to find it without parsing them anew. */
function lineOf(content: string, where: readonly string[]): number {
  const lines = content.split('\n')
  let line = 0
  for (const [depth, step] of where.entries()) {
    const index = /^\d+$/.test(step) ? Number(step) : null
    const parent = depth === 0 ? 0 : line + 1
    if (index === null) {
      const found = lines.findIndex((text, i) => i >= parent && text.trimStart().startsWith(`${step}:`))
      if (found < 0) break
      line = found
    } else {
      let seen = -1
      const found = lines.findIndex((text, i) => i >= parent && /^\s*-(?:\s|$)/.test(text) && ++seen === index)
      if (found < 0) break
      line = found
    }
  }
  return line + 1
}
