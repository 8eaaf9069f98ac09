/** A backup moves a store between engines and back, loses nothing, and a bad one changes nothing. */
import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { ArticleQuery, FindingQuery, SearchQuery, StoryQuery } from '../../src/query.ts'
import { addArticle, getArticle, getInput, listArticles, saveAnalysis } from '../../src/store/articles.ts'
import { restoreBackup, writeBackup } from '../../src/store/backup.ts'
import { openStore, type Store } from '../../src/store/connect.ts'
import { addFeed, listFeeds } from '../../src/store/feeds.ts'
import { listFindings } from '../../src/store/findings.ts'
import { markFinding } from '../../src/store/marks.ts'
import { searchArticles } from '../../src/store/search.ts'
import { listStories } from '../../src/store/stories.ts'
import { backends, type Backend, type Place } from '../servers.ts'
import { analysisOf, instrument, prose, theme } from './readings.ts'

const now = '2026-03-11T08:00:00.123Z'
const stores = backends().filter(({ name }) => name !== 'postgres+redis')
const routes = stores.flatMap((from) => stores.map((to) => ({ name: `${from.name} to ${to.name}`, from, to })))

const opened: { store: Store; place: Place }[] = []
const openIn = async ({ fresh }: Backend): Promise<Store['db']> => {
  const place = await fresh()
  const store = await openStore(place)
  opened.push({ store, place })
  return store.db
}
afterAll(async () => {
  for (const { store, place } of opened) {
    await store.close()
    await place.dispose()
  }
})

async function fill(db: Store['db']): Promise<void> {
  for (let index = 0; index < 230; index += 1) {
    const { id } = await addArticle(db, { url: `https://wire.example/${index}`, html: `<p>Ünï ${index}</p>`, now })
    // A few are left to be read, one is a copy.
    if (index > 224) continue
    const text = index === 7 ? prose('6', 20) : prose(`${index}`, 20)
    const findings = [theme('ai', 0.123456789, -0.3), instrument('NVDA')]
    const analysis = analysisOf({ id, title: `Title ${index} "quoted" \\ back`, text, findings })
    await saveAnalysis(db, { id, analysis, fetchedAt: now, now })
  }
  await addFeed(db, { url: 'https://wire.example/rss', minutes: 15, now })
  const [finding] = (await listFindings(db, FindingQuery.parse({ limit: 1 }))).data
  await markFinding(db, {
    articleId: finding!.source.articleId,
    findingId: finding!.id,
    reason: 'no',
    by: null,
    markedAt: now,
  })
}

async function contents(db: Store['db']): Promise<unknown> {
  const articles = await listArticles(db, ArticleQuery.parse({ limit: 1000 }))
  return {
    articles,
    findings: await listFindings(db, FindingQuery.parse({ limit: 1000 })),
    stories: await listStories(db, StoryQuery.parse({ limit: 1000 })),
    search: await searchArticles(db, SearchQuery.parse({ q: 'quoted', limit: 300 })),
    feeds: await listFeeds(db),
    details: await Promise.all(
      articles.data.slice(0, 20).map(({ id }) => Promise.all([getArticle(db, id), getInput(db, id)])),
    ),
  }
}

async function backupOf(db: Store['db']): Promise<Buffer> {
  const output = new PassThrough()
  const chunks: Buffer[] = []
  output.on('data', (chunk: Buffer) => chunks.push(chunk))
  const end = once(output, 'end')
  await writeBackup(db, output, { now })
  await end
  return Buffer.concat(chunks)
}

describe('a backup', () => {
  it.each(routes)('moves a store from $name, whole and byte by byte the same', async ({ from, to }) => {
    const source = await openIn(from)
    await fill(source)
    const backup = await backupOf(source)
    const target = await openIn(to)
    const counts = await restoreBackup(target, Readable.from([backup]))
    expect(counts).toMatchObject({ article: 230, page: 230, finding: 450, feed: 1, mark: 1 })
    expect(await contents(target)).toEqual(await contents(source))
    expect(gunzipSync(await backupOf(target)).equals(gunzipSync(backup))).toBe(true)
    // It goes on from there.
    expect(await addArticle(target, { url: 'https://wire.example/3', now })).toMatchObject({ outcome: 'known' })
  })

  it('that is none, is cut short, comes from a later version or goes where articles are is refused, and nothing is changed', async () => {
    const db = await openIn(stores[0]!)
    await addArticle(db, { text: 'mine', now })
    const backup = await backupOf(db)
    const lines = gunzipSync(backup).toString('utf8').trimEnd().split('\n')
    const later = [lines[0]!.replace(/"schema":\d+/, '"schema":999'), ...lines.slice(1)]
    const packed = (text: string[]): Buffer => gzipSync(text.join('\n'))
    const wrong: [string, Buffer][] = [
      ['conflict', backup],
      ['bad-backup', Buffer.from('no backup at all')],
      ['bad-backup', Buffer.alloc(0)],
      ['bad-backup', backup.subarray(0, backup.length - 20)],
      ['bad-backup', packed(lines.slice(0, -1))],
      ['bad-backup', packed(lines.slice(1))],
      ['bad-backup', packed([lines[0]!, '{"t":"pg_authid","r":{}}'])],
      ['bad-backup', packed(['{"a"'])],
      ['store-version', packed(later)],
    ]
    for (const [code, file] of wrong) {
      const replace = code !== 'conflict'
      await expect(restoreBackup(db, Readable.from([file]), { replace }), lines[0]).rejects.toMatchObject({ code })
      expect((await listArticles(db, ArticleQuery.parse({}))).meta.found).toBe(1)
    }
    await restoreBackup(db, Readable.from([backup]), { replace: true })
    expect((await listArticles(db, ArticleQuery.parse({}))).meta.found).toBe(1)
  })
})
