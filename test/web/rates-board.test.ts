/** Which level of a rate is the latest, and what a fact is called on the pages. */
import { expect, test } from 'vitest'
import { inWords } from '../../src/web/in-words.ts'
import { heldEarlier, latestOf, reportedOn, timeOf, type RateRow } from '../../src/web/rates-board.tsx'
import type { Finding } from '../../src/types.ts'

const rate = (level: number, day: string | null, more: Partial<RateRow['value']> = {}): RateRow => ({
  ...{ id: `${level}`, kind: 'rate', evidence: [], rule: 'level', confidence: 1 },
  value: {
    ...{ type: 'policy_rate', issuer: 'ECB', low: level, high: level, unit: 'percent', basis: 'actual' },
    date: day === null ? null : { from: day, to: day, precision: 'day' },
    ...more,
  },
  source: {
    ...{ articleId: 'a', storyId: null, title: null, url: null, siteName: null, knownAt: '2026-03-13T00:00:00Z' },
    ...{ publishedAt: '2026-03-13', publishedPrecision: 'day' },
  },
})
const levels = (...rows: RateRow[]) => latestOf(rows).map(({ value }) => value.low)

test('of two that say when they hold, the later is the latest, though a look back was published after it', () => {
  expect(levels(rate(2, '2026-01-29'), rate(1.75, '2026-03-05'))).toEqual([1.75])
  expect(levels(rate(2, '2026-03'), rate(1.75, '2026-01-29'))).toEqual([2])
})

test('without a day, the one reported last; a bound is no level', () => {
  expect(levels(rate(2, null), rate(1.75, '2026-03-05'))).toEqual([2])
  expect(levels(rate(5, null, { high: null }), rate(1.75, null))).toEqual([1.75])
})

test('each bank and each measure has its own', () => {
  expect(levels(rate(2, null), rate(3, null, { issuer: 'FED' }))).toEqual([2, 3])
})

test('a report says its year beside one of another year', () => {
  const row = rate(2, null)
  expect(reportedOn(row, '2026-11-20')).toBe('13 March')
  expect(reportedOn(row, '2027-01-02')).toBe('13 March 2026')
  expect(reportedOn({ ...row, source: { ...row.source, publishedPrecision: 'month' } }, '2027-01-02')).toBe(
    'March 2026',
  )
  expect(reportedOn({ ...row, source: { ...row.source, publishedAt: null } }, '2026-11-20')).toBe('undated')
})

test('a level that held in an earlier year than its report says when', () => {
  const year = rate(5, null, { date: { from: '2024-01', to: '2024-12', precision: 'year' } })
  expect([heldEarlier(year), timeOf(year)]).toEqual(['2024', '2024'])
  expect(heldEarlier(rate(5, '2025-12'))).toBe('December 2025')
  expect(heldEarlier(rate(5, '2026-01-29'))).toBe('')
  expect(heldEarlier(rate(5, null))).toBe('')
})

test.each([
  ['AU3Y', 'Australia 3-year yield up 2%'],
  ['FMCC', 'Freddie Mac up 2%'],
])('a move of %s is told as "%s"', (subject, words) => {
  const move: Finding = {
    ...{ id: 'm', kind: 'move', evidence: [], rule: 'size', confidence: 1 },
    value: { subject, direction: 'up', percent: 2, basis: 'actual' },
  }
  expect(inWords(move, new Map([['FMCC', 'Freddie Mac']]))).toBe(words)
})
