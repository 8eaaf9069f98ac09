/** A small store for API tests: six invented articles, analysed by hand, saved the way a worker saves them. */
import { createHash } from 'node:crypto'
import type { Analysis, Finding, Span } from '../../src/types.ts'

export interface Sample {
  readonly url: string
  readonly title: string
  readonly text: string
  readonly publishedAt: string | null
  readonly precision: 'instant' | 'day' | null
  readonly findings: (evidence: (quote: string) => Span[]) => Omit<Finding, 'id'>[]
}

const tone = (score: number) => ({
  probabilities: { positive: (1 + score) / 2, neutral: 0, negative: (1 - score) / 2 },
  score,
  label: score > 0 ? ('positive' as const) : ('negative' as const),
})
const sure = { rule: 'by-hand', confidence: 0.9 }
const theme = (id: string, label: string, relevance: number, score: number, evidence: Span[]) => ({
  kind: 'theme' as const,
  value: {
    theme: id,
    label,
    relevance,
    sentiment: tone(score),
    from: id === 'sector-rotation' ? [{ name: 'technology' }] : [],
    to: id === 'sector-rotation' ? [{ symbol: 'XLF', name: 'banks' }] : [],
    winners: [],
    losers: [],
  },
  evidence,
  ...sure,
})
const equity = (symbol: string, name: string, relevance: number, score: number, evidence: Span[]) => ({
  kind: 'instrument' as const,
  value: {
    symbol,
    exchange: 'NYSE',
    name,
    type: 'equity' as const,
    relevance,
    sentiment: tone(score),
    mentions: evidence.length,
  },
  evidence,
  ...sure,
})

export const samples: readonly Sample[] = [
  {
    url: 'https://ledger.example/markets/banks-lead',
    title: 'Banks lead as money leaves chip makers',
    text: 'Investors sold chip makers and bought lenders on Tuesday. Harbor Bank rose 3 percent after its results. Lumen Devices fell for a fourth day.',
    publishedAt: '2026-03-10T15:30:00Z',
    precision: 'instant',
    findings: (at) => [
      theme('sector-rotation', 'Sector rotation', 1, 0.4, at('sold chip makers and bought lenders')),
      equity('HRBK', 'Harbor Bank', 0.9, 0.7, at('Harbor Bank')),
      equity('LUMD', 'Lumen Devices', 0.6, -0.6, at('Lumen Devices')),
      {
        kind: 'move',
        value: { subject: 'HRBK', direction: 'up', percent: 3, basis: 'actual' },
        evidence: at('Harbor Bank rose 3 percent'),
        ...sure,
      },
    ],
  },
  {
    url: 'https://wire.example/fed-holds',
    title: 'Fed holds rates and waits',
    text: 'The Federal Reserve kept its target range at 3.50 to 3.75 percent on Wednesday. Two members voted against. Inflation ran at 2.8 percent in February.',
    publishedAt: '2026-03-11T18:00:00Z',
    precision: 'instant',
    findings: (at) => [
      theme('monetary-policy', 'Monetary policy', 1, 0.1, at('kept its target range')),
      {
        kind: 'rate',
        value: {
          type: 'policy_rate',
          issuer: 'FED',
          low: 3.5,
          high: 3.75,
          unit: 'percent',
          action: 'hold',
          changeBps: 0,
          date: { from: '2026-03-11', to: '2026-03-11', precision: 'day' },
          basis: 'actual',
        },
        evidence: at('3.50 to 3.75 percent'),
        ...sure,
      },
      {
        kind: 'rate',
        value: {
          type: 'inflation',
          subject: 'US_CPI',
          low: 2.8,
          high: 2.8,
          unit: 'percent',
          date: { from: '2026-02', to: '2026-02', precision: 'month' },
          basis: 'actual',
        },
        evidence: at('2.8 percent'),
        ...sure,
      },
      {
        kind: 'policy_event',
        value: {
          type: 'rate_decision',
          actor: 'FED',
          jurisdiction: 'US',
          action: 'hold',
          title: 'Fed holds its target range',
          date: { from: '2026-03-11', to: '2026-03-11', precision: 'day' },
          status: 'happened',
          details: [],
          rate: { low: 3.5, high: 3.75, changeBps: 0 },
          vote: { for: 10, against: 2, dissenters: [] },
        },
        evidence: at('kept its target range at 3.50 to 3.75 percent'),
        ...sure,
      },
    ],
  },
  {
    url: 'https://ledger.example/markets/ecb-day',
    title: 'ECB expected to cut in June',
    text: 'Economists expect the European Central Bank to cut its deposit rate to 1.75 percent in June, and tariffs remain a risk.',
    publishedAt: '2026-03-12T00:00:00Z',
    precision: 'day',
    findings: (at) => [
      theme('monetary-policy', 'Monetary policy', 0.8, 0.3, at('cut its deposit rate')),
      theme('tariffs', 'Tariffs', 0.3, -0.2, at('tariffs remain a risk')),
      {
        kind: 'rate',
        value: {
          type: 'policy_rate',
          issuer: 'ECB',
          low: 1.75,
          high: 1.75,
          unit: 'percent',
          action: 'cut',
          date: { from: '2026-06', to: '2026-06', precision: 'month' },
          basis: 'expected',
        },
        evidence: at('1.75 percent in June'),
        ...sure,
      },
    ],
  },
  {
    url: 'https://wire.example/oil',
    title: 'Oil slips as output grows',
    text: 'Crude slipped below 61 dollars. Northern Drilling (NYSE: NDRL) said that it would pump more. Harbor Bank cut its forecast.',
    publishedAt: '2026-03-12T09:00:00+01:00',
    precision: 'instant',
    findings: (at) => [
      theme('oil-supply', 'Oil supply', 0.9, -0.5, at('Crude slipped below 61 dollars')),
      equity('NDRL', 'Northern Drilling', 0.7, -0.1, at('Northern Drilling (NYSE: NDRL)')),
      equity('HRBK', 'Harbor Bank', 0.2, -0.2, at('Harbor Bank')),
    ],
  },
  {
    url: 'https://blog.example/undated',
    title: 'What tariffs do to margins',
    text: 'Importers pay first and customers pay later. An importer\'s margin is <b>thin</b>; "tariffs" eat it.',
    publishedAt: null,
    precision: null,
    findings: (at) => [theme('tariffs', 'Tariffs', 1, -0.6, at('Importers pay first'))],
  },
]

/** The same story as `samples[0]`, from another site. */
export const syndicated: Sample = {
  ...samples[0]!,
  url: 'https://mirror.example/banks-lead-2',
  publishedAt: '2026-03-10T17:00:00Z',
}

export function analysisOf(id: string, sample: Sample): Analysis {
  const evidence = (quote: string): Span[] => {
    const start = sample.text.indexOf(quote)
    if (start < 0) throw new Error(`"${quote}" is not in ${sample.url}`)
    return [{ start, end: start + quote.length, quote }]
  }
  return {
    id,
    article: {
      url: sample.url,
      canonicalUrl: sample.url,
      title: sample.title,
      authors: ['A. Writer'],
      siteName: new URL(sample.url).hostname,
      publishedAt: sample.publishedAt,
      publishedPrecision: sample.precision,
      language: 'en',
      text: sample.text,
      tables: '',
      wordCount: sample.text.split(' ').length,
      contentHash: createHash('sha256').update(`${sample.title}\n${sample.text}`).digest('hex'),
    },
    findings: sample.findings(evidence).map((finding, at) => ({
      ...finding,
      id: createHash('sha256').update(`${id}|${at}`).digest('hex').slice(0, 16),
    })) as Finding[],
    version: { themewire: '0.0.0-test', pipeline: 'by-hand@1', models: 'none' },
  }
}
