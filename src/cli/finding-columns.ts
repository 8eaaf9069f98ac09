/** Findings for files: every field a column of its own, under its name in the contract; nested ones as `date_from`, `rate_low`. */
import type { FindingRow } from '../query.ts'
import { kinds as allKinds, type Kind } from '../types.ts'
import type { Column } from './output.ts'

type Cell = string | number | null

/** Fields of each kind, in order. Lists are joined by "; ", who plays a part by symbol or else name. */
const fields: Record<Kind, readonly string[]> = {
  instrument: ['symbol', 'exchange', 'name', 'cik', 'type', 'members', 'relevance', 'mentions'],
  move: ['subject', 'direction', 'percent', 'points', 'basisPoints', 'level', 'period_from', 'period_to', 'basis'],
  rate: ['type', 'issuer', 'subject', 'low', 'high', 'unit', 'action', 'changeBps', 'date_from', 'date_to', 'date_precision', 'basis'], // prettier-ignore
  policy_event: ['type', 'actor', 'person', 'jurisdiction', 'action', 'status', 'title', 'date_from', 'date_to', 'date_precision', 'rate_low', 'rate_high', 'rate_changeBps', 'vote_for', 'vote_against', 'vote_dissenters', 'details'], // prettier-ignore
  theme: ['theme', 'label', 'relevance', 'from', 'to', 'winners', 'losers', 'imposer', 'target', 'goods'],
  stance: ['issuer', 'score'],
  quote: ['speaker', 'role', 'affiliation', 'verb', 'text'],
  table: [],
}
const sentiment = [
  'sentiment_score',
  'sentiment_label',
  'sentiment_positive',
  'sentiment_neutral',
  'sentiment_negative',
]
const where = ['rule', 'confidence', 'field', 'start', 'end', 'evidence', 'id', 'article', 'story', 'source', 'url']
const times = ['published', 'published_precision', 'known_at', 'kind']
const numbers = new Set(
  'percent points basisPoints level low high changeBps rate_low rate_high rate_changeBps vote_for vote_against relevance mentions score sentiment_score sentiment_positive sentiment_neutral sentiment_negative confidence start end'.split(
    ' ',
  ),
)

/** What CSV and Parquet say of findings of these kinds; of all kinds, what only some have is left out where no row has it. */
export function columnsFor(...only: readonly Kind[]): Column<FindingRow>[] {
  const kinds = only.length === 0 ? allKinds : only
  const always = new Set([...times, ...where])
  const toned = kinds.includes('instrument') || kinds.includes('theme') ? sentiment : []
  const names = [...new Set([...times, ...kinds.flatMap((kind) => fields[kind]), ...toned, ...where])]
  return names.map((name) => ({
    head: name,
    cell: (row) => flat(row)[name],
    in: 'file',
    ...(only.length === 0 && !always.has(name) ? { sparse: true } : {}),
    ...(numbers.has(name) ? { align: 'right' as const } : {}),
  }))
}

const remembered = new WeakMap<FindingRow, Record<string, Cell>>()

function flat(row: FindingRow): Record<string, Cell> {
  const known = remembered.get(row)
  if (known) return known
  const { source, evidence } = row
  const [first] = evidence
  const cells: Record<string, Cell> = {
    ...flatValue(row.value),
    published: source.publishedAt,
    published_precision: source.publishedPrecision,
    known_at: source.knownAt,
    kind: row.kind,
    rule: row.rule,
    confidence: row.confidence,
    field: first?.field ?? 'text',
    start: first?.start ?? null,
    end: first?.end ?? null,
    evidence: first?.quote ?? null,
    id: row.id,
    article: source.articleId,
    story: source.storyId,
    source: source.siteName,
    url: source.url,
  }
  remembered.set(row, cells)
  return cells
}

function flatValue(value: object, before = ''): Record<string, Cell> {
  const cells: Record<string, Cell> = {}
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    const name = key === 'probabilities' ? before.slice(0, -1) : `${before}${key}`
    if (typeof item === 'string' || typeof item === 'number') cells[name] = item
    else if (Array.isArray(item)) cells[name] = item.map(nameOf).join('; ')
    else if (item !== null && typeof item === 'object') Object.assign(cells, flatValue(item, `${name}_`))
  }
  return cells
}

const nameOf = (item: string | { readonly symbol?: string; readonly name?: string }): string =>
  typeof item === 'string' ? item : (item.symbol ?? item.name ?? '')
