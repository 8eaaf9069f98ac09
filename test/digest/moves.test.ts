/** Moves of an instrument: the day's own first, each step once, and a longer time or another day never passed off as the day. */
import { expect, test } from 'vitest'
import type { DigestFact } from '../../src/digest/digest.ts'
import { moveTime, movesShown } from '../../src/digest/moves.ts'
import { moveWords } from '../../src/digest/fact-words.ts'
import type { FindingRow } from '../../src/query.ts'
import type { Value } from '../../src/types.ts'

const day = { date: '2026-03-13', timezone: 'America/New_York' }
const today = '2026-03-13T15:52:00-04:00'
/** After the close of the day before: it stands in this digest, and tells of the other day. */
const lastNight = '2026-03-12T16:48:00-04:00'

function move(percent: number, publishedAt: string | null, more: Partial<Value<'move'>> = {}): DigestFact {
  const value: Value<'move'> = { subject: '^IXIC', direction: 'down', percent, basis: 'actual', ...more }
  const source: FindingRow['source'] = {
    ...{ articleId: 'a', storyId: null, title: null, url: null, siteName: null, knownAt: today },
    publishedAt,
    publishedPrecision: 'instant',
  }
  const finding = { id: 'f', kind: 'move', value, evidence: [], rule: 'size', confidence: 1, source } as FindingRow
  return { finding, stories: 1, quote: '', update: null }
}
const over = (text: string): Partial<Value<'move'>> => ({ period: { from: null, to: null, text } })
const shown = (...moves: DigestFact[]): string[] => movesShown(moves, day).map(({ finding }) => moveWords(finding, day))

test('the day’s own move comes first, then those of longer times, then what was told of another day, which is named', () => {
  expect(
    shown(move(1.6, lastNight), move(3.7, today, over('For the week')), move(1.2, today, { level: 21430.79 })),
  ).toEqual(['down 1.2%, to 21430.79', 'down 3.7%, for the week', 'down 1.6%, on 12 March'])
})

test('a step told in rounder figures, or without its level, is told once', () => {
  expect(
    shown(move(8, today), move(8.1, today, { level: 262.4, ...over('in early trading') }), move(8.4, today)),
  ).toEqual(['down 8.1%, to 262.4, in early trading', 'down 8.4%'])
  expect(shown(move(1.6, lastNight), move(1.6, lastNight, { level: 21691.08 }))).toEqual([
    'down 1.6%, to 21691.08, on 12 March',
  ])
})

test('steps of two days, two directions or two lengths of time are no roundings of each other', () => {
  expect(shown(move(4, today), move(4.1, lastNight))).toHaveLength(2)
  expect(shown(move(4, today), move(4.1, today, { direction: 'up' }))).toHaveLength(2)
  expect(shown(move(4, today), move(4.1, today, over('this month')))).toHaveLength(2)
})

test('what was published on an unknown day is said of none', () => {
  expect(
    moveTime({ value: { subject: 'X', direction: 'up', basis: 'actual' }, source: move(1, null).finding.source }, day),
  ).toEqual({
    over: null,
    toldOn: null,
  })
})
