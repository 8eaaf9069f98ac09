/** Instruments of a day: most told, with their tone, their moves and one sentence each. */
import type { Kysely } from 'kysely'
import { listFindings } from '../store/findings.ts'
import { listInstruments } from '../store/instruments.ts'
import type { Database } from '../store/schema.ts'
import type { DigestInstrument } from './digest.ts'
import { everyRow } from './every-row.ts'
import { onceEach } from './facts.ts'
import { round } from './themes.ts'
import type { Window } from './window.ts'

const mostInstruments = 25
/** Below this an instrument is only mentioned, not what the article is about. */
const leastRelevance = 0.2
const mostMoves = 3

export async function instrumentsOf(db: Kysely<Database>, window: Window): Promise<DigestInstrument[]> {
  const when = { time_from: window.from, time_to: window.to }
  const { data } = await listInstruments(db, { ...when, min_relevance: leastRelevance, limit: mostInstruments })
  const moves = await everyRow((page) => listFindings(db, { ...when, kinds: ['move'], sort: 'earliest', ...page }))
  const instruments: DigestInstrument[] = []
  for (const { symbol, exchange, name, type, stories, mentions, sentiment } of data) {
    const best = await listFindings(db, {
      ...when,
      kinds: ['instrument'],
      tickers: [symbol],
      sort: 'relevance',
      limit: 1,
    })
    const [finding] = best.data
    const span = finding?.evidence.find((one) => one.field !== 'title') ?? finding?.evidence[0]
    instruments.push({
      symbol,
      exchange,
      name,
      type,
      stories,
      mentions,
      sentiment: round(sentiment),
      moves: onceEach(
        moves.filter((row) => row.kind === 'move' && row.value.subject === symbol && row.value.basis === 'actual'),
        (row) =>
          row.kind === 'move'
            ? [row.value.direction, row.value.percent, row.value.points, row.value.basisPoints]
            : null,
      ).slice(0, mostMoves),
      quote: finding && span ? { quote: span.quote, source: finding.source } : null,
    })
  }
  return instruments
}
