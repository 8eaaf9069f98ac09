/** What the rules notice in a store of invented news, and that each event is told once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AlertRule } from '../../src/alert-rules.ts'
import { raiseAlerts } from '../../src/alerts/raise.ts'
import { shownAlerts } from '../../src/alerts/shown.ts'
import { usualOf } from '../../src/alerts/usual.ts'
import type { AlertRow } from '../../src/query.ts'
import { listAlerts, pendingDeliveries } from '../../src/store/alerts.ts'
import { removeArticles } from '../../src/store/remove-articles.ts'
import type { Store } from '../../src/store/connect.ts'
import { emptyStore, equity, theme, type Told } from '../digest/market-store.ts'
import { arrive, decided, evening, fillDays, later } from './news.ts'

let store: Store
let close: () => Promise<void>
let ids: Map<string, string>
beforeAll(async () => {
  ;({ store, close } = await emptyStore())
  ids = await fillDays(store.db)
})
afterAll(() => close())

const raise = (rules: unknown[], articleId: string, now = evening): Promise<number> =>
  raiseAlerts(
    store.db,
    rules.map((rule) => AlertRule.parse(rule)),
    { articleId, now },
  )
async function alertsOf(rule: string): Promise<AlertRow[]> {
  const { data } = await listAlerts(store.db, { rule, limit: 50 })
  return shownAlerts(store.db, data)
}

describe('a theme spike', () => {
  it('is far above what is usual, by z-score or by ratio', async () => {
    const id = ids.get('small-firms')!
    expect(await raise([{ name: 'far', on: 'theme-spike', z: 3, stories: 2 }], id)).toBe(0)
    expect(await raise([{ name: 'many', on: 'theme-spike', z: 1, stories: 3 }], id)).toBe(0)
    expect(await raise([{ name: 'other', on: 'theme-spike', theme: 'oil-supply', z: 1 }], id)).toBe(0)
    expect(await raise([{ name: 'z', on: 'theme-spike', z: 1, stories: 2 }], id)).toBe(1)
    expect(await raise([{ name: 'ratio', on: 'theme-spike', ratio: 3, stories: 2 }], id)).toBe(1)
    const [alert] = await alertsOf('z')
    // Two of three stories today; one of two on four of the eleven days before.
    expect(alert).toMatchObject({
      kind: 'theme-spike',
      subject: 'rotation',
      title: 'Rotation: 67% of the stories of 24 hours, usually 18%',
      figures: { stories: 2, attention: 0.6667, usualAttention: 0.1818, ratio: 3.6667 },
    })
    expect(alert!.evidence.map(({ quote }) => quote)).toEqual([
      'Money left chip makers and went into lenders on Friday, in the largest shift of the year.',
      'Shares of small firms climbed as the rotation widened.',
    ])
  })

  it('needs ten windows of history', () => {
    const windows = (many: number) => Array.from({ length: many }, (_, window) => ({ window, stories: 4 }))
    expect(usualOf([{ window: 0, stories: 2 }], windows(10))).toEqual({ attention: 0.5, usual: null, zScore: null })
    expect(usualOf([{ window: 0, stories: 2 }], windows(11))).toEqual({ attention: 0.5, usual: 0, zScore: null })
    const mixed = usualOf(
      [0, 1, 2, 3, 4, 5].map((window) => ({ window, stories: window === 0 ? 4 : 2 })),
      windows(11),
    )
    expect(mixed).toMatchObject({ attention: 1, usual: 0.25 })
    // Half of ten at 0.5, half at 0: the sample deviation is 0.2635.
    expect(mixed.zScore).toBeCloseTo(2.846, 3)
  })
})

describe('a swing of sentiment', () => {
  it('is told of a theme and of a ticker, in either direction', async () => {
    const swing = { on: 'sentiment-swing', theme: 'rotation', stories: 2 }
    expect(await raise([{ ...swing, name: 'wide', by: 0.6 }], ids.get('small-firms')!)).toBe(0)
    expect(await raise([{ ...swing, name: 'swing', by: 0.4 }], ids.get('small-firms')!)).toBe(1)
    expect((await alertsOf('swing'))[0]).toMatchObject({
      subject: 'rotation',
      title: 'Rotation: tone +0.59 over 24 hours, +0.10 in the week before',
      figures: { sentiment: 0.5875, stories: 2, sentimentBefore: 0.1, storiesBefore: 2, change: 0.4875 },
    })
    const bank = { name: 'bank', on: 'sentiment-swing', ticker: 'HRBK', by: 0.4, stories: 1 }
    expect(await raise([bank], ids.get('money-leaves')!)).toBe(1)
    expect(await raise([bank], ids.get('small-firms')!)).toBe(0)
  })
})

describe('a decision', () => {
  it('is told once, however many report it, and only of the banks and steps asked for', async () => {
    const fed = { name: 'fed', on: 'decision', banks: ['FED'], webhooks: ['phone', 'desk'] }
    const first = await arrive(store.db, decided('the-mill', '2026-03-13T18:00:00Z'))
    expect(await raise([{ name: 'ecb', on: 'decision', banks: ['ECB'] }], first)).toBe(0)
    expect(await raise([{ name: 'cut', on: 'decision', actions: ['cut'] }], first)).toBe(0)
    expect(await raise([{ name: 'two', on: 'decision', stories: 2 }], first)).toBe(0)
    expect(await raise([fed], first)).toBe(1)
    expect(await raise([fed], first)).toBe(0)
    const second = await arrive(store.db, decided('the-ferry', '2026-03-13T20:00:00Z'))
    expect(await raise([fed], second)).toBe(0)
    expect(await raise([{ name: 'two', on: 'decision', stories: 2 }], second)).toBe(1)
    // After the cool-down too: it is the same decision.
    const next = await arrive(store.db, decided('the-weir', '2026-03-14T19:00:00Z', '2026-03-13'))
    expect(await raise([{ ...fed, cooldown: '1h' }], next, later(24))).toBe(0)
    const alerts = await alertsOf('fed')
    expect(alerts).toHaveLength(1)
    expect(alerts[0]).toMatchObject({
      subject: 'FED',
      title: 'Fed held rates at 3.5–3.75% (vote 10–2)',
      figures: { action: 'hold', low: 3.5, high: 3.75, changeBps: 0, date: '2026-03-13' },
    })
    const { id } = alerts[0]!
    expect((await pendingDeliveries(store.db)).filter(({ alertId }) => alertId === id)).toEqual([
      { alertId: id, webhook: 'desk' },
      { alertId: id, webhook: 'phone' },
    ])
  })

  it('that lies weeks back is none', async () => {
    const recap = await arrive(store.db, decided('the-lock', '2026-03-13T16:00:00Z', '2026-01-28'))
    expect(await raise([{ name: 'old-fed', on: 'decision', banks: ['FED'] }], recap)).toBe(0)
  })

  it('raised by many processes at once is one alert', async () => {
    const id = await arrive(store.db, decided('the-dam', '2026-03-13T17:00:00Z'))
    const rule = { name: 'race', on: 'decision', webhooks: ['desk'] }
    const raised = await Promise.all(Array.from({ length: 8 }, () => raise([rule], id)))
    expect(raised.reduce((sum, one) => sum + one, 0)).toBe(1)
  })
})

describe('a ticker with a theme', () => {
  const rule = { name: 'bank-rotation', on: 'ticker-with-theme', ticker: 'HRBK', theme: 'rotation' }

  it('is one article about both', async () => {
    expect(await raise([{ ...rule, relevance: 1 }], ids.get('money-leaves')!)).toBe(0)
    expect(await raise([{ ...rule, ticker: 'XYZ' }], ids.get('money-leaves')!)).toBe(0)
    expect(await raise([rule], ids.get('money-leaves')!)).toBe(1)
    expect((await alertsOf('bank-rotation'))[0]).toMatchObject({ title: 'Harbor Bank (HRBK) with Rotation' })
  })

  it('is silent for the cool-down, then told of another story', async () => {
    const both = (slug: string, at: string): Told => ({
      slug,
      title: `Lenders again ${slug}`,
      text: `Harbor Bank gains with the rotation, in story ${slug}, on the quays of Trieste and in the hills of ${slug}.`,
      at,
      says: (quote) => [
        equity('HRBK', 'Harbor Bank', 0.9, 0.4, quote('Harbor Bank')),
        theme('rotation', 0.8, 0.2, quote('gains with the rotation')),
      ],
    })
    const cooling = await arrive(store.db, both('cooling', '2026-03-14T14:00:00Z'))
    expect(await raise([rule], cooling, later(18))).toBe(0)
    const cooled = await arrive(store.db, both('cooled', '2026-03-14T23:00:00Z'))
    expect(await raise([rule], cooled, later(26))).toBe(1)
    // The same story is not told again, however short the cool-down.
    expect(await raise([{ ...rule, cooldown: '1m' }], cooled, later(28))).toBe(0)
  })
})

describe('what is no news raises nothing', () => {
  const rule = { name: 'any', on: 'decision' }
  const read = '2026-03-13T21:00:00.000Z'

  it.each([
    ['undated', decided('no-date', null), 0],
    ['read two days ago', decided('read-late', '2026-03-13T18:00:00Z'), 48],
    ['published long before it was read', decided('archive', '2025-03-13T18:00:00Z'), 0],
  ])('%s', async (_what, told, hours) => {
    expect(await raise([rule], await arrive(store.db, told, { read }), later(hours))).toBe(0)
  })

  it('history that was added as such', async () => {
    const id = await arrive(store.db, decided('history', '2026-03-13T17:00:00Z'), { read, backfill: true })
    expect(await raise([rule], id)).toBe(0)
  })

  it('an article that is not there', async () => {
    expect(await raise([rule], 'none')).toBe(0)
  })
})

it('an article that is taken down takes its words along', async () => {
  expect((await alertsOf('swing'))[0]!.evidence).toHaveLength(2)
  await removeArticles(store.db, { id: ids.get('small-firms')! }, { reason: 'asked to', now: evening })
  expect((await alertsOf('swing'))[0]!.evidence).toHaveLength(1)
})
