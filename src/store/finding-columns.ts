/** What lists filter and sort findings by, taken out of their values into columns. */
import type { Analysis, Finding } from '../types.ts'
import { storable } from './sql-types.ts'

export interface FindingColumns {
  symbol?: string
  theme?: string
  subject?: string
  issuer?: string
  type?: string
  basis?: string
  status?: string
  relevance?: number
  score?: number
  mentions?: number
}

export function columnsOf(finding: Finding): FindingColumns {
  switch (finding.kind) {
    case 'instrument': {
      const { symbol, type, relevance, sentiment, mentions } = finding.value
      return { symbol, type, relevance, score: sentiment.score, mentions }
    }
    case 'move':
      return { symbol: finding.value.subject, subject: finding.value.subject, basis: finding.value.basis }
    case 'rate': {
      const { type, issuer, subject, basis } = finding.value
      return { type, basis, ...(issuer === undefined ? {} : { issuer }), ...(subject === undefined ? {} : { subject }) }
    }
    case 'policy_event': {
      const { type, actor, status } = finding.value
      return { type, status, ...(actor === null ? {} : { issuer: actor }) }
    }
    case 'theme':
      return { theme: finding.value.theme, relevance: finding.value.relevance, score: finding.value.sentiment.score }
    case 'stance':
      return { issuer: finding.value.issuer, score: finding.value.score }
    case 'quote':
    case 'table':
      return {}
  }
}

/** The day a rate holds, YYYY-MM-DD or YYYY-MM: what it was stated for, and at the latest the day it was stated (ISO 8601). */
export function heldOn(finding: Finding, statedAt: string): string | null {
  if (finding.kind !== 'rate') return null
  const day = statedAt.slice(0, 10)
  const held = finding.value.date?.to ?? finding.value.date?.from ?? day
  return held < day ? held : day
}

/** Instruments and themes of the whole article. */
export function aboutOf({ findings }: Pick<Analysis, 'findings'>): { symbols: string[]; themes: string[] } {
  const symbols = new Set<string>()
  const themes = new Set<string>()
  for (const finding of findings) {
    if (finding.kind === 'instrument') symbols.add(storable(finding.value.symbol))
    if (finding.kind === 'theme') themes.add(storable(finding.value.theme))
  }
  return { symbols: [...symbols], themes: [...themes] }
}

/** Symbols and themes a finding concerns: its own; those of its article where it has none; none for a table of prices. */
export function concernsOf(
  finding: Finding,
  article: { symbols: string[]; themes: string[] },
): { symbols: string[]; themes: string[] } {
  if (finding.kind === 'table') return { symbols: [], themes: [] }
  const { symbol, theme } = columnsOf(finding)
  return {
    symbols: symbol === undefined ? article.symbols : [symbol],
    themes: theme === undefined ? article.themes : [theme],
  }
}
