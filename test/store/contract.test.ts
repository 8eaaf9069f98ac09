/** What every store does, whatever the engine. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ArticleQuery,
  FindingQuery,
  InstrumentQuery,
  MarkQuery,
  PolicyQuery,
  RateQuery,
  SearchQuery,
  StoryQuery,
  ThemeQuery,
  TimelineQuery,
} from '../../src/query.ts'
import {
  addArticle,
  failArticle,
  getArticle,
  getInput,
  listArticles,
  saveAnalysis,
  savePage,
  unfinished,
  type ToAdd,
} from '../../src/store/articles.ts'
import { openStore, type Store } from '../../src/store/connect.ts'
import { getDigest, listDigests, saveDigest } from '../../src/store/digests.ts'
import { addFeed, listFeeds, pauseFeed, recordPoll, removeFeed } from '../../src/store/feeds.ts'
import { listFindings, listPolicyEvents, listRates } from '../../src/store/findings.ts'
import { getInstrument, listInstruments } from '../../src/store/instruments.ts'
import { articleOfFinding, listMarks, markFinding, unmarkFinding } from '../../src/store/marks.ts'
import { latestVersion } from '../../src/store/migrate.ts'
import { releaseHost, reserveHost } from '../../src/store/reservations.ts'
import { searchArticles } from '../../src/store/search.ts'
import { listStories } from '../../src/store/stories.ts'
import { getTheme, listThemes, themeTimeline } from '../../src/store/themes.ts'
import { backends, type Place } from '../servers.ts'
import { analysisOf, decision, instrument, move, prose, rate, theme, type Reading } from './readings.ts'

const stores = backends().filter(({ name }) => name !== 'postgres+redis')

describe.each(stores)('a store on $name', ({ fresh, shared }) => {
  let place: Place
  let store: Store
  beforeAll(async () => {
    place = await fresh()
    store = await openStore(place)
  })
  afterAll(async () => {
    await store.close()
    await place.dispose()
  })
  /** The store, emptied. */
  const open = async (): Promise<Store['db']> => {
    await store.pool.query('TRUNCATE article, story, feed, digest, reservation CASCADE')
    return store.db
  }

  const now = '2026-03-11T08:00:00.000Z'
  const add = async (db: Store['db'], item: Partial<ToAdd>) => addArticle(db, { now, ...item })
  const save = async (db: Store['db'], reading: Reading, fetchedAt = now) =>
    saveAnalysis(db, { id: reading.id, analysis: analysisOf(reading), fetchedAt, now: fetchedAt })
  /** Added by its address and read at once. */
  const read = async (db: Store['db'], path: string, reading: Omit<Reading, 'id'> = {}, more: Partial<ToAdd> = {}) => {
    const url = `https://wire.example/${path}`
    const { id } = await add(db, { url, ...more })
    await save(db, { url, ...reading, id }, more.now)
    return id
  }
  const count = async (db: Store['db'], table: 'article' | 'revision' | 'finding' | 'analysis' | 'story' | 'page') =>
    (await db.selectFrom(table).select(db.fn.countAll().as('n')).execute()).map(({ n }) => Number(n))[0]

  describe('adding', () => {
    it('knows an address however it is written', async () => {
      const db = await open()
      const first = await add(db, { url: 'https://www.wire.example/a/?utm_source=x' })
      expect(first).toMatchObject({ outcome: 'queued', needs: 'fetch' })
      const again = await add(db, { url: 'http://wire.example/a#top' })
      expect(again).toMatchObject({ id: first.id, outcome: 'known' })
      expect(await unfinished(db)).toEqual([{ id: first.id, needs: 'fetch' }])
    })

    it('adds one article when many add it at once', async () => {
      const db = await open()
      const added = await Promise.all(Array.from({ length: 8 }, () => add(db, { url: 'https://wire.example/rush' })))
      expect(new Set(added.map(({ id }) => id)).size).toBe(1)
      expect(added.filter(({ outcome }) => outcome === 'queued')).toHaveLength(1)
      expect(await count(db, 'article')).toBe(1)
    })

    it('keeps text and html handed in, and knows the same text again', async () => {
      const db = await open()
      const text = await add(db, { text: 'Stocks rose — “sharply”.', title: 'Up' })
      expect(text).toMatchObject({ outcome: 'queued', needs: 'analyze' })
      expect(await add(db, { text: 'Stocks rose — “sharply”.', title: 'Up' })).toMatchObject({
        id: text.id,
        outcome: 'known',
      })
      expect(await getInput(db, text.id)).toMatchObject({
        text: 'Stocks rose — “sharply”.',
        title: 'Up',
        fetchedAt: now,
      })
      const html = await add(db, { html: '<p>Oil fell</p>', url: 'https://wire.example/oil' })
      expect(await getInput(db, html.id)).toMatchObject({ html: '<p>Oil fell</p>', url: 'https://wire.example/oil' })
    })

    it('keeps a fetched page and decodes it', async () => {
      const db = await open()
      const { id } = await add(db, { url: 'https://wire.example/p' })
      await savePage(db, id, {
        url: 'https://wire.example/p',
        finalUrl: 'https://wire.example/p/final',
        status: 200,
        contentType: 'text/html; charset=iso-8859-1',
        body: Buffer.from('<p>Caf\xe9</p>', 'latin1'),
        etag: '"e"',
        lastModified: null,
        fetchedAt: now,
        notModified: false,
      })
      expect(await getInput(db, id)).toMatchObject({
        html: '<p>Café</p>',
        url: 'https://wire.example/p/final',
        etag: '"e"',
      })
      expect(await unfinished(db)).toEqual([{ id, needs: 'analyze' }])
    })

    it('tries a failed article again when a person hands it in, not when a feed does', async () => {
      const db = await open()
      const url = 'https://wire.example/broken'
      const { id } = await add(db, { url })
      await failArticle(db, id, { code: 'http-error', message: 'it answered 500' }, now)
      expect((await listArticles(db, ArticleQuery.parse({ status: 'failed' }))).data).toMatchObject([
        { id, reason: { code: 'http-error', message: 'it answered 500' } },
      ])
      expect(await add(db, { url, feedId: 'f' })).toMatchObject({ outcome: 'known' })
      expect(await add(db, { url })).toMatchObject({ outcome: 'queued', needs: 'fetch' })
      expect(await unfinished(db)).toEqual([{ id, needs: 'fetch' }])
    })

    it('keeps what no database can hold as a replacement sign, offsets intact', async () => {
      const db = await open()
      const text = `a\0b\ud800c ${prose('nul')}`
      const { id } = await add(db, { text })
      await save(db, { id, text, title: 'x\0y', findings: [theme('t')] })
      const article = await getArticle(db, id)
      expect(article?.text).toBe(`a\ufffdb\ufffdc ${prose('nul')}`)
      expect(article?.findings[0]?.evidence[0]).toEqual({ start: 0, end: 3, quote: 'a\ufffdb' })
    })
  })

  describe('saving an analysis', () => {
    it('twice leaves one article, one revision, and each finding once', async () => {
      const db = await open()
      const findings = [theme('ai'), instrument('NVDA'), rate('FED', 3.75)]
      const id = await read(db, 'twice', { findings })
      await save(db, { id, url: 'https://wire.example/twice', findings })
      expect(await Promise.all([count(db, 'article'), count(db, 'revision'), count(db, 'finding')])).toEqual([1, 1, 3])
      expect(await unfinished(db)).toEqual([])
      const article = await getArticle(db, id)
      expect(article).toMatchObject({ status: 'analyzed', revision: 1, version: { models: 'm1' } })
      expect(article?.findings.map(({ kind }) => kind)).toEqual(['theme', 'instrument', 'rate'])
    })

    it('at the same moment in two workers is the same as once', async () => {
      const db = await open()
      const { id } = await add(db, { url: 'https://wire.example/race' })
      const reading = { id, findings: [theme('ai'), instrument('NVDA')] }
      await Promise.all(Array.from({ length: 4 }, () => save(db, reading)))
      expect(await Promise.all([count(db, 'revision'), count(db, 'finding'), count(db, 'story')])).toEqual([1, 2, 1])
    })

    it('with newer models replaces the findings, keeps when it was known, and records the version', async () => {
      const db = await open()
      const id = await read(db, 'models', { findings: [theme('ai')] })
      const later = '2026-04-01T00:00:00.000Z'
      await save(db, { id, url: 'https://wire.example/models', findings: [theme('oil')], models: 'm2' }, later)
      const article = await getArticle(db, id)
      expect(article).toMatchObject({ knownAt: now, analyzedAt: later, version: { models: 'm2' } })
      expect(article?.findings).toMatchObject([{ value: { theme: 'oil' } }])
      expect(await Promise.all([count(db, 'revision'), count(db, 'analysis')])).toEqual([1, 2])
    })

    it('of a page whose quotes moved makes no revision, and keeps those first known', async () => {
      const db = await open()
      const { id } = await add(db, { url: 'https://wire.example/quotes' })
      const early = '2026-03-11T09:00:00.000Z'
      const late = '2026-03-11T15:00:00.000Z'
      const first = 'GE\t301.10\t-1.38%'
      await save(db, { id, tables: first }, early)
      await save(db, { id, tables: 'GE\t299.00\t-2.07%' }, late)
      const article = await getArticle(db, id)
      expect(article).toMatchObject({ revision: 1, knownAt: early, tables: first })
      expect(article?.findings.flatMap(({ evidence }) => evidence)).toEqual([
        { start: 0, end: first.length, quote: first, field: 'tables' },
      ])
      const second = 'GE\t301.10\t-1.38%\nBA\t210.40\t+0.20%'
      await save(db, { id, tables: second, models: 'm2' }, early)
      expect(await getArticle(db, id), 'the same page read better').toMatchObject({ revision: 1, tables: second })
    })
    it('of a changed page makes a revision; each moment sees its own', async () => {
      const db = await open()
      const [early, late] = ['2026-03-11T08:00:00.000Z', '2026-03-12T08:00:00.000Z']
      const url = 'https://wire.example/live'
      const { id } = await add(db, { url, html: '<p>one</p>' })
      await save(db, { id, url, title: 'First', findings: [theme('ai'), theme('oil')] }, early)
      expect(await add(db, { url, html: '<p>two</p>' })).toMatchObject({ id, outcome: 'queued', needs: 'analyze' })
      await save(db, { id, url, title: 'Second', text: prose('other'), findings: [theme('rates')] }, late)

      expect(await getArticle(db, id)).toMatchObject({ title: 'Second', revision: 2, knownAt: late })
      const then = await getArticle(db, id, { as_of: '2026-03-11T20:00:00.000Z' })
      expect(then).toMatchObject({ title: 'First', revision: 1, knownAt: early, text: prose(id) })
      expect(then?.revisions).toHaveLength(1)
      expect(await getArticle(db, id, { as_of: '2026-03-11T07:59:59.999Z' })).toBeNull()

      const themes = async (as_of?: string) =>
        (await listFindings(db, FindingQuery.parse({ as_of }))).data.map(
          (row) => row.kind === 'theme' && row.value.theme,
        )
      expect(await themes()).toEqual(['rates'])
      expect(await themes(late)).toEqual(['rates'])
      expect(await themes('2026-03-12T07:59:59.999Z')).toEqual(['ai', 'oil'])
      expect(await themes('2026-03-01')).toEqual([])
      const listed = await listThemes(db, ThemeQuery.parse({ as_of: early }))
      expect(listed.data.map((row) => row.theme)).toEqual(['ai', 'oil'])
      expect((await listArticles(db, ArticleQuery.parse({ as_of: early }))).data).toMatchObject([{ title: 'First' }])
      expect((await searchArticles(db, SearchQuery.parse({ q: 'first', as_of: early }))).meta.found).toBe(1)
      expect((await searchArticles(db, SearchQuery.parse({ q: 'first' }))).meta.found).toBe(0)
    })

    it('of a page whose canonical address is another article joins it', async () => {
      const db = await open()
      const original = await read(db, 'original', { text: prose('same'), title: 'Same', findings: [theme('ai')] })
      const { id } = await add(db, { url: 'https://partner.example/copy' })
      const canonicalUrl = 'https://wire.example/original'
      const saved = await save(db, {
        id,
        url: 'https://partner.example/copy',
        canonicalUrl,
        text: prose('same'),
        title: 'Same',
      })
      expect(saved).toEqual({ outcome: 'duplicate', id: original })
      expect(await getArticle(db, id)).toMatchObject({
        status: 'duplicate',
        reason: { code: 'duplicate', message: original },
      })
      expect(await add(db, { url: 'https://partner.example/copy?utm_medium=m' })).toMatchObject({
        id: original,
        outcome: 'known',
      })
      expect((await listStories(db, StoryQuery.parse({}))).data).toMatchObject([{ articles: [{ id: original }] }])
      expect((await listFindings(db, FindingQuery.parse({}))).meta.found).toBe(1)
    })

    it('of an article found under its canonical address makes that address known', async () => {
      const db = await open()
      const { id } = await add(db, { url: 'https://short.example/x' })
      await save(db, { id, url: 'https://short.example/x', canonicalUrl: 'https://wire.example/long' })
      expect(await add(db, { url: 'https://wire.example/long/' })).toMatchObject({ id, outcome: 'known' })
    })

    it('does not believe a site that gives all its pages one canonical address', async () => {
      const db = await open()
      const canonicalUrl = 'https://wire.example/home'
      await read(db, 'one', { canonicalUrl })
      await read(db, 'two', { canonicalUrl })
      expect((await listArticles(db, ArticleQuery.parse({ status: 'analyzed' }))).meta.found).toBe(2)
    })

    it('of an article that is gone changes nothing', async () => {
      const db = await open()
      expect(await save(db, { id: 'nowhere' })).toMatchObject({ outcome: 'gone' })
      expect(await count(db, 'revision')).toBe(0)
    })
  })

  describe('stories', () => {
    it('join copies by wire, whatever comes first; the first to publish leads, and themes count it once', async () => {
      const db = await open()
      const text = prose('wire', 20)
      const late = await read(db, 'copy', {
        text: `${text} Copyright of the copier.`,
        publishedAt: '2026-03-10T15:00:00Z',
        findings: [theme('ai', 0.5, -1)],
      })
      const early = await read(db, 'source', {
        text,
        publishedAt: '2026-03-10T14:00:00Z',
        findings: [theme('ai', 0.9, 1)],
      })
      const other = await read(db, 'other', { publishedAt: '2026-03-10T16:00:00Z', findings: [theme('ai', 0.9, 0)] })
      const stories = await listStories(db, StoryQuery.parse({}))
      expect(stories.data.map(({ articles }) => articles.map(({ id }) => id))).toEqual([[other], [early, late]])
      expect(stories.data[1]?.publishedAt).toBe('2026-03-10T14:00:00Z')
      const themes = await listThemes(db, ThemeQuery.parse({}))
      expect(themes.data).toMatchObject([{ theme: 'ai', stories: 2, articles: 3, attention: 1, sentiment: 0.5 }])
    })

    it('join copies read at the same moment', async () => {
      const db = await open()
      const text = prose('rush', 20)
      const ids = await Promise.all(['a', 'b', 'c', 'd'].map((path) => read(db, path, { text, title: `By ${path}` })))
      const stories = await listStories(db, StoryQuery.parse({}))
      expect(stories.data).toHaveLength(1)
      expect(stories.data[0]?.articles.map(({ id }) => id).sort()).toEqual([...ids].sort())
    })

    it('keep apart what is alike but weeks apart, and what only shares its subject', async () => {
      const db = await open()
      const text = prose('template', 20)
      await read(db, 'march', { text, publishedAt: '2026-03-01T12:00:00Z' })
      await read(db, 'april', { text: `${text} More.`, publishedAt: '2026-04-01T12:00:00Z' })
      await read(db, 'else', { publishedAt: '2026-04-01T12:00:00Z' })
      expect((await listStories(db, StoryQuery.parse({}))).meta.found).toBe(3)
    })

    it('as of a moment hold only what was known of them', async () => {
      const db = await open()
      const text = prose('slow', 20)
      const first = await read(db, 'first', { text, publishedAt: '2026-03-10T14:00:00Z' }, { now })
      await read(
        db,
        'second',
        { text, publishedAt: '2026-03-10T13:00:00Z', title: 'Second' },
        { now: '2026-03-12T00:00:00.000Z' },
      )
      const then = await listStories(db, StoryQuery.parse({ as_of: now }))
      expect(then.data).toMatchObject([{ publishedAt: '2026-03-10T14:00:00Z', articles: [{ id: first }] }])
      expect((await listStories(db, StoryQuery.parse({}))).data[0]?.articles).toHaveLength(2)
    })
  })

  describe('time', () => {
    it('keeps undated articles out of every window, and shows them without one', async () => {
      const db = await open()
      const undated = await read(db, 'undated', { publishedAt: null, findings: [theme('ai'), rate('FED', 3)] })
      const month = await read(db, 'month', {
        publishedAt: '2026-03-01T00:00:00Z',
        publishedPrecision: 'month',
        findings: [theme('ai')],
      })
      const wide = { time_from: '1900-01-01', time_to: '2100-01-01' }
      const found = await Promise.all([
        listArticles(db, ArticleQuery.parse(wide)),
        listFindings(db, FindingQuery.parse(wide)),
        listRates(db, RateQuery.parse(wide)),
        listThemes(db, ThemeQuery.parse(wide)),
        listStories(db, StoryQuery.parse(wide)),
        searchArticles(db, SearchQuery.parse({ q: 'markets', ...wide })),
      ])
      expect(found.map(({ meta }) => meta.found)).toEqual([0, 0, 0, 0, 0, 0])
      expect(await themeTimeline(db, 'ai', TimelineQuery.parse({}))).toEqual([])
      const all = await listArticles(db, ArticleQuery.parse({}))
      expect(all.data.map(({ id, publishedAt }) => [id, publishedAt]).sort()).toEqual(
        [
          [undated, null],
          [month, '2026-03-01T00:00:00Z'],
        ].sort(),
      )
    })

    it('places a day without a time at noon UTC, and shows it as it was given', async () => {
      const db = await open()
      await read(db, 'day', { publishedAt: '2026-03-10T00:00:00Z', publishedPrecision: 'day', findings: [theme('ai')] })
      const within = async (time_from: string, time_to: string) =>
        (await listFindings(db, FindingQuery.parse({ time_from, time_to }))).meta.found
      expect(await within('2026-03-10T05:00:00Z', '2026-03-11T05:00:00Z')).toBe(1)
      expect(await within('2026-03-09T13:00:00Z', '2026-03-10T13:00:00Z')).toBe(1)
      expect(await within('2026-03-09', '2026-03-10')).toBe(0)
      const [row] = (await listFindings(db, FindingQuery.parse({}))).data
      expect(row?.source).toMatchObject({ publishedAt: '2026-03-10T00:00:00Z', publishedPrecision: 'day' })
    })

    it('knows history since it was published, a whole day when only the day is given, and never later than fetched', async () => {
      const db = await open()
      const known = async (path: string, reading: Omit<Reading, 'id'>) =>
        (await getArticle(db, await read(db, path, reading, { backfill: true })))?.knownAt
      expect(await known('i', { publishedAt: '2020-01-02T10:00:00-05:00' })).toBe('2020-01-02T15:00:00.000Z')
      expect(await known('d', { publishedAt: '2020-01-02T00:00:00Z', publishedPrecision: 'day' })).toBe(
        '2020-01-02T23:59:59.999Z',
      )
      expect(await known('u', { publishedAt: null })).toBe(now)
      expect(await known('f', { publishedAt: '2099-01-01T00:00:00Z' })).toBe(now)
      expect((await listArticles(db, ArticleQuery.parse({ as_of: '2020-06-01' }))).meta.found).toBe(2)
    })

    it('fills the gaps of a timeline, by the clocks of its zone', async () => {
      const db = await open()
      await read(db, 'fri', { publishedAt: '2026-03-06T22:00:00-05:00', findings: [theme('ai', 1, 0.5)] })
      await read(db, 'mon', { publishedAt: '2026-03-09T09:00:00-04:00', findings: [theme('ai', 1, -0.5)] })
      await read(db, 'sat', { publishedAt: '2026-03-07T09:00:00-05:00' })
      const query = TimelineQuery.parse({
        time_from: '2026-03-06T05:00:00Z',
        time_to: '2026-03-10T04:00:00Z',
        timezone: 'America/New_York',
      })
      expect(await themeTimeline(db, 'ai', query)).toMatchObject([
        {
          from: '2026-03-06T05:00:00.000Z',
          to: '2026-03-07T05:00:00.000Z',
          stories: 1,
          allStories: 1,
          attention: 1,
          sentiment: 0.5,
        },
        {
          from: '2026-03-07T05:00:00.000Z',
          to: '2026-03-08T05:00:00.000Z',
          stories: 0,
          allStories: 1,
          attention: 0,
          sentiment: null,
        },
        {
          from: '2026-03-08T05:00:00.000Z',
          to: '2026-03-09T04:00:00.000Z',
          stories: 0,
          allStories: 0,
          attention: null,
          sentiment: null,
        },
        {
          from: '2026-03-09T04:00:00.000Z',
          to: '2026-03-10T04:00:00.000Z',
          stories: 1,
          allStories: 1,
          attention: 1,
          sentiment: -0.5,
        },
      ])
      for (const interval of ['hour', 'week', 'month']) {
        const points = await themeTimeline(db, 'ai', TimelineQuery.parse({ ...query, interval }))
        expect(points.reduce((sum, { stories }) => sum + stories, 0)).toBe(2)
        expect(points.every((point, index) => index === 0 || point.from === points[index - 1]!.to)).toBe(true)
      }
      const wild = TimelineQuery.parse({ time_from: '1900-01-01', time_to: '2100-01-01', interval: 'hour' })
      await expect(themeTimeline(db, 'ai', wild)).rejects.toMatchObject({ code: 'bad-request' })
    })
  })

  describe('lists', () => {
    const fill = async (db: Store['db']) => {
      await read(db, '1', {
        publishedAt: '2026-03-10T10:00:00Z',
        siteName: 'Ledger',
        findings: [theme('ai', 0.9, 0.8), instrument('NVDA', 1, 0.9), move('NVDA')],
      })
      await read(db, '2', {
        publishedAt: '2026-03-10T11:00:00Z',
        findings: [
          theme('ai', 0.4, -0.5),
          theme('oil', 0.7, -0.2),
          instrument('XOM', 0.6, -0.7),
          instrument('NVDA', 0.2, 0),
        ],
      })
      await read(db, '3', {
        publishedAt: '2026-03-11T10:00:00Z',
        findings: [
          rate('FED', 3.75),
          decision('FED'),
          theme('rates', 0.9, 0.1, {
            winners: [{ symbol: 'JPM', name: 'JPM Corp' }],
            from: [{ name: 'bonds' }],
            target: [{ name: 'India' }],
          }),
        ],
      })
    }

    it('filter findings by what they concern', async () => {
      const db = await open()
      await fill(db)
      const found = async (query: object) =>
        (await listFindings(db, FindingQuery.parse({ sort: 'earliest', ...query }))).data.map(
          ({ kind, source }) => `${kind} ${source.title?.slice(-2)}`,
        ).length
      expect(await found({})).toBe(10)
      expect(await found({ kinds: 'theme,instrument' })).toBe(7)
      // Its own findings and move, and the themes of the two articles it is in; not the other instrument there.
      expect(await found({ tickers: 'nvda' })).toBe(6)
      expect(await found({ tickers: 'XOM,NVDA' })).toBe(7)
      expect(await found({ 'tickers.all': 'XOM,NVDA' })).toBe(4)
      expect(await found({ themes: 'oil' })).toBe(3)
      expect(await found({ 'themes.all': 'oil,ai', kinds: 'theme' })).toBe(2)
      expect(await found({ kinds: 'theme', min_relevance: 0.7 })).toBe(3)
      expect(await found({ sentiment_gte: -0.6, sentiment_lte: -0.1 })).toBe(2)
      expect(await found({ tickers: `x' OR 1=1 --` })).toBe(0)
    })

    it('filter articles, and order them by relevance', async () => {
      const db = await open()
      await fill(db)
      const found = async (query: object) =>
        (await listArticles(db, ArticleQuery.parse(query))).data.map(({ url }) => url?.slice(-1)).join('')
      expect(await found({})).toBe('321')
      expect(await found({ sort: 'earliest' })).toBe('123')
      expect(await found({ tickers: 'NVDA', sort: 'relevance' })).toBe('12')
      expect(await found({ themes: 'ai,oil', sort: 'relevance' })).toBe('12')
      expect(await found({ 'tickers.all': 'NVDA,XOM' })).toBe('2')
      expect(await found({ sources: 'ledger' })).toBe('1')
      expect(await found({ sources: 'www.wire.example' })).toBe('321')
      expect(await found({ language: 'de' })).toBe('')
      expect(await found({ time_to: '2026-03-11' })).toBe('21')
    })

    it('give rates and policy events by bank', async () => {
      const db = await open()
      await fill(db)
      expect(
        (await listRates(db, RateQuery.parse({ issuer: 'fed', type: 'policy_rate', basis: 'actual' }))).meta.found,
      ).toBe(1)
      expect((await listRates(db, RateQuery.parse({ issuer: 'ECB' }))).meta.found).toBe(0)
      expect(
        (await listPolicyEvents(db, PolicyQuery.parse({ actor: 'FED', type: 'rate_decision', status: 'happened' })))
          .meta.found,
      ).toBe(1)
    })

    it('sum up themes and instruments, with who plays which part', async () => {
      const db = await open()
      await fill(db)
      const themes = await listThemes(db, ThemeQuery.parse({ time_from: '2026-03-10', time_to: '2026-03-11' }))
      expect(themes.data.map(({ theme, stories, attention }) => [theme, stories, attention])).toEqual([
        ['ai', 2, 1],
        ['oil', 1, 0.5],
      ])
      expect(themes.data[0]?.sentiment).toBeCloseTo((0.9 * 0.8 - 0.4 * 0.5) / 1.3)
      expect((await listThemes(db, ThemeQuery.parse({ tickers: 'XOM' }))).data.map(({ theme }) => theme)).toEqual([
        'oil',
        'ai',
      ])
      const named = (id: string) => ({ id, name: id })
      expect(await getTheme(db, named('rates'), {})).toMatchObject({
        label: 'rates',
        stories: 1,
        winners: [{ symbol: 'JPM', name: 'JPM Corp', stories: 1 }],
        from: [{ name: 'bonds', stories: 1 }],
        to: [],
        target: [{ name: 'India', stories: 1 }],
        goods: [],
      })
      expect(
        (await getTheme(db, named('ai'), {}))?.instruments.map(({ symbol, stories }) => [symbol, stories]),
      ).toEqual([
        ['NVDA', 2],
        ['XOM', 1],
      ])
      expect(await getTheme(db, named('never'), {})).toMatchObject({
        label: 'never',
        stories: 0,
        from: [],
        findings: [],
      })
      expect(await getTheme(db, named('ai'), { time_from: '2026-05-01' })).toMatchObject({
        stories: 0,
        attention: 0,
        label: 'ai',
      })
      const instruments = await listInstruments(db, InstrumentQuery.parse({}))
      expect(instruments.data).toMatchObject([
        { symbol: 'NVDA', stories: 2, articles: 2, mentions: 4 },
        { symbol: 'XOM', stories: 1 },
      ])
      expect(
        (await listInstruments(db, InstrumentQuery.parse({ themes: 'oil', min_relevance: 0.5 }))).data.map(
          ({ symbol }) => symbol,
        ),
      ).toEqual(['XOM'])
      const nvda = await getInstrument(db, 'nvda', {})
      expect(nvda).toMatchObject({
        symbol: 'NVDA',
        name: 'NVDA Corp',
        themes: [
          { theme: 'ai', stories: 2 },
          { theme: 'oil', stories: 1 },
        ],
      })
      expect(nvda?.findings).toHaveLength(3)
      expect(await getInstrument(db, 'NONE', {})).toBeNull()
    })

    it('find words in titles and texts, and show where', async () => {
      const db = await open()
      await read(db, 'a', { title: 'Refiners gain', text: `${prose('x')} Crude inventories fell sharply.` })
      await read(db, 'b', { title: 'Inventories of crude fall', text: prose('y') })
      const hits = await searchArticles(db, SearchQuery.parse({ q: 'crude inventory' }))
      expect(hits.data.map(({ article }) => article.title)).toEqual(['Inventories of crude fall', 'Refiners gain'])
      expect(hits.data[1]?.highlight).toContain('«Crude» «inventories»')
      expect((await searchArticles(db, SearchQuery.parse({ q: '"fell sharply" -refiners' }))).meta.found).toBe(0)
      expect((await searchArticles(db, SearchQuery.parse({ q: `'); DROP TABLE article; --` }))).meta.found).toBe(0)
    })

    it('go on where they stopped, though others came in between', async () => {
      const db = await open()
      for (let index = 0; index < 7; index += 1) {
        // Two of each moment, so that the order needs more than time.
        const publishedAt = `2026-03-10T1${index >> 1}:00:00Z`
        await read(db, `p${index}`, {
          publishedAt,
          findings: [
            theme('ai', 0.5),
            theme('oil', 0.9),
            rate('FED', index),
            instrument('NVDA'),
            instrument(`T${index % 3}`),
          ],
        })
      }
      const lists: Record<
        string,
        (query: {
          cursor?: string
          limit: number
          sort: string
        }) => Promise<{ data: unknown[]; meta: { next: string | null; found: number } }>
      > = {
        articles: (query) => listArticles(db, ArticleQuery.parse({ themes: 'ai', ...query })),
        findings: (query) => listFindings(db, FindingQuery.parse(query)),
        stories: (query) => listStories(db, StoryQuery.parse(query)),
        search: (query) => searchArticles(db, SearchQuery.parse({ q: 'index', ...query })),
        rates: (query) => listRates(db, RateQuery.parse(query)),
        themes: ({ sort: _, ...query }) => listThemes(db, ThemeQuery.parse({ ...query, tickers: 'NVDA' })),
        instruments: ({ sort: _, ...query }) => listInstruments(db, InstrumentQuery.parse(query)),
      }
      for (const sort of ['latest', 'earliest', 'relevance']) {
        for (const [name, list] of Object.entries(lists)) {
          const whole = (await list({ limit: 1000, sort })).data
          const pieces: unknown[] = []
          let cursor: string | undefined
          do {
            const page = await list({ limit: 2, sort, ...(cursor === undefined ? {} : { cursor }) })
            expect(page.meta.found).toBe(whole.length)
            pieces.push(...page.data)
            cursor = page.meta.next ?? undefined
          } while (cursor !== undefined)
          expect(pieces, `${name} by ${sort}`).toEqual(whole)
        }
      }
      const first = await listFindings(db, FindingQuery.parse({ limit: 3 }))
      const next = await listFindings(db, FindingQuery.parse({ limit: 3, cursor: first.meta.next! }))
      await read(db, 'new', { publishedAt: '2026-03-10T23:00:00Z', findings: [theme('ai')] })
      expect((await listFindings(db, FindingQuery.parse({ limit: 3, cursor: first.meta.next! }))).data).toEqual(
        next.data,
      )
    })

    it('find words however long ago they were written', async () => {
      const db = await open()
      const dates = [
        '2026-03-10T12:00:00Z',
        '2026-03-01T12:00:00Z',
        '2025-11-05T12:00:00Z',
        '2019-07-01T12:00:00Z',
        null,
      ]
      for (const [index, publishedAt] of dates.entries()) {
        await read(db, `old${index}`, { publishedAt, text: `${prose(`old${index}`)} Contango ended.` })
      }
      const found = async (query: object) => {
        const { data, meta } = await searchArticles(db, SearchQuery.parse({ q: 'contango', ...query }))
        expect(meta).toEqual({ found: data.length, returned: data.length, next: null })
        return data.map(({ article }) => article.publishedAt)
      }
      expect(new Set(await found({}))).toEqual(new Set(dates))
      expect(new Set(await found({ time_to: '2026-03-05' }))).toEqual(new Set(dates.slice(1, 4)))
      expect(await found({ time_from: '2020-01-01', time_to: '2026-01-01' })).toEqual([dates[2]])
      expect(await found({ time_to: '2001-01-01' })).toEqual([])
    })

    it('put rates in order of the day they hold, then of the article that states them', async () => {
      const db = await open()
      const held = (day: string | null, level: number) => {
        const date = day === null ? null : { from: day, to: day, precision: 'day' as const }
        const part = rate('FED', level)
        return { ...part, value: { ...part.value, date } } as typeof part
      }
      await read(db, 'past', { publishedAt: '2026-03-20T12:00:00Z', findings: [held('2008-12-16', 1), held('2026-03-18', 2)] }) // prettier-ignore
      await read(db, 'then', { publishedAt: '2026-03-18T19:00:00Z', findings: [held('2026-03-18', 3), held('2026-06-17', 4)] }) // prettier-ignore
      await read(db, 'now', { publishedAt: '2026-03-19T08:00:00Z', findings: [held(null, 5)] })
      const levels = async (query: object) =>
        (await listRates(db, RateQuery.parse(query))).data.map(({ value }) => (value as { low: number }).low)
      expect(await levels({})).toEqual([5, 2, 3, 4, 1])
      expect(await levels({ sort: 'earliest' })).toEqual([1, 3, 4, 2, 5])
      expect(await levels({ time_to: '2026-03-20' })).toEqual([5, 3, 4])
    })

    it('refuse a cursor that is broken or from another list', async () => {
      const db = await open()
      const { meta } = await (async () => {
        await fill(db)
        return listFindings(db, FindingQuery.parse({ limit: 1 }))
      })()
      const foreign = [meta.next!, 'x', 'bnVsbA', Buffer.from('["articles:latest","a",1,2]').toString('base64url')]
      for (const cursor of foreign) {
        await expect(listArticles(db, ArticleQuery.parse({ cursor }))).rejects.toMatchObject({ code: 'bad-request' })
      }
      await expect(
        listFindings(db, FindingQuery.parse({ cursor: meta.next!, sort: 'earliest' })),
      ).rejects.toMatchObject({ code: 'bad-request' })
      const wild = Buffer.from('["findings:latest",0,"no time","x",1]').toString('base64url')
      await expect(listFindings(db, FindingQuery.parse({ cursor: wild }))).rejects.toMatchObject({
        code: 'bad-request',
      })
    })
  })

  it('leaves out what is marked wrong, in this analysis and the next, until it is unmarked', async () => {
    const db = await open()
    const findings = [theme('ai'), theme('oil')]
    const id = await read(db, 'm', { findings })
    const [first] = (await getArticle(db, id))!.findings
    await markFinding(db, { articleId: id, findingId: first!.id, reason: 'it is about paint', by: null, markedAt: now })
    const left = async () => (await listFindings(db, FindingQuery.parse({}))).meta.found
    expect(await left()).toBe(1)
    await save(db, { id, url: 'https://wire.example/m', findings, models: 'm2' }, '2026-03-12T00:00:00.000Z')
    expect(await left()).toBe(1)
    const marked = await listMarks(db, MarkQuery.parse({}))
    expect(marked).toMatchObject({
      data: [{ ...first!, source: { articleId: id }, mark: { reason: 'it is about paint', by: null, found: true } }],
      meta: { found: 1, next: null },
    })
    expect(await unmarkFinding(db, id, first!.id)).toEqual(marked.data[0])
    expect(await unmarkFinding(db, id, first!.id)).toBeNull()
    expect(await left()).toBe(2)
    const unknown = markFinding(db, { articleId: id, findingId: 'x', reason: '', by: null, markedAt: now })
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lists an article, its readings and what they say under nothing that is marked wrong', async () => {
    const db = await open()
    const id = await read(db, 'm', { findings: [theme('ai'), instrument('NVDA'), instrument('AMD'), rate('FED', 5)] })
    const underNvda = async () =>
      Promise.all([
        listArticles(db, ArticleQuery.parse({ tickers: 'NVDA' })).then(({ meta }) => meta.found),
        listArticles(db, ArticleQuery.parse({ tickers: 'NVDA', as_of: '2026-03-12' })).then(({ meta }) => meta.found),
        listFindings(db, FindingQuery.parse({ tickers: 'NVDA' })).then(({ data }) => data.map(({ kind }) => kind)),
      ])
    const before = await underNvda()
    expect(before).toEqual([1, 1, ['theme', 'instrument', 'rate']])
    const [, nvda] = (await getArticle(db, id))!.findings
    await markFinding(db, { articleId: id, findingId: nvda!.id, reason: 'a verb', by: 'Ana', markedAt: now })
    expect(await underNvda()).toEqual([0, 0, []])
    expect((await listFindings(db, FindingQuery.parse({ tickers: 'AMD' }))).meta.found).toBe(3)
    await unmarkFinding(db, id, nvda!.id)
    expect(await underNvda()).toEqual(before)
  })

  it('knows what is marked wrong by its words where mended rules or a changed page call it otherwise', async () => {
    const db = await open()
    const id = await read(db, 'm', { findings: [theme('ai'), theme('oil'), instrument('NVDA')] })
    const [ai, oil] = (await getArticle(db, id))!.findings
    await markFinding(db, { articleId: id, findingId: ai!.id, reason: 'paint', by: null, markedAt: now })
    await markFinding(db, { articleId: id, findingId: oil!.id, reason: 'olives', by: null, markedAt: now })
    // Another text, another order and tone: other ids. The rules no longer see oil.
    const changed = [instrument('NVDA'), rate('FED', 5), theme('ai', 0.5, -0.4)]
    const later = '2026-03-12T08:00:00.000Z'
    await save(db, { id, url: 'https://wire.example/m', text: prose('z'), findings: changed }, later)
    const found = await listFindings(db, FindingQuery.parse({}))
    expect(found.data.map(({ kind }) => kind)).toEqual(['instrument', 'rate'])
    expect((await listArticles(db, ArticleQuery.parse({ themes: 'ai,oil' }))).meta.found).toBe(0)
    const marks = await listMarks(db, MarkQuery.parse({ article: id }))
    expect(new Map(marks.data.map((row) => [row.id, row.mark.found]))).toEqual(
      new Map([[ai!.id, true], [oil!.id, false]]), // prettier-ignore
    )
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM finding WHERE theme = 'ai' AND superseded_at IS NULL`.execute(db)
    expect(rows[0]!.id).not.toBe(ai!.id)
    expect(await articleOfFinding(db, rows[0]!.id)).toBe(id)
    expect((await unmarkFinding(db, id, rows[0]!.id))?.id).toBe(ai!.id)
    expect((await listFindings(db, FindingQuery.parse({ themes: 'ai' }))).meta.found).toBe(3)
    expect(await articleOfFinding(db, oil!.id)).toBe(id)
    expect((await unmarkFinding(db, id, oil!.id))?.mark.reason).toBe('olives')
  })

  it('goes through what is marked wrong page by page', async () => {
    const db = await open()
    for (const name of ['a', 'b', 'c']) {
      const id = await read(db, name, { findings: [theme('ai'), rate('FED', 5)] })
      for (const { id: findingId } of (await getArticle(db, id))!.findings)
        await markFinding(db, { articleId: id, findingId, reason: name, by: null, markedAt: now })
    }
    const seen: string[] = []
    for (let cursor: string | undefined; ;) {
      const { data, meta } = await listMarks(db, MarkQuery.parse({ limit: 2, cursor }))
      expect(meta.found).toBe(6)
      seen.push(...data.map((row) => row.id))
      if (meta.next === null) break
      cursor = meta.next
    }
    expect(new Set(seen).size).toBe(6)
    expect(seen.length).toBe(6)
    expect((await listMarks(db, MarkQuery.parse({ kinds: 'rate' }))).meta.found).toBe(3)
    expect((await listMarks(db, MarkQuery.parse({ rule: 'by-hand' }))).meta.found).toBe(6)
    await expect(listMarks(db, MarkQuery.parse({ cursor: 'x' }))).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('keeps feeds and how their polls went', async () => {
    const db = await open()
    const feed = await addFeed(db, { url: 'https://wire.example/rss', minutes: 15, now })
    expect(await addFeed(db, { url: 'https://wire.example/rss', minutes: 30, now })).toMatchObject({
      id: feed.id,
      minutes: 30,
    })
    await recordPoll(db, feed.id, { title: 'Wire', etag: '"1"', lastModified: null, added: 3, now })
    expect(await listFeeds(db)).toMatchObject([
      { status: 'ok', title: 'Wire', items: 3, etag: '"1"', polledAt: now, nextPollAt: '2026-03-11T08:30:00.000Z' },
    ])
    await recordPoll(db, feed.id, { error: { code: 'fetch-failed', message: 'no answer' }, now })
    expect(await listFeeds(db)).toMatchObject([
      { status: 'failing', reason: { code: 'fetch-failed' }, items: 3, etag: '"1"' },
    ])
    await pauseFeed(db, feed.id, true)
    expect(await listFeeds(db)).toMatchObject([{ status: 'paused', nextPollAt: null }])
    expect(await removeFeed(db, feed.id)).toBe(true)
    expect(await listFeeds(db)).toEqual([])
  })

  it('keeps a digest once per content', async () => {
    const db = await open()
    const digest = {
      date: '2026-03-10',
      timezone: 'UTC',
      from: '2026-03-10T00:00:00Z',
      to: '2026-03-11T00:00:00Z',
      now,
    }
    expect(await saveDigest(db, { ...digest, content: { themes: 1 } })).toMatchObject({ edition: 1 })
    expect(await saveDigest(db, { ...digest, content: { themes: 1 } })).toMatchObject({ edition: 1 })
    expect(await saveDigest(db, { ...digest, content: { themes: 2 } })).toMatchObject({ edition: 2 })
    expect(await getDigest(db, digest)).toMatchObject({ edition: 2, content: { themes: 2 } })
    expect(await getDigest(db, { ...digest, edition: 1 })).toMatchObject({ content: { themes: 1 } })
    expect(await listDigests(db)).toMatchObject([{ date: '2026-03-10', edition: 2 }])
  })

  it('gives a host to one at a time, spaces them, and spreads those who wait', async () => {
    const db = await open()
    // So long that no slow machine lives through one.
    const delay = 600_000
    const turn = { delayMs: delay }
    const asked = await Promise.all(Array.from({ length: 5 }, () => reserveHost(db, 'wire.example', turn)))
    expect(asked.filter((wait) => wait === 0)).toHaveLength(1)
    const waits = asked.filter((wait) => wait > 0).sort((a, b) => a - b)
    waits.forEach((wait, index) => {
      expect(wait).toBeGreaterThan(delay * (index + 1) - 0.9 * delay)
      expect(wait).toBeLessThanOrEqual(delay * (index + 1))
    })
    expect(await reserveHost(db, 'other.example', turn)).toBe(0)
    // Released before its delay is over: not yet free. Without delay: free at once.
    await releaseHost(db, 'wire.example')
    expect(await reserveHost(db, 'wire.example', turn)).toBeGreaterThan(0)
    expect(await reserveHost(db, 'quick.example', { delayMs: 0 })).toBe(0)
    expect(await reserveHost(db, 'quick.example', { delayMs: 0 })).toBeGreaterThan(0)
    await releaseHost(db, 'quick.example')
    expect(await reserveHost(db, 'quick.example', { delayMs: 0 })).toBe(0)
  })

  it('opens again with all it had', async () => {
    const db = await open()
    const id = await read(db, 'again', { findings: [theme('ai')] })
    await store.close()
    store = await openStore(place)
    expect((await getArticle(store.db, id))?.findings).toHaveLength(1)
  })

  it('from a later version is refused', async () => {
    const later = await fresh()
    const made = await openStore(later)
    await made.pool.query(`INSERT INTO themewire.schema_version (version, name) VALUES (999, 'later')`)
    await made.close()
    await expect(openStore(later)).rejects.toMatchObject({ code: 'store-version' })
    await later.dispose()
  })

  if (shared)
    it('opens for many at once, and is set up once', async () => {
      const empty = await fresh()
      const opened = await Promise.all(Array.from({ length: 4 }, () => openStore(empty)))
      const { rows } = await opened[0]!.pool.query('SELECT count(*)::int AS n FROM themewire.schema_version')
      expect(rows).toEqual([{ n: latestVersion() }])
      await Promise.all(opened.map((one) => one.close()))
      await empty.dispose()
    })

  if (shared)
    it('goes on after its connections are lost', async () => {
      const lost: Error[] = []
      const losing = await openStore({ ...place, onError: (error) => lost.push(error) })
      await losing.pool.query('SELECT 1')
      await store.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE pid <> pg_backend_pid() AND datname = current_database() AND application_name = 'themewire'`,
      )
      await expect.poll(() => lost.length).toBeGreaterThan(0)
      const { rows } = await losing.pool.query('SELECT 1 AS alive')
      expect(rows).toEqual([{ alive: 1 }])
      await losing.close()
    })
})
