/** Take-down and retention, on every store. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArticleQuery, FindingQuery, SearchQuery, StoryQuery } from '../../src/query.ts'
import {
  addArticle,
  getArticle,
  getInput,
  listArticles,
  saveAnalysis,
  savePage,
  unfinished,
} from '../../src/store/articles.ts'
import { openStore, type Store } from '../../src/store/connect.ts'
import { listFindings } from '../../src/store/findings.ts'
import { countRemovable, removeArticles } from '../../src/store/remove-articles.ts'
import { searchArticles } from '../../src/store/search.ts'
import { listStories } from '../../src/store/stories.ts'
import { backends, type Place } from '../servers.ts'
import { analysisOf, prose, theme, type Reading } from './readings.ts'

describe.each(backends().filter(({ name }) => name !== 'postgres+redis'))('a store on $name', ({ fresh }) => {
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

  const now = '2026-03-11T08:00:00.000Z'
  const down = { reason: 'asked to', now }
  const open = async (): Promise<Store['db']> => {
    await store.pool.query('TRUNCATE article, story, feed, digest, reservation CASCADE')
    return store.db
  }
  const read = async (db: Store['db'], url: string, reading: Omit<Reading, 'id'> = {}) => {
    const { id } = await addArticle(db, { url, now })
    const saved = await saveAnalysis(db, { id, analysis: analysisOf({ url, ...reading, id }), fetchedAt: now, now })
    return { ...saved, added: id }
  }
  const rows = async (db: Store['db'], table: 'page' | 'revision' | 'finding' | 'analysis' | 'mark' | 'article') =>
    Number((await db.selectFrom(table).select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)

  it('takes all of an article but its tombstone, and does not take it in again', async () => {
    const db = await open()
    const url = 'https://wire.example/copper'
    const { id } = await read(db, url, { title: 'Copper climbs', text: prose('copper'), findings: [theme('metals')] })
    await addArticle(db, { url, html: `<p>${prose('copper')}</p>`, now })
    expect(await removeArticles(db, { id }, down)).toMatchObject({ articles: 1, stories: 1 })
    for (const table of ['page', 'revision', 'finding', 'analysis'] as const) expect(await rows(db, table)).toBe(0)
    expect(await getArticle(db, id)).toBeNull()
    expect(await getInput(db, id)).toBeNull()
    expect((await listArticles(db, ArticleQuery.parse({}))).data).toEqual([])
    expect((await listFindings(db, FindingQuery.parse({}))).meta.found).toBe(0)
    expect((await searchArticles(db, SearchQuery.parse({ q: 'copper' }))).meta.found).toBe(0)
    expect((await listStories(db, StoryQuery.parse({}))).data).toEqual([])
    const [tombstone] = await db.selectFrom('article').selectAll().execute()
    expect(tombstone).toMatchObject({ url, title: null, removed_at: now, removed_reason: 'asked to' })
    expect(await addArticle(db, { url: `${url}?utm_source=x`, now })).toMatchObject({ id, outcome: 'known' })
    expect(await unfinished(db)).toEqual([])
    expect(await removeArticles(db, { id }, down)).toMatchObject({ articles: 0, stories: 0 })
  })

  it('takes nothing in of what was being fetched, nor is misled by a canonical address that all pages name', async () => {
    const db = await open()
    const all = { canonicalUrl: 'https://wire.example/news/all' }
    const { id } = await read(db, 'https://wire.example/one', { title: 'One', text: prose('one'), ...all })
    await removeArticles(db, { id }, down)
    const page = { url: '', finalUrl: '', status: 200, contentType: 'text/html', etag: null, lastModified: null }
    await savePage(db, id, { ...page, body: Buffer.from('<p>x</p>'), fetchedAt: now, notModified: false })
    expect(await rows(db, 'page')).toBe(0)
    expect(await unfinished(db)).toEqual([])
    const two = await read(db, 'https://wire.example/two', { title: 'Two', text: prose('two'), ...all })
    expect(two).toMatchObject({ outcome: 'analyzed' })
  })

  it('takes its other addresses too, named by whichever, and those that turn up later', async () => {
    const db = await open()
    const same = { title: 'Zinc', text: prose('zinc'), canonicalUrl: 'https://wire.example/zinc' }
    await read(db, 'https://wire.example/zinc', same)
    const other = await read(db, 'https://wire.example/z?id=9', same)
    expect(other.outcome).toBe('duplicate')
    expect(await removeArticles(db, { id: other.added }, down)).toMatchObject({ articles: 2 })
    expect(await read(db, 'https://wire.example/z?id=10', same)).toMatchObject({ outcome: 'gone' })
    expect(await rows(db, 'revision')).toBe(0)
    expect((await listArticles(db, ArticleQuery.parse({}))).data).toEqual([])
  })

  it('lets the next to publish lead a story whose leader is gone', async () => {
    const db = await open()
    const text = prose('story', 30)
    const lead = await read(db, 'https://a.example/1', { title: 'First', text, publishedAt: '2026-03-10T08:00:00Z' })
    const next = await read(db, 'https://b.example/1', { title: 'Next', text, publishedAt: '2026-03-10T09:00:00Z' })
    expect((await listStories(db, StoryQuery.parse({}))).data).toMatchObject([{ title: 'First' }])
    await removeArticles(db, { id: lead.id }, down)
    const { data } = await listStories(db, StoryQuery.parse({}))
    expect(data).toMatchObject([{ title: 'Next', articles: [{ id: next.id }] }])
    expect(await db.selectFrom('story').select(['leader', 'articles']).execute()).toEqual([
      { leader: next.id, articles: 1 },
    ])
  })

  it('takes a source with its subdomains, and none that only ends alike', async () => {
    const db = await open()
    for (const host of ['www.wire.example', 'markets.wire.example', 'hardwire.example', 'other.example']) {
      await read(db, `https://${host}/1`, { title: host, text: prose(host) })
    }
    const source = 'WWW.wire.example'
    expect(await countRemovable(db, { source })).toEqual({ articles: 2, stories: 2 })
    expect(await removeArticles(db, { source }, down)).toMatchObject({ articles: 2, stories: 2 })
    const left = (await listArticles(db, ArticleQuery.parse({}))).data.map(({ title }) => title)
    expect(left.sort()).toEqual(['hardwire.example', 'other.example'])
  })

  it('keeps what is young, undated by when it was known, and what is not read yet', async () => {
    const db = await open()
    for (const [n, publishedAt] of ['2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z', null].entries()) {
      await read(db, `https://wire.example/${n}`, { title: String(n), text: prose(String(n)), publishedAt })
    }
    await addArticle(db, { url: 'https://wire.example/waiting', now: '2020-01-01T00:00:00.000Z' })
    const before = '2026-02-01T00:00:00.000Z'
    expect(await countRemovable(db, { before })).toMatchObject({ articles: 1 })
    expect(await removeArticles(db, { before }, down)).toMatchObject({ articles: 1 })
    expect((await listArticles(db, ArticleQuery.parse({ status: 'analyzed' }))).data.map(({ title }) => title)).toEqual(
      ['2', '1'],
    )
    expect(await unfinished(db)).toHaveLength(1)
  })

  it('goes on over many batches', async () => {
    const db = await open()
    for (let n = 0; n < 450; n++) await addArticle(db, { url: `https://wire.example/many/${n}`, now })
    expect(await removeArticles(db, { source: 'wire.example' }, down)).toMatchObject({ articles: 450, stories: 0 })
    expect(await rows(db, 'article')).toBe(450)
  })
})
