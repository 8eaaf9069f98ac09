/** Invented analyses for tests of the store. */
import { createHash } from 'node:crypto'
import type { Analysis, Article, Finding, Value } from '../../src/types.ts'

const tone = (score: number) => ({
  probabilities: { positive: Math.max(0, score), neutral: 1 - Math.abs(score), negative: Math.max(0, -score) },
  score,
  label: score > 0.5 ? ('positive' as const) : score < -0.5 ? ('negative' as const) : ('neutral' as const),
})

type Part = { [K in Finding['kind']]: { kind: K; value: Value<K> } }[Finding['kind']]

export const theme = (id: string, relevance = 0.8, score = 0.2, roles: Partial<Value<'theme'>> = {}): Part => ({
  kind: 'theme',
  value: {
    theme: id,
    label: id.replaceAll('-', ' '),
    relevance,
    sentiment: tone(score),
    from: [],
    to: [],
    winners: [],
    losers: [],
    ...roles,
  },
})
export const instrument = (symbol: string, relevance = 0.8, score = 0.2, mentions = 2): Part => ({
  kind: 'instrument',
  value: {
    symbol,
    exchange: 'NYSE',
    name: `${symbol} Corp`,
    type: 'equity',
    relevance,
    sentiment: tone(score),
    mentions,
  },
})
export const rate = (issuer: string, level: number): Part => ({
  kind: 'rate',
  value: { type: 'policy_rate', issuer, low: level, high: level, unit: 'percent', date: null, basis: 'actual' },
})
export const decision = (actor: string): Part => ({
  kind: 'policy_event',
  value: {
    type: 'rate_decision',
    actor,
    jurisdiction: 'US',
    action: 'hold',
    title: `${actor} holds`,
    date: null,
    status: 'happened',
    details: [],
  },
})
export const move = (subject: string): Part => ({
  kind: 'move',
  value: { subject, direction: 'up', percent: 3, basis: 'actual' },
})

const table: Part = { kind: 'table', value: { rows: [{ symbol: 'GE', price: 301.1, changePercent: -1.38 }] } }
const firstLine = (tables: string): Finding['evidence'][number] => {
  const [quote = ''] = tables.split('\n')
  return { start: 0, end: quote.length, quote, field: 'tables' }
}

/** Words enough to compare, and different for each seed. */
export const prose = (seed: string, sentences = 12): string =>
  Array.from({ length: sentences }, (_, index) => {
    const word = (place: number) =>
      createHash('sha256').update(`${seed} ${index} ${place}`).digest('base64url').slice(0, 6)
    return `The ${word(0)} index ${word(1)} after ${word(2)} said ${word(3)} would ${word(4)} in ${word(5)} markets.`
  }).join(' ')

export interface Reading {
  readonly id: string
  readonly url?: string | null
  readonly canonicalUrl?: string | null
  readonly title?: string
  readonly text?: string
  /** Market data beside the text; there is then a finding of its first row. */
  readonly tables?: string
  readonly publishedAt?: string | null
  readonly publishedPrecision?: Article['publishedPrecision']
  readonly siteName?: string
  readonly findings?: readonly Part[]
  readonly models?: string
}

export function analysisOf(reading: Reading): Analysis {
  const title = reading.title ?? `Markets of ${reading.id}`
  const text = reading.text ?? prose(reading.id)
  const publishedAt = reading.publishedAt === undefined ? '2026-03-10T12:00:00Z' : reading.publishedAt
  return {
    id: reading.id,
    article: {
      url: reading.url ?? null,
      canonicalUrl: reading.canonicalUrl ?? null,
      title,
      authors: ['A. Writer'],
      siteName: reading.siteName ?? 'Example Wire',
      publishedAt,
      publishedPrecision: publishedAt === null ? null : (reading.publishedPrecision ?? 'instant'),
      language: 'en',
      text,
      wordCount: text.split(' ').length,
      tables: reading.tables ?? '',
      contentHash: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
    },
    findings: [...(reading.findings ?? []), ...(reading.tables ? [table] : [])].map((part, index) => ({
      id: createHash('sha256').update(`${reading.id} ${index} ${part.kind}`).digest('hex').slice(0, 16),
      ...part,
      evidence: part === table ? [firstLine(reading.tables!)] : [{ start: 0, end: 3, quote: text.slice(0, 3) }],
      rule: 'by-hand',
      confidence: 0.9,
    })),
    version: { themewire: '0.1.0', pipeline: 'test@1', models: reading.models ?? 'm1' },
  }
}
