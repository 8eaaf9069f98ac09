/** Lists and searches take short ways to their rows and to how many there are; here they give what the long way gives. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf } from '../../src/dev/bench/query/chance.ts'
import { ArticleQuery, FindingQuery, SearchQuery, StoryQuery } from '../../src/query.ts'
import { addArticle, listArticles, saveAnalysis } from '../../src/store/articles.ts'
import { openStore, type Store } from '../../src/store/connect.ts'
import { listFindings } from '../../src/store/findings.ts'
import { markFinding } from '../../src/store/marks.ts'
import { demandsOf } from '../../src/store/phrases.ts'
import { searchArticles } from '../../src/store/search.ts'
import { listStories } from '../../src/store/stories.ts'
import { backends, type Place } from '../servers.ts'
import { analysisOf, decision, instrument, move, prose, rate, theme } from './readings.ts'

describe('what a search for phrases demands', () => {
  it.each([
    [`'rate' <-> 'cut'`, ['rate', 'cut'], [['rate', 1, 'cut']]],
    [`'cost' <2> 'live' & 'oil'`, ['cost', 'live', 'oil'], [['cost', 2, 'live']]],
    [`'balanc' <3> 'power'`, ['balanc', 'power'], []],
    [`'rate-cut' <-> 'rate' <-> 'cut'`, ['rate-cut', 'rate', 'cut'], [['rate-cut', 1, 'rate'], ['rate', 1, 'cut']]], // prettier-ignore
    [`!( 'small' <-> 'cap' ) & !'bank' & 'oil'`, ['oil'], []],
    [`'rate' <-> 'cut' | 'oil'`, [], []],
    [`'o''brien' <-> 'a\\\\b'`, [`o'brien`, 'a\\b'], [[`o'brien`, 1, 'a\\b']]],
    ['', [], []],
  ])('%s', (asked, words, pairs) => {
    expect(demandsOf(asked)).toEqual({ words, pairs })
  })
})

const words = [`rate`, 'cuts', 'cut', 'of', 'the', 'living', 'cost', 'bank', 'rate-cut', `O'Brien's`, 'small', 'caps']
const days = ['2026-03-02T09:00:00Z', '2026-03-02', '2026-03-09T18:30:00Z', '2026-04-01T00:00:00Z', null]
const said = [
  [instrument('NVDA'), move('NVDA'), move('AMD'), theme('ai'), rate('FED', 4)],
  [instrument('AMD'), instrument('NVDA'), theme('ai'), theme('oil'), decision('ECB')],
  [instrument('XOM'), theme('oil'), rate('ECB', 2), decision('FED')],
  [rate('BOE', 3), move('XOM')],
]
const hour = (n: number): string => new Date(Date.parse('2026-03-01T00:00:00Z') + n * 3_600_000).toISOString()

describe.each(backends().filter(({ name }) => name !== 'postgres+redis'))('on $name', ({ fresh }) => {
  let place: Place
  let store: Store
  beforeAll(async () => {
    place = await fresh()
    store = await openStore(place)
    const { db } = store
    const chance = chanceOf(7)
    // Some are read twice, some are copies, some undated; here and there a finding is marked wrong.
    for (let n = 0; n < 60; n++) {
      const url = `https://example.com/${chance.below(45)}`
      const now = hour(n * 15)
      const { id } = await addArticle(db, { url, now })
      const copied = chance.often(0.3)
      const text = copied ? prose(`told ${chance.below(4)}`) : Array.from({ length: 12 }, () => chance.pick(words)).join(' ') // prettier-ignore
      const reading = { id, url, text, publishedAt: chance.pick(days), findings: chance.pick(said), title: `Desk ${n}` }
      await saveAnalysis(db, { id, analysis: analysisOf(reading), fetchedAt: now, now })
      if (!chance.often(0.2)) continue
      const finding = await db.selectFrom('finding').select('id').where('article_id', '=', id).executeTakeFirstOrThrow()
      await markFinding(db, { articleId: id, findingId: finding.id, reason: 'wrong', by: null, markedAt: now })
    }
  }, 120_000)
  afterAll(async () => {
    await store.close()
    await place.dispose()
  })

  const Word = fc.constantFrom(...words)
  const Phrase = fc.array(Word, { minLength: 1, maxLength: 4 }).map((list) => (list.length > 1 ? `"${list.join(' ')}"` : list[0]!)) // prettier-ignore
  const Term = fc.tuple(fc.constantFrom('', '', '', '-', 'or '), Phrase).map(([sign, phrase]) => sign + phrase)

  it('a search finds what a text says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Term, { minLength: 1, maxLength: 3 }), async (terms) => {
        const q = terms.join(' ')
        const { rows } = await sql<{ id: string }>`
          SELECT article_id AS id FROM revision WHERE search @@ websearch_to_tsquery('english', ${q})
            AND superseded_at IS NULL ORDER BY article_id COLLATE "C"`.execute(store.db)
        const { data, meta } = await searchArticles(store.db, SearchQuery.parse({ q, limit: 100 }))
        expect(data.map(({ article }) => article.id).sort()).toEqual(rows.map(({ id }) => id))
        expect(meta.found).toBe(rows.length)
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  const When = fc.record(
    {
      as_of: fc.constantFrom(hour(200), hour(500), hour(900)),
      time_from: fc.constantFrom('2026-03-02', '2026-03-09'),
      time_to: fc.constantFrom('2026-03-09', '2026-04-02'),
    },
    { requiredKeys: [] },
  )
  const About = fc.constantFrom(
    ...['nvda', 'NVDA,AMD', 'XOM', 'none'].map((tickers) => ({ tickers })),
    ...['ai', 'ai,oil', 'none'].map((themes) => ({ themes })),
    { 'tickers.all': 'NVDA' },
    { 'themes.all': 'ai,oil' },
    { tickers: 'NVDA', themes: 'oil' },
    {},
  )
  const Sort = fc.constantFrom('latest', 'earliest', 'relevance')

  it('what is counted is what is listed', async () => {
    await fc.assert(
      fc.asyncProperty(When, About, Sort, async (when, about, sort) => {
        const query = { ...when, ...about, sort, limit: 500 }
        const findings = await listFindings(store.db, FindingQuery.parse(query))
        expect(findings.meta.found).toBe(findings.data.length)
        const articles = await listArticles(store.db, ArticleQuery.parse(query))
        expect(articles.meta.found).toBe(articles.data.length)
        const stories = await listStories(store.db, StoryQuery.parse({ ...when, sort, limit: 500 }))
        expect(stories.meta.found).toBe(stories.data.length)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('stories of a moment stand where the first known of their articles stands', async () => {
    for (const as_of of [hour(200), hour(500), hour(900)]) {
      const { rows } = await sql<{ id: string; articles: number; at: string }>`
        SELECT story_id AS id, count(*)::int AS articles, coalesce(min(published_at), min(sort_at)) AS at FROM revision
        WHERE known_at <= ${as_of}::timestamptz AND (superseded_at IS NULL OR superseded_at > ${as_of}::timestamptz)
        GROUP BY story_id ORDER BY at DESC, story_id DESC`.execute(store.db)
      const listed = async (sort: string): Promise<[string, number][]> => {
        const pages: [string, number][] = []
        let cursor: string | null | undefined
        do {
          const { data, meta } = await listStories(store.db, StoryQuery.parse({ as_of, sort, limit: 4, ...(cursor ? { cursor } : {}) })) // prettier-ignore
          pages.push(...data.map(({ id, articles }): [string, number] => [id, articles.length]))
          cursor = meta.next
        } while (cursor)
        return pages
      }
      const expected = rows.map(({ id, articles }): [string, number] => [id, articles])
      expect(expected.length).toBeGreaterThan(4)
      if (as_of === hour(900)) expect(expected.some(([, articles]) => articles > 1)).toBe(true)
      expect(await listed('latest')).toEqual(expected)
      expect((await listed('earliest')).reverse()).toEqual(expected)
      expect(await listed('relevance')).toEqual(expected.toSorted(([, a], [, b]) => b - a))
    }
  })
})
