/** Sums of months give what counting every finding gives, whatever has happened to the articles since they were made. */
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InstrumentQuery, ThemeQuery, TimelineQuery } from '../../src/query.ts'
import { addArticle, saveAnalysis } from '../../src/store/articles.ts'
import { restoreBackup, writeBackup } from '../../src/store/backup.ts'
import { openStore, type Store } from '../../src/store/connect.ts'
import { getInstrument, listInstruments } from '../../src/store/instruments.ts'
import { markFinding, unmarkFinding } from '../../src/store/marks.ts'
import { removeArticles } from '../../src/store/remove-articles.ts'
import { sumMonths } from '../../src/store/sum-months.ts'
import { getTheme, listThemes } from '../../src/store/themes.ts'
import { compareSeries, timelineOf } from '../../src/store/timeline.ts'
import { backends, type Place } from '../servers.ts'
import { analysisOf, instrument, prose, theme } from './readings.ts'

const stores = backends().filter(({ name }) => name !== 'postgres+redis')
const now = '2026-06-01T00:00:00.000Z'

/** About the end of two months, so that stories are told in both. */
const dates = [
  '2026-02-10T09:00:00Z',
  '2026-02-27T21:15:00Z',
  '2026-02-28T23:50:00Z',
  '2026-03-01T00:10:00Z',
  '2026-03-03T05:45:00Z',
  '2026-03-31T23:59:00Z',
  '2026-04-01T00:00:00Z',
  null,
]
const parties = { from: [{ name: 'Bonds' }], to: [{ symbol: 'NVDA', name: 'NVDA Corp' }] }
const said = [
  [theme('ai', 0.9, 0.6, parties), instrument('NVDA', 1, 0.6)],
  [theme('ai', 0.3, -0.9, { winners: [{ name: 'bonds' }] }), instrument('NVDA', 0.2, -0.9, 5), instrument('AMD', 0.9)],
  [
    theme('oil', 0.5, 0.1, { losers: [{ name: 'Airlines' }], imposer: [{ name: 'India' }] }),
    theme('ai', 0.4, 0.3),
    instrument('XOM', 0.7, 0.4),
  ],
  [instrument('NVDA', 0.5, 0.5), { ...instrument('XOM', 0.7, 0.4) }],
  [],
]

const pick = (size: number) => fc.nat({ max: size - 1 })
const Step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('read' as const), article: pick(7), date: pick(dates.length), words: pick(3), said: pick(said.length) }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('mark' as const, 'unmark' as const), article: pick(7), finding: pick(3) }) }, // prettier-ignore
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), article: pick(7) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sum' as const) }) },
)
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never

const windows = [
  {},
  { time_from: '2026-02-01', time_to: '2026-05-01' },
  { time_from: '2026-02-27T12:00:00Z', time_to: '2026-04-01' },
  { time_from: '2026-03-01' },
  { time_to: '2026-03-31T23:59:30Z' },
]

/** Everything that sums serve, with numbers as equal as sums in another order are. */
async function answers({ db }: Store): Promise<unknown> {
  const all: unknown[] = []
  for (const when of windows) {
    const themes = (query: object) => listThemes(db, ThemeQuery.parse({ ...when, ...query }))
    const instruments = (query: object) => listInstruments(db, InstrumentQuery.parse({ ...when, ...query }))
    const point = TimelineQuery.parse(when)
    all.push(await themes({}), await themes({ tickers: 'nvda' }), await themes({ tickers: 'NVDA,AMD' }))
    all.push(await instruments({}), await instruments({ themes: 'ai' }), await instruments({ type: 'equity' }))
    all.push(await getTheme(db, { id: 'ai', name: 'AI' }, point), await getInstrument(db, 'XOM', point))
    all.push(await compareSeries(db, [{ kind: 'theme', id: 'ai', name: 'AI' }], { ...point, interval: 'week' }))
    for (const timezone of ['America/New_York', 'Asia/Kolkata']) {
      all.push(await timelineOf(db, { kind: 'instrument', id: 'NVDA' }, { ...point, timezone }))
    }
  }
  return JSON.parse(
    JSON.stringify(all, (_key, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)),
  )
}

describe.each(stores)('a store on $name', ({ fresh }) => {
  let place: Place
  let store: Store
  let run = 0
  beforeAll(async () => {
    place = await fresh()
    store = await openStore(place)
  })
  afterAll(async () => {
    await store.close()
    await place.dispose()
  })

  const urlOf = (article: number) => `https://wire${run}-${article}.example/story`
  const idOf = async (article: number) => (await addArticle(store.db, { url: urlOf(article), now })).id
  const sumsOf = async () =>
    (await sql<{ month: string }>`SELECT month::text AS month FROM month_summed`.execute(store.db)).rows
  const findingOf = async (id: string, place: number) =>
    (await store.db.selectFrom('finding').select('id').where('article_id', '=', id).orderBy('ordinal').execute()).at(
      place,
    )?.id

  async function take(step: Step): Promise<unknown> {
    const { db } = store
    if (step.do === 'sum') return sumMonths(db, { now, quietMs: 0 })
    const id = await idOf(step.article)
    switch (step.do) {
      case 'read': {
        const text = prose(`run ${run} words ${step.words}`)
        const url = urlOf(step.article)
        const reading = { id, url, text, publishedAt: dates[step.date]!, findings: said[step.said]! }
        return saveAnalysis(db, { id, analysis: analysisOf(reading), fetchedAt: now, now })
      }
      case 'mark':
      case 'unmark': {
        const findingId = await findingOf(id, step.finding)
        if (findingId === undefined) return null
        return step.do === 'mark'
          ? markFinding(db, { articleId: id, findingId, reason: 'wrong', by: null, markedAt: now })
          : unmarkFinding(db, id, findingId)
      }
      case 'remove':
        return removeArticles(db, { id }, { reason: 'asked for', now })
    }
  }

  async function countedOneByOne(): Promise<unknown> {
    const { db } = store
    const months = await sumsOf()
    await sql`DELETE FROM month_summed`.execute(db)
    const answer = await answers(store)
    for (const { month } of months) await sql`INSERT INTO month_summed VALUES (${month}::date)`.execute(db)
    return answer
  }

  const empty = async () => {
    run += 1
    await sql`TRUNCATE article, story, month_summed, month_change, month_story, month_hour, month_told, month_role CASCADE`.execute(store.db) // prettier-ignore
  }

  it('after any sequence of readings, marks and removals', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 4, maxLength: 14 }), async (steps) => {
        await empty()
        for (const step of steps) await take(step)
        expect(await answers(store)).toEqual(await countedOneByOne())
        await take({ do: 'sum' })
        expect(await answers(store)).toEqual(await countedOneByOne())
      }),
      { numRuns: 8 },
    )
  }, 240_000)

  it('a month is summed once it is over and quiet, and again when something in it has changed', async () => {
    await empty()
    const read = (article: number, date: number, words: number) => take({ do: 'read', article, date, words, said: 0 })
    await read(0, 2, 0)
    await read(1, 6, 1)
    expect(await sumMonths(store.db, { now: '2026-04-20T00:00:00.000Z' })).toBe(0)
    expect(await sumMonths(store.db, { now: '2026-04-20T00:00:00.000Z', quietMs: 0 })).toBe(1)
    expect(await sumsOf()).toEqual([{ month: '2026-02-01' }])
    expect(await sumMonths(store.db, { now, quietMs: 0, most: 1 })).toBe(1)
    expect(await sumMonths(store.db, { now, quietMs: 0 })).toBe(0)
    // The same story, told in another month: what was summed of it there has to be summed anew.
    await read(2, 3, 0)
    expect(await sumMonths(store.db, { now, quietMs: 0 })).toBe(2)
    const { data } = await listThemes(store.db, ThemeQuery.parse({}))
    expect(data).toMatchObject([{ theme: 'ai', stories: 2, articles: 3 }])
  })

  it('sums are what is answered from', async () => {
    await empty()
    await take({ do: 'read', article: 0, date: 0, words: 0, said: 0 })
    await take({ do: 'sum' })
    await sql`UPDATE month_told SET stories = 42`.execute(store.db)
    const stories = async () => (await listThemes(store.db, ThemeQuery.parse({}))).data[0]?.stories
    expect(await stories()).toBe(42)
    await take({ do: 'read', article: 1, date: 0, words: 1, said: 4 })
    expect(await stories()).toBe(1)
  })

  it('what is restored is counted, not what was there', async () => {
    await empty()
    await take({ do: 'read', article: 0, date: 0, words: 0, said: 0 })
    const backup = new PassThrough()
    const kept: Buffer[] = []
    backup.on('data', (part: Buffer) => kept.push(part))
    await writeBackup(store.db, backup, { now })
    await take({ do: 'read', article: 1, date: 3, words: 1, said: 0 })
    await take({ do: 'sum' })
    const file = new PassThrough()
    file.end(Buffer.concat(kept))
    await restoreBackup(store.db, file, { replace: true })
    expect((await listThemes(store.db, ThemeQuery.parse({}))).data).toMatchObject([{ stories: 1 }])
  })
})
