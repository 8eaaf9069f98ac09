/** Time series by group and side by side, what is told together, and articles like one: the same on every engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InstrumentTimelineQuery, LikeQuery, RelatedQuery, ThemeTimelineQuery, TimelineQuery } from '../../src/query.ts'
import { addArticle, saveAnalysis } from '../../src/store/articles.ts'
import { articlesLike } from '../../src/store/articles-like.ts'
import { relatedTo } from '../../src/store/cooccurrence.ts'
import { openStore, type Store } from '../../src/store/connect.ts'
import { markFinding } from '../../src/store/marks.ts'
import { subjectOf, type Subject } from '../../src/store/names.ts'
import { compareSeries, timelineOf } from '../../src/store/timeline.ts'
import { backends, type Place } from '../servers.ts'
import { analysisOf, instrument, prose, theme, type Reading } from './readings.ts'

const stores = backends().filter(({ name }) => name !== 'postgres+redis')
const known = '2026-03-20T08:00:00.000Z'

describe.each(stores)('a store on $name', ({ fresh }) => {
  let place: Place
  let store: Store
  const ids: Record<string, string> = {}
  const read = async (path: string, reading: Omit<Reading, 'id'>, now = known) => {
    const url = `https://wire.example/${path}`
    const { id } = await addArticle(store.db, { url, now })
    await saveAnalysis(store.db, { id, analysis: analysisOf({ url, ...reading, id }), fetchedAt: now, now })
    ids[path] = id
  }
  beforeAll(async () => {
    place = await fresh()
    store = await openStore(place)
    const chips = [theme('ai', 0.9, 0.6), instrument('NVDA', 1, 0.6)]
    const words = prose('chips')
    await read('a', { publishedAt: '2026-03-10T10:00:00Z', siteName: 'Ledger', text: words, findings: chips })
    // The same story elsewhere, in another tone.
    const copied = [theme('ai', 0.3, -0.9), instrument('NVDA', 0.2, -0.9)]
    await read('copy', { publishedAt: '2026-03-10T11:00:00Z', siteName: 'Mirror', text: words, findings: copied })
    const both = [
      theme('ai', 0.8, -0.4),
      theme('oil', 0.5, 0.1),
      instrument('NVDA', 0.6, -0.2),
      instrument('AMD', 0.9, -0.5),
    ]
    await read('b', { publishedAt: '2026-03-12T10:00:00Z', siteName: 'Ledger', text: `${prose('b')} Chipmakers rallied.`, findings: both }) // prettier-ignore
    await read('c', {
      publishedAt: '2026-03-12T12:00:00Z',
      findings: [theme('oil', 1, 0.2), instrument('XOM', 1, 0.2)],
    })
    await read(
      'd',
      { publishedAt: '2026-03-13T12:00:00Z', findings: [theme('oil', 0.3, 0)] },
      '2026-03-21T08:00:00.000Z',
    )
    await read('undated', { publishedAt: null, findings: [theme('ai', 1, 1), instrument('NVDA', 1, 1)] })
  })
  afterAll(async () => {
    await store.close()
    await place.dispose()
  })

  const days = { time_from: '2026-03-10', time_to: '2026-03-14' }
  const ai: Subject = { kind: 'theme', id: 'ai' }
  const named = async (subject: Subject) => (await subjectOf(store.db, subject))!
  const cells = ({ data }: { data: { group: string | null; stories: number }[] }): Record<string, number[]> =>
    Object.fromEntries(
      [...new Set(data.map(({ group }) => group))].map((group): [string, number[]] => [
        String(group),
        data.filter((point) => point.group === group).map(({ stories }) => stories),
      ]),
    )

  it('a symbol is known in small letters, a theme by its id', async () => {
    expect(await subjectOf(store.db, { kind: 'instrument', id: 'nvda' })).toEqual({ kind: 'instrument', id: 'NVDA', name: 'NVDA Corp' }) // prettier-ignore
    expect(await subjectOf(store.db, { kind: 'theme', id: 'AI' })).toBeNull()
  })

  it.each([
    ['instrument', { NVDA: [1, 0, 1, 0], AMD: [0, 0, 1, 0] }],
    ['source', { Ledger: [1, 0, 1, 0], Mirror: [1, 0, 0, 0] }],
    ['kind', { instrument: [1, 0, 1, 0], theme: [1, 0, 1, 0] }],
    ['sentiment', { negative: [0, 0, 1, 0], positive: [1, 0, 0, 0] }],
  ])('a theme by %s, every step of every group', async (group_by, expected) => {
    const query = ThemeTimelineQuery.parse({ ...days, group_by })
    const page = await timelineOf(store.db, ai, query)
    expect(cells(page)).toEqual(expected)
    expect(page.meta).toMatchObject({ found: page.data.length, returned: page.data.length })
    expect(page.data.every(({ allStories }, at) => allStories === [1, 0, 2, 1][at % 4])).toBe(true)
  })

  it('an instrument by theme; groups left out are counted', async () => {
    const query = InstrumentTimelineQuery.parse({ ...days, group_by: 'theme', groups: 1 })
    const page = await timelineOf(store.db, { kind: 'instrument', id: 'NVDA' }, query)
    expect(cells(page)).toEqual({ ai: [1, 0, 1, 0] })
    expect(page.meta).toMatchObject({ found: 8, returned: 4 })
    expect(page.data[2]).toMatchObject({ label: 'ai', attention: 0.5, sentiment: -0.2 })
  })

  it('least relevance and what was known bound a series', async () => {
    const stories = async (query: object, subject = ai) =>
      (await timelineOf(store.db, subject, TimelineQuery.parse({ ...days, ...query }))).data.map(
        ({ stories }) => stories,
      )
    expect(await stories({ min_relevance: 0.85 })).toEqual([1, 0, 0, 0])
    expect(await stories({ as_of: '2026-03-19' })).toEqual([0, 0, 0, 0])
    const oil: Subject = { kind: 'theme', id: 'oil' }
    expect(await stories({}, oil)).toEqual([0, 0, 2, 1])
    expect(await stories({ as_of: '2026-03-20T12:00:00Z' }, oil)).toEqual([0, 0, 2, 0])
  })

  it('several side by side stand on the same steps, as a whole and step by step', async () => {
    const subjects = [await named({ kind: 'theme', id: 'oil' }), await named({ kind: 'instrument', id: 'amd' })]
    const series = await compareSeries(store.db, subjects, TimelineQuery.parse({}))
    expect(series.map(({ kind, id, stories }) => [kind, id, stories])).toEqual([
      ['theme', 'oil', 3],
      ['instrument', 'AMD', 1],
    ])
    expect(series.map(({ points }) => points.map(({ stories }) => stories))).toEqual([
      [2, 1],
      [1, 0],
    ])
    expect(series[0]?.points.map(({ from }) => from)).toEqual(series[1]?.points.map(({ from }) => from))
    expect(series[0]).toMatchObject({ attention: 1, label: 'oil' })
    const none = await compareSeries(store.db, subjects, TimelineQuery.parse({ as_of: '2026-01-01' }))
    expect(none).toMatchObject([{ stories: 0, attention: null, points: [] }, { stories: 0 }])
  })

  it('without a window steps are whole, so that the first has the stories before the subject’s own', async () => {
    const oil: Subject = { kind: 'theme', id: 'oil' }
    const { data } = await timelineOf(store.db, oil, TimelineQuery.parse({ interval: 'week', timezone: 'America/New_York' })) // prettier-ignore
    expect(data).toMatchObject([
      { from: '2026-03-09T04:00:00.000Z', to: '2026-03-16T04:00:00.000Z', stories: 3, allStories: 4, attention: 0.75 },
    ])
    const after = await timelineOf(store.db, oil, TimelineQuery.parse({ interval: 'week', time_from: '2026-03-12' }))
    expect(after.data).toMatchObject([
      { from: '2026-03-12T00:00:00.000Z', to: '2026-03-16T00:00:00.000Z', allStories: 3 },
    ])
  })

  it('counts stories alike whether it is asked as of a moment or not', async () => {
    const [now, later] = await Promise.all(
      [{}, { as_of: '2100-01-01' }].map((more) =>
        compareSeries(store.db, [{ ...ai, name: 'AI' }], TimelineQuery.parse({ ...days, interval: 'hour', ...more })),
      ),
    )
    expect(later).toEqual(now)
    expect(now![0]?.points.reduce((sum, { allStories }) => sum + allStories, 0)).toBe(5)
    expect(now![0]).toMatchObject({ stories: 2, attention: 0.5 })
  })

  it('what is told together: counts, share, lift and mutual information', async () => {
    const subject = await named(ai)
    const related = await relatedTo(store.db, subject, RelatedQuery.parse({ min_stories: 1 }))
    expect(related).toMatchObject({ stories: 2, allStories: 2, to: '2026-03-12T10:00:00.001Z', found: { themes: 1, instruments: 2 } }) // prettier-ignore
  })

  it('and over a window of one’s own, by stories or by lift', async () => {
    const subject = await named(ai)
    const related = (query: object) =>
      relatedTo(store.db, subject, RelatedQuery.parse({ ...days, min_stories: 1, ...query }))
    const whole = await related({})
    expect(whole).toMatchObject({ stories: 2, allStories: 4, from: '2026-03-10T00:00:00.000Z' })
    expect(whole.themes).toEqual([
      { id: 'oil', label: 'oil', together: 1, stories: 3, share: 0.5, lift: 4 / 6, pmi: Math.log2(4 / 6) },
    ])
    expect(whole.instruments.map(({ id, together, lift }) => [id, together, lift])).toEqual([
      ['NVDA', 2, 2],
      ['AMD', 1, 2],
    ])
    expect((await related({ sort: 'lift', limit: 1 })).instruments).toMatchObject([{ id: 'NVDA' }])
    expect(await related({ min_stories: 2 })).toMatchObject({ themes: [], instruments: [{ id: 'NVDA' }] })
    expect(await related({ as_of: '2026-03-19' })).toMatchObject({ stories: 0, themes: [], instruments: [] })
  })

  it('articles like one are of other stories, likest first, and say why', async () => {
    const like = await articlesLike(store.db, ids['a']!, LikeQuery.parse({}))
    expect(like?.map(({ article }) => article.id)).toEqual([ids['b']])
    const [row] = like!
    expect(row).toMatchObject({
      themes: [{ theme: 'ai', label: 'ai' }],
      instruments: [{ symbol: 'NVDA', name: 'NVDA Corp' }],
    })
    expect(row!.score).toBeCloseTo(0.7 * row!.about + 0.3 * row!.words, 3)
    expect(row!.about).toBeCloseTo(
      [...row!.themes, ...row!.instruments].reduce((sum, { weight }) => sum + weight, 0),
      3,
    )
    expect(row!.terms).toContain('markets')
    // Of a story, the likest.
    const back = await articlesLike(store.db, ids['b']!, LikeQuery.parse({}))
    expect(back?.map(({ article }) => article.id)).toEqual([ids['a'], ids['c'], ids['d']])
    expect(await articlesLike(store.db, ids['b']!, LikeQuery.parse({}))).toEqual(back)
  })

  it('as of a moment nothing later is like it; an article that is not there is null', async () => {
    const like = await articlesLike(store.db, ids['b']!, LikeQuery.parse({ as_of: '2026-03-20T12:00:00Z' }))
    expect(like?.map(({ article }) => article.id)).toEqual([ids['a'], ids['c']])
    expect(await articlesLike(store.db, ids['b']!, LikeQuery.parse({ as_of: '2026-03-01' }))).toBeNull()
    expect(await articlesLike(store.db, 'none', LikeQuery.parse({}))).toBeNull()
  })

  it('a finding marked wrong ties nothing together', async () => {
    const { db } = store
    const wrong = await db
      .selectFrom('finding')
      .select('id')
      .where('article_id', '=', ids['b']!)
      .where('theme', '=', 'oil')
      .executeTakeFirstOrThrow()
    const mark = { articleId: ids['b']!, findingId: wrong.id, reason: 'no oil in it', by: null, markedAt: known }
    await markFinding(db, mark)
    const related = await relatedTo(db, await named(ai), RelatedQuery.parse({ ...days, min_stories: 1 }))
    expect(related.themes).toEqual([])
  })
})
