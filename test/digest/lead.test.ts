/** The lead sentence: which theme stands out, against what, and what went out of what. */
import { expect, test } from 'vitest'
import type { DigestTheme } from '../../src/digest/digest.ts'
import { leadOf } from '../../src/digest/lead.ts'

type Told = Partial<Omit<DigestTheme, 'theme' | 'label'>>
const role = (name: string) => ({ name, stories: 1 })

function leadWith(told: Told, stories = 4, next: Told[] = []): string {
  const theme: DigestTheme = {
    theme: 'rotation',
    label: 'Rotation',
    stories: 2,
    attention: 0.5,
    change: null,
    momentum: 0.5,
    baseline: null,
    zScore: null,
    sentiment: 0,
    sentimentChange: null,
    standing: null,
    course: [],
    ...{ from: [], to: [], winners: [], losers: [], quotes: [] },
    ...told,
  }
  const themes = [theme, ...next.map((other) => ({ ...theme, theme: 'oil', label: 'Oil', ...other }))]
  const counts = {
    articles: stories,
    stories,
    historyDays: 0,
    themes: 1,
    instruments: 0,
    rates: 0,
    policy: 0,
    calendar: 0,
  }
  const window = { from: '2026-03-12T20:00:00Z', to: '2026-03-13T20:00:00Z' }
  const previous = { date: '2026-03-12', window: { from: '2026-03-11T20:00:00Z', to: window.from } }
  return leadOf({ date: '2026-03-13', window, counts, previous, themes, policy: [] })
}

test.each<[string, Told, string]>([
  [
    'against the usual level, though it fell since the day before',
    { baseline: 0.1, momentum: 0.4, change: -0.25 },
    'Rotation gained most attention, 50% of stories against a usual 10% (2 of 4).',
  ],
  [
    'against the day before where the history is short',
    { stories: 3, attention: 0.75, change: 0.25, momentum: 0.25 },
    'Rotation gained most attention, 75% of stories against 50% on 12 March (3 of 4).',
  ],
  [
    'how many stories, where the history is short and they are few',
    { stories: 1, attention: 0.25, change: 0.25, momentum: 0.25 },
    'Rotation gained most attention, in 1 of 4 stories.',
  ],
  ['by its stories where there is nothing to compare with', {}, 'Rotation was told most, in 2 of 4 stories.'],
  [
    'that no theme gained',
    { baseline: 0.6, momentum: -0.1, change: 0.2 },
    'No theme gained attention; Rotation kept most of its own, 50% of stories against a usual 60% (2 of 4).',
  ],
  [
    'what was left for what',
    { from: [role('chip makers'), role('software')], to: [role('lenders')] },
    'Rotation was told most, in 2 of 4 stories, out of chip makers into lenders.',
  ],
  [
    'nobody where nobody is told to be left, whoever loses',
    { losers: [role('Big Tech')] },
    'Rotation was told most, in 2 of 4 stories.',
  ],
])('says %s', (_what, told, lead) => expect(leadWith(told)).toBe(lead))

test('counts the stories of a window that has too few for shares', () =>
  expect(leadWith({ stories: 1, attention: 1, baseline: 0, momentum: 1, change: 1 }, 1)).toBe(
    'Rotation was told most, in 1 of 1 story.',
  ))

test.each<[string, Told, Told, string]>([
  [
    'those told as often',
    { stories: 1 },
    { stories: 1 },
    'No theme stood out; Rotation was told in 1 of 4 stories, then Oil with 1.',
  ],
  ['the one told more', { stories: 2 }, { stories: 1 }, 'Rotation was told most, in 2 of 4 stories, then Oil with 1.'],
  [
    'those that gained as much',
    { stories: 1, change: 0.25, momentum: 0.25 },
    { stories: 1, change: 0.25, momentum: 0.25 },
    'No theme stood out; Rotation was told in 1 of 4 stories, then Oil with 1.',
  ],
  [
    'the one that gained more',
    { stories: 2, change: 0.5, momentum: 0.5 },
    { stories: 2, change: 0.1, momentum: 0.1 },
    'Rotation gained most attention, in 2 of 4 stories, then Oil with 2.',
  ],
])('of few stories names %s', (_what, told, next, lead) => expect(leadWith(told, 4, [next])).toBe(lead))
