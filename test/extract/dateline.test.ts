/** The day a plain text names before its first sentence, and what only looks like one. */
import { expect, test } from 'vitest'
import { articleFromText } from '../../src/extract/article.ts'

const dayOf = (text: string) => articleFromText({ text }).publishedAt?.slice(0, 10) ?? null

test.each([
  'March 12, 2026 (Harbor Wire) - Tin climbed.',
  'OSLO, March 12, 2026 (Harbor Wire) — Tin climbed.',
  'Oslo, Norway, March 12, 2026 -- Tin climbed.',
  'NEW YORK, March 12, 2026 /HarborWire/ -- Tin climbed.',
  'LEEDS (12 March 2026) – Tin climbed.',
  'Thursday, March 12, 2026 - Tin climbed.',
  '2026-03-12\n\nTin climbed.',
  '12 March 2026\nTin climbed.',
  'March 12, 2026, 9:30 AM ET\n\nTin climbed.',
])('%s', (text) => expect(dayOf(text)).toBe('2026-03-12'))

test.each([
  'OSLO, March 12 (Harbor Wire) - Tin climbed.',
  'On March 12, 2026 - the day of the vote - tin climbed.',
  'The contract of March 12, 2026 - the last of its kind - ran out.',
  'Since March 12, 2026, tin has climbed.',
  'March 12, 2026 was a day without trading - so nothing moved.',
  'Tin climbed.\n\nOSLO, March 12, 2026 - said a clerk.',
  'March 2026 - Tin climbed.',
  'February 31, 2026 - Tin climbed.',
  '- March 12, 2026',
  '',
])('no dateline: %s', (text) => expect(dayOf(text)).toBeNull())

test('what the caller knows goes before it', () => {
  const text = 'OSLO, March 12, 2026 (Harbor Wire) - Tin climbed.'
  expect(articleFromText({ text, publishedAt: '2026-03-13T08:00:00Z' })).toMatchObject({
    publishedAt: '2026-03-13T08:00:00Z',
    publishedPrecision: 'instant',
  })
})

test('a long first line costs no more than its length', () => {
  expect(dayOf(`${'OSLO, '.repeat(50_000)}March 12, 2026 - Tin climbed.`)).toBeNull()
})
