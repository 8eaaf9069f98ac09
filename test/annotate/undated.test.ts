/** What has no date gets none: the day a page was fetched says nothing of when it was written. */
import { expect, test } from 'vitest'
import { analyze, loadEngine } from '../../src/analyze.ts'

const engine = loadEngine()
const text =
  'The Swiss National Bank left its policy rate at 0% on Wednesday. Inflation was 0.3% in February, and it was 0.1% in January 2026.'
const datesOf = (dates: object): unknown[] =>
  analyze({ id: 'a', title: 'SNB holds', text, ...dates }, engine).findings.flatMap(({ kind, value }) =>
    kind === 'rate' || kind === 'policy_event' ? [value.date?.from ?? null] : [],
  )

test('an undated article dates nothing by the day it was fetched', () => {
  const dates = datesOf({ fetchedAt: '2026-11-23T08:00:00Z' })
  expect(dates.length).toBeGreaterThan(2)
  expect(dates.filter((date) => date !== null)).toEqual(['2026-01'])
})

test('a dated one does, by its own day', () => {
  expect(datesOf({ publishedAt: '2026-03-13T08:00:00Z', fetchedAt: '2026-11-23T08:00:00Z' })).toEqual(
    expect.arrayContaining(['2026-03-11', '2026-02', '2026-01']),
  )
})
