/** Dates against an article's own day, each with the precision that its words allow. */
import { expect, test } from 'vitest'
import { findDates } from '../../src/text/dates.ts'

const wednesday = '2026-01-28'
const read = (text: string, leaning: 'past' | 'future' = 'past'): (string | null)[][] =>
  findDates(text, wednesday, leaning).map(({ range }) => [range.from, range.to, range.precision])

test.each([
  ['today', [['2026-01-28', '2026-01-28', 'day']]],
  ['last Wednesday', [['2026-01-21', '2026-01-21', 'day']]],
  ['on Monday', [['2026-01-26', '2026-01-26', 'day']]],
  ['January 28, 2026', [['2026-01-28', '2026-01-28', 'day']]],
  ['4 November', [['2025-11-04', '2025-11-04', 'day']]],
  ['July 2025', [['2025-07', '2025-07', 'month']]],
  ['in late 2024', [['2024-10', '2024-12', 'quarter']]],
  ['the third quarter of 2025', [['2025-07', '2025-09', 'quarter']]],
  ['last year', [['2025-01', '2025-12', 'year']]],
  ['in December', [['2025-12', '2025-12', 'month']]],
  ['three weeks ago', [['2026-01-07', '2026-01-07', 'day']]],
  ['by May 2026', [['2026-05', '2026-05', 'month']]],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('what is due lies ahead', () => {
  expect(read('in March', 'future')).toEqual([['2026-03', '2026-03', 'month']])
  expect(read('next Tuesday', 'future')).toEqual([['2026-02-03', '2026-02-03', 'day']])
})

test('without an anchor only full dates are dates', () => {
  expect(findDates('on Wednesday and in July 2025', null).map(({ range }) => range.from)).toEqual(['2025-07'])
})

test.each(['it may rise', 'at 2026.5 points', 'they march on'])('none in %s', (text) => {
  expect(read(text)).toEqual([])
})
