/** Instruments of a day: most told, with their tone, their moves and one sentence each. */
import type { FindingRow } from '../query.ts'
import type { DigestInstrument } from './digest.ts'
import { onceEach, type FactDraft } from './facts.ts'
import { byStory, groupBy, meanTone, order, round, storyOf, weightOf } from './stories.ts'

const mostInstruments = 25
/** Below this an instrument is only mentioned, not what the article is about. */
export const leastRelevance = 0.2
const mostMoves = 3

type InstrumentRow = Extract<FindingRow, { kind: 'instrument' }>
type MoveRow = Extract<FindingRow, { kind: 'move' }>
export type InstrumentDraft = Omit<DigestInstrument, 'quote' | 'moves'> & {
  readonly quote: FindingRow
  readonly moves: FactDraft<MoveRow>[]
}

/** `rows`: the day's findings. Most stories first, then most relevant. */
export function instrumentsOf(rows: readonly FindingRow[]): InstrumentDraft[] {
  const found = rows.filter(
    (row): row is InstrumentRow => row.kind === 'instrument' && row.value.relevance >= leastRelevance,
  )
  const moves = groupBy(
    rows.filter((row): row is MoveRow => row.kind === 'move' && row.value.basis === 'actual'),
    (row) => row.value.subject,
  )
  return [...groupBy(found, (row) => row.value.symbol)]
    .map(([symbol, findings]) => ({ symbol, findings, stories: storiesOf(findings) }))
    .map((one) => ({ ...one, weight: round(weightOf(one.stories)) }))
    .sort((a, b) => b.stories.length - a.stories.length || b.weight - a.weight || order(a.symbol, b.symbol))
    .slice(0, mostInstruments)
    .map(({ symbol, findings, stories }) => {
      const quote = mostRelevant(findings)
      const { exchange, name, type } = quote.value
      return {
        symbol,
        exchange,
        name,
        type,
        stories: stories.length,
        mentions: findings.reduce((sum, { value }) => sum + value.mentions, 0),
        sentiment: round(meanTone(stories)),
        moves: movesOf(moves.get(symbol) ?? []),
        quote,
      }
    })
}

const storiesOf = (findings: readonly InstrumentRow[]) =>
  byStory(
    findings.map((row) => ({
      story: storyOf(row),
      articleId: row.source.articleId,
      relevance: row.value.relevance,
      score: row.value.sentiment.score,
    })),
  )

const mostRelevant = (findings: readonly InstrumentRow[]): InstrumentRow =>
  findings.reduce((best, row) => (row.value.relevance > best.value.relevance ? row : best))

const movesOf = (moves: readonly MoveRow[]): FactDraft<MoveRow>[] =>
  onceEach(moves, ({ value }) => [
    value.direction,
    value.percent,
    value.points,
    value.basisPoints,
    value.period?.text,
  ]).slice(0, mostMoves)
