/** Themes and disagreements by their functions: who is on which side, what fades, what sources can disagree on. */
import { expect, test } from 'vitest'
import { disagreementsOf } from '../../src/digest/disagreements.ts'
import { fadingThemes, historyOf, themesOf, type ThemeTold } from '../../src/digest/themes.ts'
import { signed } from '../../src/digest/words.ts'
import type { InstrumentTold } from '../../src/store/instruments-told.ts'
import type { InstrumentType } from '../../src/types.ts'
import { theme } from './market-store.ts'

let articles = 0
function told(id: string, score: number, roles: Parameters<typeof theme>[4] = {}): ThemeTold {
  const { value } = theme(id, 0.8, score, [], roles)
  const name = `a${articles++}`
  return {
    kind: 'theme',
    value: value as ThemeTold['value'],
    confidence: 1,
    articleId: name,
    ordinal: 0,
    story: name,
    relevance: 0.8,
    score,
  }
}
const attention = (window: number, stories: number, one: string | null = null) => ({
  window,
  theme: one,
  label: one,
  stories,
  sentiment: one === null ? null : 0,
})

test('a party that stories put on both sides stands where more of them put it, or nowhere', () => {
  const [nikkei, gilts, banks] = [{ symbol: '^N225', name: 'Nikkei 225' }, { name: 'gilts' }, { name: 'banks' }]
  const [shown] = themesOf(
    [
      told('japan', 0, { winners: [nikkei, gilts, banks] }),
      told('japan', 0, { winners: [nikkei], to: [banks], losers: [gilts] }),
      told('japan', 0, { losers: [nikkei], from: [gilts] }),
    ],
    historyOf([attention(0, 3), attention(0, 3, 'japan')], 30),
    new Set(),
  )
  expect(shown).toMatchObject({
    winners: [
      { name: 'Nikkei 225', stories: 2 },
      { name: 'banks', stories: 1 },
    ],
    losers: [],
    to: [{ name: 'banks', stories: 1 }],
    from: [],
  })
})

test('what fades was told in the digest before, has halved, and is below its usual level', () => {
  const days = Array.from({ length: 12 }, (_, i) => i + 2)
  const history = historyOf(
    [
      ...[0, 1, ...days].map((window) => attention(window, 10)),
      attention(0, 1, 'above-its-usual-level'),
      attention(1, 4, 'above-its-usual-level'),
      attention(0, 1, 'fades'),
      attention(1, 4, 'fades'),
      ...days.map((window) => attention(window, 3, 'fades')),
      ...days.map((window) => attention(window, 3, 'gone-before')),
      attention(0, 3, 'a-little-less'),
      attention(1, 4, 'a-little-less'),
      ...days.map((window) => attention(window, 5, 'a-little-less')),
    ],
    30,
  )
  expect(fadingThemes(history)).toEqual([
    { theme: 'fades', label: 'fades', stories: 1, attention: 0.1, attentionBefore: 0.4, baseline: 0.3 },
  ])
})

test('of fewer than three stories nothing stands out, and nothing fades', () => {
  const days = Array.from({ length: 12 }, (_, i) => i + 2)
  const history = (stories: number) =>
    historyOf(
      [
        ...[attention(0, stories), attention(0, 1, 'told'), attention(1, 10), attention(1, 9, 'gone')],
        ...days.flatMap((window) => [
          attention(window, 10),
          attention(window, window % 3, 'told'),
          attention(window, 5, 'gone'),
        ]),
      ],
      30,
    )
  const shown = (stories: number) => themesOf([], history(stories), new Set()).map(({ zScore }) => zScore !== null)
  expect([shown(2), fadingThemes(history(2)).length]).toEqual([[false], 0])
  expect([shown(3), fadingThemes(history(3)).length]).toEqual([[true], 1])
})

test('a digest before of fewer than three stories is no measure of shares', () => {
  const history = (before: number) =>
    historyOf([attention(0, 7), attention(0, 1, 'told'), attention(1, before), attention(1, before, 'gone')], 30)
  const changes = (before: number) => themesOf([], history(before), new Set()).map(({ change, standing }) => [change, standing]) // prettier-ignore
  expect([changes(1), fadingThemes(history(1))]).toEqual([[[null, 'new']], []])
  expect([changes(3), fadingThemes(history(3)).length]).toEqual([[[0.1429, 'new']], 1])
})

test('where no usual level is known, what one story told does not fade', () => {
  const history = historyOf([attention(0, 7), attention(1, 3), attention(1, 1, 'gone')], 30)
  expect(fadingThemes(history)).toEqual([])
})

test('sources disagree on companies and themes, not on where a price stood at two moments', () => {
  const instrument = (symbol: string, type: InstrumentType): InstrumentTold => {
    const place = { articleId: symbol, ordinal: 0 }
    return {
      symbol,
      type,
      stories: 2,
      mentions: 2,
      weight: 1,
      sentiment: 0,
      best: place,
      positive: 1,
      negative: 1,
      wellTold: place,
      badlyTold: place,
    }
  }
  const apart = disagreementsOf(
    [told('rotation', 0.9), told('rotation', -0.9), told('index-moves', 0.9), told('index-moves', -0.9)],
    [
      instrument('^DJI', 'index'),
      instrument('US10Y', 'bond'),
      instrument('JPY=X', 'currency'),
      instrument('LUMD', 'equity'),
    ],
  )
  expect(apart.map(({ id }) => id)).toEqual(['LUMD', 'rotation'])
})

test('a number that rounds to nothing has no minus', () => {
  expect([signed(-0.04, 1), signed(-0.05, 1), signed(0.004), signed(-0.006)]).toEqual([
    '+0.0',
    '−0.1',
    '+0.00',
    '−0.01',
  ])
})
