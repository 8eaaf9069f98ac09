/** Made-up findings of an article, ten on average, with sentences of its text as evidence. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  policyTypes,
  statuses,
  type Finding,
  type InstrumentType,
  type Role,
  type Sentiment,
  type Value,
} from '../../../types.ts'
import { chanceOf, rankedBy, type Chance } from './chance.ts'
import { inventedName, type Sentence } from './prose.ts'

/** Of the models, so that a theme asked for has its place among them. */
export const themes = readdirSync(fileURLToPath(new URL('../../../../models/themes/', import.meta.url)))
  .filter((file) => file.endsWith('.yml'))
  .map((file) => file.slice(0, -4))
  .sort()
export const symbolCount = 4000
export const banks = ['FED', 'ECB', 'BOE', 'BOJ', 'BOC', 'RBA', 'RBNZ', 'SNB', 'RIKSBANK', 'NORGES', 'PBOC', 'RBI']
export const rateSubjects = ['US10Y', 'US2Y', 'US_CPI', 'US_CORE_PCE', 'EA_HICP', 'GB10Y', 'DE10Y', 'US_MORTGAGE_30Y']
const agencies = [...banks, 'Congress', 'White House', 'Treasury', 'European Commission', 'OPEC+', 'Supreme Court']
const types: readonly InstrumentType[] = ['equity', 'equity', 'equity', 'equity', 'equity', 'etf', 'index', 'commodity']

const themeRank = rankedBy(themes.length, 0.8)
const symbolRank = rankedBy(symbolCount, 0.85)

/** The four letters of a number: AAAA, AAAB … */
export const symbolOf = (rank: number): string =>
  [17_576, 676, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor((rank * 7919) / place) % 26))).join('')
const nameOf = (rank: number): string => `${inventedName(chanceOf(rank))} ${rank % 3 ? 'Corp' : 'Holdings'}`

interface Told {
  readonly id: string
  readonly text: string
  readonly sentences: readonly Sentence[]
  /** Days since 1970. */
  readonly day: number
  /** YYYY-MM-DD */
  readonly date: string
}
type Part = { [K in Finding['kind']]: { kind: K; value: Value<K> } }[Finding['kind']]

export function inventedFindings(chance: Chance, told: Told): Finding[] {
  const symbols = some(chance, 2.6, () => symbolRank(chance))
  const parts: Part[] = [
    ...symbols.map((rank, i): Part => ({ kind: 'instrument', value: instrument(chance, rank, i) })),
    ...some(chance, 1.4, () => themeOn(chance, told.day)).map((rank, i): Part => ({
      kind: 'theme',
      value: theme(chance, themes[rank]!, i),
    })),
    ...symbols.flatMap((rank): Part[] => (chance.often(0.8) ? [{ kind: 'move', value: move(chance, rank) }] : [])),
    ...many(chance, 0.9, (): Part => ({ kind: 'rate', value: rate(chance, told.date) })),
    ...many(chance, 0.7, (): Part => ({ kind: 'policy_event', value: event(chance, told) })),
    ...many(chance, 2.2, (): Part => ({ kind: 'quote', value: quoted(chance) })),
    ...many(chance, 0.3, (): Part => ({ kind: 'stance', value: { issuer: chance.pick(banks), score: half(chance) } })),
  ]
  return parts.map((part, ordinal) => {
    const { start, end } = chance.pick(told.sentences)
    return {
      ...part,
      id: `${told.id.slice(0, 12)}${String(ordinal).padStart(4, '0')}`,
      evidence: [{ start, end, quote: told.text.slice(start, end) }],
      rule: 'synthetic',
      confidence: rounded(0.5 + chance.next() / 2),
    }
  })
}

/** On one day in eight a theme has a run of three days, on which it is told for many others. */
function themeOn(chance: Chance, day: number): number {
  const run = chanceOf(Math.floor(day / 3))
  const hot = run.often(0.4) ? run.below(themes.length) : null
  return hot !== null && chance.often(0.15) ? hot : themeRank(chance)
}

function many<T>(chance: Chance, mean: number, make: () => T): T[] {
  const count = Math.floor(2 * mean * chance.next() + chance.next())
  return Array.from({ length: count }, make)
}
const some = (chance: Chance, mean: number, draw: () => number): number[] => [...new Set(many(chance, mean, draw))]

const rounded = (value: number): number => Math.round(value * 1000) / 1000
const half = (chance: Chance): number => rounded(Math.max(-1, Math.min(1, chance.bell() / 2)))

function tone(chance: Chance): Sentiment {
  const score = half(chance)
  const neutral = rounded((1 - Math.abs(score)) / 2)
  const positive = rounded((1 - neutral + score) / 2)
  const label = score > 0.3 ? 'positive' : score < -0.3 ? 'negative' : 'neutral'
  return { probabilities: { positive, neutral, negative: rounded(1 - neutral - positive) }, score, label }
}
const relevance = (chance: Chance, place: number): number =>
  place === 0 && chance.often(0.4) ? 1 : rounded(0.1 + 0.8 * chance.next())

const instrument = (chance: Chance, rank: number, place: number): Value<'instrument'> => ({
  symbol: symbolOf(rank),
  exchange: rank % 2 ? 'NYSE' : 'NASDAQ',
  name: nameOf(rank),
  type: types[rank % types.length]!,
  relevance: relevance(chance, place),
  sentiment: tone(chance),
  mentions: 1 + chance.below(6),
})

const role = (chance: Chance): Role => {
  const rank = symbolRank(chance)
  return rank % 2 ? { symbol: symbolOf(rank), name: nameOf(rank) } : { name: `${inventedName(chance)} shares` }
}
const roles = (chance: Chance): Role[] => many(chance, 0.4, () => role(chance))
const theme = (chance: Chance, id: string, place: number): Value<'theme'> => ({
  theme: id,
  label: id.replaceAll('-', ' '),
  relevance: relevance(chance, place),
  sentiment: tone(chance),
  from: roles(chance),
  to: roles(chance),
  winners: roles(chance),
  losers: roles(chance),
})

const move = (chance: Chance, rank: number): Value<'move'> => ({
  subject: symbolOf(rank),
  direction: chance.often(0.5) ? 'up' : 'down',
  percent: rounded(Math.abs(chance.bell()) * 3),
  basis: chance.often(0.9) ? 'actual' : 'expected',
})

function rate(chance: Chance, date: string): Value<'rate'> {
  const level = rounded(Math.floor(chance.next() * 24) / 4)
  const issuer = chance.often(0.5)
  return {
    type: issuer ? 'policy_rate' : chance.pick(['bond_yield', 'inflation', 'mortgage_rate'] as const),
    ...(issuer ? { issuer: chance.pick(banks) } : { subject: chance.pick(rateSubjects) }),
    low: level,
    high: level,
    unit: 'percent',
    date: { from: date, to: date, precision: 'day' },
    basis: chance.pick(['actual', 'actual', 'actual', 'previous', 'expected', 'hypothetical'] as const),
  }
}

function event(chance: Chance, { day }: Told): Value<'policy_event'> {
  const type = chance.pick(policyTypes)
  const actor = chance.pick(agencies)
  const status = chance.pick(statuses)
  const ahead = status === 'scheduled' || status === 'expected' ? 1 + chance.below(60) : -chance.below(3)
  const from = new Date((day + ahead) * 86_400_000).toISOString().slice(0, 10)
  const decision = type === 'rate_decision'
  return {
    type,
    actor,
    jurisdiction: 'US',
    action: decision ? chance.pick(['hike', 'cut', 'hold']) : 'act',
    title: `${actor} ${type.replaceAll('_', ' ')}`,
    date: { from, to: from, precision: 'day' },
    status,
    details: [],
    ...(decision ? { rate: { low: 3, high: 3.25, changeBps: 25 }, vote: { for: 8, against: 1, dissenters: [] } } : {}),
  }
}

const quoted = (chance: Chance): Value<'quote'> => ({
  speaker: `${inventedName(chance)} ${inventedName(chance)}`,
  role: 'strategist',
  text: 'We sell what we know and hold what we do not.',
  verb: 'said',
})
