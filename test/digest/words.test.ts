/** What a digest says in words: shares only of enough stories, phrases under what they are. */
import { expect, test } from 'vitest'
import type { DigestTheme, EmergingPhrase } from '../../src/digest/digest.ts'
import { shortDate, whenWords } from '../../src/digest/date-words.ts'
import { attentionOf, historyWords, phraseParts } from '../../src/digest/digest-words.ts'

const window = { from: '2026-03-12T20:00:00Z', to: '2026-03-13T20:00:00Z' }
const previous = { date: '2025-12-31', window }
const theme = { stories: 1, attention: 0.25, baseline: 0.1, momentum: 0.15, change: 0.05, zScore: 1.2 } as DigestTheme

test('attention is told in shares, and in counts where there are fewer than three stories', () => {
  const digest = (stories: number, themes = [theme]) => ({
    ...{ date: '2026-03-13', counts: { stories, historyDays: 12 } as never, previous, themes },
  })
  expect(attentionOf(theme, digest(4))).toBe(
    '1 of 4 stories, 25% (+15 pts against the usual 10%; +5 pts against 31 December 2025; z +1.2)',
  )
  expect(attentionOf(theme, digest(1))).toBe('1 of 1 story')
  expect(attentionOf({ ...theme, baseline: null }, digest(7))).toBe('1 of 7 stories')
  expect(attentionOf({ ...theme, baseline: null, stories: 3, zScore: null }, digest(7))).toMatch(/^3 of 7 stories, 25%/)
  expect(historyWords(digest(7, [{ ...theme, change: null }]))).toContain('has too few stories to compare shares with')
  expect(historyWords(digest(4))).toContain('usual levels are the mean of 12 earlier days')
  expect(historyWords(digest(2))).toContain('fewer than 3 stories have no shares')
})

test('a day says its year beside a day of another', () => {
  expect(shortDate('2026-03-12', '2026-11-01')).toBe('12 March')
  expect(shortDate('2025-03-12', '2026-11-01')).toBe('12 March 2025')
})

test.each([
  ['20 March 2026', '2026-03-20', 'day'],
  ['June 2026', '2026-06', 'month'],
  ['Q4 2025', '2025-10', 'quarter'],
  ['Q1 2026', '2026-01-01', 'quarter'],
  ['2028', '2028-01', 'year'],
] as const)('when: %s', (words, from, precision) => expect(whenWords({ from, to: from, precision })).toBe(words))

test('phrases are new, still told or fading', () => {
  const phrase = (label: string, told: Partial<EmergingPhrase>): EmergingPhrase => ({
    ...{ id: label, phrase: label, label, state: 'active', stories: 3, storiesThisWeek: 3, quotes: [] },
    ...{ firstSeen: '2026-03-12', lastSeen: '2026-03-13', weight: 1, burst: 20 },
    ...told,
  })
  const emerging = [
    phrase('paper silicon', {}),
    phrase('told on the morning before this window', { storiesThisWeek: 4 }),
    phrase('told a month ago', { firstSeen: '2026-02-12' }),
    phrase('told less', { state: 'fading' }),
    phrase('told no more', { state: 'dormant', stories: 0, storiesThisWeek: 0 }),
  ]
  const parts = (rows: EmergingPhrase[]) =>
    phraseParts({ emerging: rows, window, timezone: 'America/New_York' }).map(({ title, phrases }) => [
      title,
      ...phrases.map(({ label }) => label),
    ])
  expect(parts(emerging)).toEqual([
    ['New', 'paper silicon'],
    ['Still told', 'told on the morning before this window', 'told a month ago'],
    ['Fading', 'told less', 'told no more'],
  ])
  expect(parts(emerging.slice(0, 1))).toEqual([['New', 'paper silicon']])
})
