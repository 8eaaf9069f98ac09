/**
 * Gold cases as data: they stand beside the rules they prove (`annotate/<kind>/cases.ts` exports `cases`).
 * `test/annotate/cases.test.ts` runs each through the whole default pipeline, and fails when a rule has none.
 */
import type { Kind } from '../types.ts'

export interface Case {
  readonly kind: Kind
  /** What the value must at least hold; absent: no finding of this kind may come of the text. */
  readonly expected?: Readonly<Record<string, unknown>>
  /** With `expected` absent: only a finding whose value holds this is unwanted. */
  readonly unwanted?: Readonly<Record<string, unknown>>
  /** Which rule has to say it. */
  readonly rule?: string
  readonly text: string
  readonly title?: string
  /** Market data beside the text, as the article keeps it. */
  readonly tables?: string
  /** The article's day, for "today" and "last Wednesday". */
  readonly publishedAt?: string
}

type Text =
  string | { readonly text: string; readonly title?: string; readonly tables?: string; readonly publishedAt?: string }

const asCase = (text: Text): Omit<Case, 'kind' | 'expected'> => (typeof text === 'string' ? { text } : text)

/** Each text gives a finding of `kind`, by `rule` where one is named, whose value holds `expected` (deep, partial). */
export const reads = (
  { kind, rule, ...expected }: { kind: Kind; rule?: string } & Record<string, unknown>,
  ...texts: Text[]
): Case[] => texts.map((text) => ({ kind, expected, ...(rule === undefined ? {} : { rule }), ...asCase(text) }))

/** No text gives a finding of `kind`; written as an object, none whose value holds the rest of it. */
export const ignores = (what: Kind | ({ kind: Kind } & Record<string, unknown>), ...texts: Text[]): Case[] => {
  const { kind, ...unwanted } = typeof what === 'string' ? { kind: what } : what
  return texts.map((text) => ({ kind, unwanted, ...asCase(text) }))
}
