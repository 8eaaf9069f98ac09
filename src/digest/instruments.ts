/** Instruments of a window: the most told, and those whose tone has turned, with their moves and one sentence each. */
import type { InstrumentTold } from '../store/instruments-told.ts'
import type { Place } from '../store/told.ts'
import type { DigestInstrument } from './digest.ts'
import type { FactDraft } from './facts.ts'
import { order, round } from './stories.ts'

/** How many are looked at; among them are those shown. */
export const mostInstruments = 100
const mostMentioned = 25
const mostMovers = 5
/** Below this an instrument is only mentioned, not what the article is about. */
export const leastRelevance = 0.2
/** A change of tone below a step of the five that scores are worded in is noise. */
const leastTurn = 0.2
/** Read for an instrument; fewer are shown. */
const mostMoves = 8

export interface InstrumentDraft extends Pick<
  DigestInstrument,
  'symbol' | 'stories' | 'mentions' | 'sentiment' | 'sentimentChange' | 'usualSentiment'
> {
  readonly quote: Place
  readonly moves: readonly FactDraft<'move'>[]
}

export interface InstrumentsTold {
  /** Most told first. */
  readonly now: readonly InstrumentTold[]
  /** Of the same instruments; null without a digest before. */
  readonly before: readonly InstrumentTold[] | null
  /** Over the days before; null below the minimum history. */
  readonly usual: readonly InstrumentTold[] | null
  readonly moves: readonly FactDraft<'move'>[]
}

export function instrumentsOf({ now, before, usual, moves }: InstrumentsTold): {
  mentioned: InstrumentDraft[]
  movers: InstrumentDraft[]
} {
  const toneBefore = toneBySymbol(before)
  const usualTone = toneBySymbol(usual)
  const all = now.slice(0, mostInstruments).map(({ symbol, stories, mentions, sentiment, best }): InstrumentDraft => {
    const [was, is] = [toneBefore.get(symbol), usualTone.get(symbol)]
    return {
      symbol,
      stories,
      mentions,
      sentiment: round(sentiment),
      sentimentChange: was === undefined ? null : round(sentiment - was),
      usualSentiment: is === undefined ? null : round(is),
      quote: best,
      moves: moves.filter(({ told }) => told.value.subject === symbol).slice(0, mostMoves),
    }
  })
  return {
    mentioned: all.slice(0, mostMentioned),
    movers: all
      .filter((one) => Math.abs(turnOf(one)) >= leastTurn)
      .sort((a, b) => Math.abs(turnOf(b)) - Math.abs(turnOf(a)) || b.stories - a.stories || order(a.symbol, b.symbol))
      .slice(0, mostMovers),
  }
}

const toneBySymbol = (told: readonly InstrumentTold[] | null): Map<string, number> =>
  new Map(told?.map(({ symbol, sentiment }) => [symbol, sentiment]))

/** How far the tone has turned: from that of the digest before, else from the usual one. */
export const turnOf = (one: Pick<DigestInstrument, 'sentiment' | 'sentimentChange' | 'usualSentiment'>): number =>
  one.sentimentChange ?? (one.usualSentiment === null ? 0 : round(one.sentiment - one.usualSentiment))
