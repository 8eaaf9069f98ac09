/** What the rules notice in a store of invented news, and that each event is told once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AlertRule } from '../../src/alert-rules.ts'
import { raiseAlerts } from '../../src/alerts/raise.ts'
import { shownAlerts } from '../../src/alerts/shown.ts'
import { usualOf } from '../../src/alerts/usual.ts'
import type { AlertRow } from '../../src/query.ts'
import { listAlerts, pendingDeliveries } from '../../src/store/alerts.ts'
import { addArticle, saveAnalysis } from '../../src/store/articles.ts'
import { removeArticles } from '../../src/store/remove-articles.ts'
import type { Store } from '../../src/store/connect.ts'
import { analysisOf, emptyStore, equity, fill, idOf, tell, theme, type Told } from '../digest/market-store.ts'

let store: Store
let close: () => Promise<void>
beforeAll(async () => {
  ;({ store, close } = await emptyStore())
  await fill(store.db)
})
afterAll(() => close())

/** The evening of the day that the invented news is about. */
const now = '2026-03-13T22:00:00.000Z'
const later = (hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString()

const raise = (rules: unknown[], slug: string, at = now): Promise<number> =>
  raiseAlerts(
    store.db,
    rules.map((rule) => AlertRule.parse(rule)),
    { articleId: idOf.get(slug)!, now: at },
  )
async function alertsOf(rule: string): Promise<AlertRow[]> {
  const { data } = await listAlerts(store.db, { rule, limit: 50 })
  return shownAlerts(store.db, data)
}

describe('a theme spike', () => {
  it('is far above what is usual, by z-score or by ratio', async () => {
    expect(await raise([{ name: 'far', on: 'theme-spike', z: 3, stories: 2 }], 'small-firms')).toBe(0)
    expect(await raise([{ name: 'many', on: 'theme-spike', z: 1, stories: 3 }], 'small-firms')).toBe(0)
    expect(await raise([{ name: 'other', on: 'theme-spike', theme: 'oil-supply', z: 1 }], 'small-firms')).toBe(0)
    expect(await raise([{ name: 'z', on: 'theme-spike', z: 1, stories: 2 }], 'small-firms')).toBe(1)
    expect(await raise([{ name: 'ratio', on: 'theme-spike', ratio: 2, stories: 2 }], 'small-firms')).toBe(1)
    const [alert] = await alertsOf('z')
    // Two of four stories today; one of two on four of eleven days before.
    expect(alert).toMatchObject({
      kind: 'theme-spike',
      subject: 'rotation',
      title: 'Rotation: 50% of the stories of 24 hours, usually 18%',
      figures: { stories: 2, attention: 0.5, usualAttention: 0.1818, ratio: 2.75 },
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
    expect(await raise([{ ...swing, name: 'wide', by: 0.6 }], 'small-firms')).toBe(0)
    expect(await raise([{ ...swing, name: 'swing', by: 0.4 }], 'small-firms')).toBe(1)
    expect((await alertsOf('swing'))[0]).toMatchObject({
      subject: 'rotation',
      title: 'Rotation: tone +0.59 over 24 hours, +0.10 in the week before',
      figures: { sentiment: 0.5875, stories: 2, sentimentBefore: 0.1, storiesBefore: 2, change: 0.4875 },
    })
    const bank = { name: 'bank', on: 'sentiment-swing', ticker: 'HRBK', by: 0.4, stories: 1 }
    expect(await raise([bank], 'money-leaves-chips')).toBe(1)
    expect(await raise([bank], 'small-firms')).toBe(0)
  })
})

describe('a decision', () => {
  it('is told once, however many report it, and only of the banks and steps asked for', async () => {
    const fed = { name: 'fed', on: 'decision', banks: ['FED'], webhooks: ['desk', 'phone'] }
    expect(await raise([{ name: 'ecb', on: 'decision', banks: ['ECB'] }], 'fed-holds')).toBe(0)
    expect(await raise([{ name: 'cut', on: 'decision', actions: ['cut'] }], 'fed-holds')).toBe(0)
    expect(await raise([{ name: 'two', on: 'decision', stories: 2 }], 'fed-holds')).toBe(0)
    expect(await raise([fed], 'fed-holds')).toBe(1)
    expect(await raise([fed], 'fed-holds')).toBe(0)
    await tell(store.db, again('fed-again', '2026-03-13T16:00:00-04:00'))
    expect(await raise([fed], 'fed-again')).toBe(0)
    // After the cool-down too: it is the same decision.
    await tell(store.db, again('fed-next-day', '2026-03-14T15:00:00-04:00'))
    expect(await raise([{ ...fed, cooldown: '1h' }], 'fed-next-day', later(24))).toBe(0)
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
    const rule = { name: 'old-fed', on: 'decision', banks: ['FED'] }
    await tell(store.db, { ...again('fed-recap', '2026-03-13T12:00:00-04:00'), says: decided('2026-01-28') })
    expect(await raise([rule], 'fed-recap')).toBe(0)
  })
})

describe('a ticker with a theme', () => {
  const rule = { name: 'bank-rotation', on: 'ticker-with-theme', ticker: 'HRBK', theme: 'rotation' }

  it('is one article about both', async () => {
    expect(await raise([{ ...rule, relevance: 1 }], 'money-leaves-chips')).toBe(0)
    expect(await raise([{ ...rule, ticker: 'XYZ' }], 'money-leaves-chips')).toBe(0)
    expect(await raise([rule], 'money-leaves-chips')).toBe(1)
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
    await tell(store.db, both('cooling', '2026-03-14T10:00:00-04:00'))
    expect(await raise([rule], 'cooling', later(18))).toBe(0)
    await tell(store.db, both('cooled', '2026-03-14T19:00:00-04:00'))
    expect(await raise([rule], 'cooled', later(26))).toBe(1)
    // The story is told again elsewhere, after the next cool-down: it is the same story.
    expect(await raise([{ ...rule, cooldown: '1m' }], 'cooled', later(28))).toBe(0)
  })
})

describe('what is no news raises nothing', () => {
  const rule = { name: 'any', on: 'decision' }

  it.each([
    ['undated', { ...again('no-date', null) }, 0],
    ['read two days ago', again('read-late', '2026-03-13T14:00:00-04:00'), 48],
    ['published long before it was read', again('archive', '2025-03-13T14:00:00-04:00'), 0],
  ])('%s', async (_what, told, hours) => {
    const id = await tellAt(told, '2026-03-13T21:00:00.000Z', false)
    expect(await raiseAlerts(store.db, [AlertRule.parse(rule)], { articleId: id, now: later(hours) })).toBe(0)
  })

  it('history that was added as such', async () => {
    const id = await tellAt(again('history', '2026-03-13T13:00:00-04:00'), '2026-03-13T21:00:00.000Z', true)
    expect(await raiseAlerts(store.db, [AlertRule.parse(rule)], { articleId: id, now })).toBe(0)
  })
})

it('an article that is taken down takes its words along', async () => {
  const [before] = await alertsOf('swing')
  expect(before!.evidence).toHaveLength(2)
  await removeArticles(store.db, { id: idOf.get('small-firms')! }, { reason: 'asked to', now })
  const [after] = await alertsOf('swing')
  expect(after!.evidence).toHaveLength(1)
})

function decided(date: string): Told['says'] {
  return (at) => [
    {
      kind: 'policy_event',
      value: {
        type: 'rate_decision',
        actor: 'FED',
        jurisdiction: 'US',
        action: 'hold',
        title: 'Fed holds',
        date: { from: date, to: date, precision: 'day' },
        status: 'happened',
        details: [],
      },
      evidence: at('held its rate'),
    },
  ]
}

function again(slug: string, at: string | null): Told {
  return {
    slug,
    title: `Seen from ${slug}`,
    text: `The central bank held its rate, as ${slug} reports from the river, where ${slug} is printed every day.`,
    at,
    says: decided('2026-03-13'),
  }
}

async function tellAt(told: Told, read: string, backfill: boolean): Promise<string> {
  const url = `https://desk.example/${told.slug}`
  const { id } = await addArticle(store.db, { url, backfill, now: read })
  await saveAnalysis(store.db, { id, analysis: analysisOf(id, url, told), fetchedAt: read, now: read })
  return id
}
