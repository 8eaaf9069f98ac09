/**
 * The names and symbols of all instruments, from models/instruments: a derived table of US listings and curated lists.
 * Fixed lists never collide with a ticker: indices ^GSPC, currencies EUR=X, commodities GC=F, crypto BTC-USD, bonds US10Y, groups @MAG7.
 */
import { z } from 'zod'
import { ThemewireError } from '../../errors.ts'
import { tokenize } from '../../text/tokens.ts'
import type { InstrumentType } from '../../types.ts'
import { governmentBonds, BondFile } from './bonds.ts'
import { readListings } from './listings.ts'
import type { RuleName } from './rules.ts'
import { smallBrand, wordsOf } from './words.ts'

export interface Instrument {
  readonly symbol: string
  readonly exchange: string | null
  readonly name: string
  readonly cik?: string
  readonly type: InstrumentType
  readonly members?: readonly string[]
  /** Market value in millions of USD; 0 when unknown. */
  readonly cap: number
  /** Member of the S&P 500, or curated: known to readers without explanation. */
  readonly known: boolean
}

/** What a name may stand for. */
export interface Candidate {
  readonly symbol: string
  /** Enough by itself; else the context must support it. */
  readonly strong: boolean
  /** May be written in lower case ("gold", "gilts"). */
  readonly anyCase: boolean
  /** From a curated list, which has the last word over derived names. */
  readonly curated: boolean
  /** Defined by an explicit ticker of this article. */
  readonly defined?: RuleName
  /** First and last year in which the name meant this instrument: "Chrysler" is a listed company's since 2014. */
  readonly since?: number
  readonly until?: number
}

export interface Gazetteer {
  readonly instrument: (symbol: string) => Instrument | undefined
  /** The current symbol for one as written: share classes (`BRK-B`), former tickers (`FB`); undefined when there is none. */
  readonly resolve: (symbol: string) => string | undefined
  readonly named: (key: string) => readonly Candidate[] | undefined
  /** Words in the longest name that begins with this word, written `small` or with a capital; 0 when none does. */
  readonly longest: (firstWord: string, small: boolean) => number
}

type Years = Pick<Candidate, 'since' | 'until'>

const names = z.array(z.string())
const FixedList = z.record(z.string(), z.strictObject({ name: z.string(), names, weak: names }))
const GroupList = z.record(z.string(), z.strictObject({ name: z.string(), names, since: z.int(), members: names }))
const CompanyList = z.record(
  z.string(),
  z.strictObject({
    name: z.string().optional(),
    names: names.default([]),
    weak: names.default([]),
    tickers: names.default([]),
    exchange: z.string().optional(),
    us: z.string().optional(),
    since: z.record(z.string(), z.int()).default({}),
    until: z.record(z.string(), z.int()).default({}),
  }),
)

/** The contents of models/instruments: the table as text, the rest as parsed YAML. */
export interface InstrumentFiles {
  readonly listings: string
  readonly companies: unknown
  readonly indices: unknown
  readonly currencies: unknown
  readonly commodities: unknown
  readonly crypto: unknown
  readonly bonds: unknown
  readonly groups: unknown
}

const legalForm = / (?:ag|co|corp|corporation|inc|limited|ltd|nv|plc|sa|se)$/

/** The candidates, when each is enough by itself. */
const standing = (named: readonly Candidate[] | undefined): readonly Candidate[] | undefined =>
  named?.every(({ strong }) => strong) ? named : undefined

/** Look-up key of a name, as the words of a text are keyed. */
export const keyOf = (name: string): string =>
  wordsOf(tokenize(name))
    .map((word) => word.norm)
    .join(' ')

function checked<T>(file: string, schema: z.ZodType<T>, data: unknown): T {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ThemewireError(
    'bad-models',
    `models/instruments/${file}.yml, ${issue?.path.join('.') || 'file'}: ${issue?.message ?? 'not valid'}`,
    { hint: 'write the entry as its neighbours are' },
  )
}

/** Builds the gazetteer; throws `bad-models` naming the entry when a curated file is malformed. */
export function buildGazetteer(files: InstrumentFiles): Gazetteer {
  const instruments = new Map<string, Instrument>()
  const aliases = new Map<string, string>()
  const candidates = new Map<string, Candidate[]>()
  const longest = new Map<string, number>()
  const longestSmall = new Map<string, number>()

  const count = (key: string, small: boolean): void => {
    const space = key.indexOf(' ')
    const first = space < 0 ? key : key.slice(0, space)
    let length = 1
    for (let at = space; at >= 0; at = key.indexOf(' ', at + 1)) length++
    if (length > (longest.get(first) ?? 0)) longest.set(first, length)
    if ((small || smallBrand.test(key)) && length > (longestSmall.get(first) ?? 0)) longestSmall.set(first, length)
  }
  const add = (key: string, symbol: string, strong: boolean, anyCase = false, years: Years = {}): void => {
    const there = candidates.get(key)
    if (there?.some((other) => other.symbol === symbol)) return
    const candidate = { symbol, strong, anyCase, curated: true, ...years }
    if (there) there.push(candidate)
    else candidates.set(key, [candidate])
    count(key, anyCase)
  }

  const curatedUs = new Set<string>()
  for (const [symbol, company] of Object.entries(checked('companies', CompanyList, files.companies))) {
    if (company.name !== undefined) {
      const exchange = company.exchange ?? null
      instruments.set(symbol, { symbol, exchange, name: company.name, type: 'equity', cap: 0, known: true })
      add(keyOf(company.name), symbol, true)
    }
    if (company.us !== undefined) {
      aliases.set(company.us, symbol)
      curatedUs.add(company.us)
    }
    for (const ticker of company.tickers) aliases.set(ticker, symbol)
    for (const name of company.weak) add(keyOf(name), symbol, false)
    for (const name of company.names) add(keyOf(name), symbol, true)
    for (const [name, since] of Object.entries(company.since)) add(keyOf(name), symbol, true, false, { since })
    for (const [name, until] of Object.entries(company.until)) add(keyOf(name), symbol, true, false, { until })
  }

  const fixed = (type: InstrumentType, file: string, list: unknown, anyCase: boolean): void => {
    for (const [symbol, entry] of Object.entries(checked(file, FixedList, list))) {
      instruments.set(symbol, { symbol, exchange: null, name: entry.name, type, cap: 0, known: true })
      for (const name of entry.weak) add(keyOf(name), symbol, false, anyCase)
      for (const name of [entry.name, ...entry.names]) add(keyOf(name), symbol, true, anyCase)
    }
  }
  fixed('index', 'indices', files.indices, false)
  fixed('currency', 'currencies', files.currencies, true)
  fixed('commodity', 'commodities', files.commodities, true)
  fixed('crypto', 'crypto', files.crypto, true)
  for (const bond of governmentBonds(checked('bonds', BondFile, files.bonds))) {
    const { symbol, name } = bond
    instruments.set(symbol, { symbol, exchange: null, name, type: 'bond', cap: 0, known: true })
    for (const spelled of bond.names) add(keyOf(spelled), symbol, true, true)
  }
  for (const [symbol, group] of Object.entries(checked('groups', GroupList, files.groups))) {
    const { name, members } = group
    instruments.set(symbol, { symbol, exchange: null, name, type: 'group', members, cap: 0, known: true })
    for (const spelled of [name, ...group.names]) add(keyOf(spelled), symbol, true, /^[a-z]/.test(spelled))
  }

  const listings = readListings(
    files.listings,
    (symbol) => (curatedUs.has(symbol) ? aliases.get(symbol)! : symbol),
    count,
  )
  for (const [key, meant] of candidates) {
    const small = ({ symbol }: Candidate): boolean =>
      listings.isSmall(symbol) || /^\p{Ll}/u.test(instruments.get(symbol)?.name ?? '')
    if (meant.some(small)) count(key, true)
  }
  const resolve = (symbol: string): string | undefined => {
    const plain = symbol.replace(/[-/ ](?=[A-Z]$)/, '.')
    const alias = aliases.get(plain)
    if (alias !== undefined && (curatedUs.has(plain) || !listings.has(plain))) return alias
    return listings.has(plain) || instruments.has(plain) ? plain : undefined
  }
  return {
    instrument: (symbol) => instruments.get(symbol) ?? listings.instrument(symbol),
    resolve,
    // Curated names have the last word over derived ones, with a legal form behind them too: "Daimler AG".
    named: (key) => candidates.get(key) ?? standing(candidates.get(key.replace(legalForm, ''))) ?? listings.named(key),
    longest: (firstWord, small) => (small ? longestSmall : longest).get(firstWord) ?? 0,
  }
}
