/** Articles on their way: accepted, fetched, failed. What was read from them is saved by save-analysis.ts. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { sql, type Kysely, type Transaction } from 'kysely'
import { ThemewireError } from '../errors.ts'
import { decodeBytes } from '../extract/decode.ts'
import { urlKey } from '../fetch/canonical-url.ts'
import type { Page } from '../fetch/fetch-page.ts'
import { badPages } from './article-state.ts'
import { assertAllowed } from './blocked-sources.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'

export { getArticle } from './get-article.ts'
export { listArticles } from './list-articles.ts'
export { saveAnalysis } from './save-analysis.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)
const idOf = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 16)

export interface ToAdd {
  readonly url?: string | undefined
  readonly html?: string | undefined
  readonly text?: string | undefined
  readonly title?: string | undefined
  readonly publishedAt?: string | undefined
  /** History: known since it was published. */
  readonly backfill?: boolean
  readonly feedId?: string | undefined
  readonly tickers?: readonly string[] | undefined
  /** What its feed says it is about. */
  readonly summary?: string | undefined
  /** ISO 8601. */
  readonly now: string
}
export interface AddedArticle {
  readonly id: string
  /** `known`: it is there already, and nothing is to be done for it. */
  readonly outcome: 'queued' | 'known'
  readonly needs: 'fetch' | 'analyze'
}

/**
 * Accepts an article. The same address, however it is written, is the same article; so is the same text without one.
 * Handed in again with other content it is read again (a revision); failed, and handed in by a person, it is tried again.
 * Throws `source-refused` for what is of a source that was taken down.
 */
export async function addArticle(db: Kysely<Database>, item: ToAdd): Promise<AddedArticle> {
  const content = item.html ?? item.text
  if (item.url === undefined && content === undefined) {
    throw new ThemewireError('bad-request', 'an article needs an address, html or text')
  }
  const key = item.url === undefined ? null : urlKey(item.url)
  const given =
    content === undefined ? null : { kind: item.html === undefined ? 'text' : 'html', body: await pack(content) }
  return db.transaction().execute(async (tx) => {
    await assertAllowed(tx, [item.url])
    const named = key === null ? undefined : await byAlias(tx, key)
    const id = named ?? idOf(key === null ? `text:${item.title ?? ''}\n${content}` : `url:${key}`)
    const created = await tx
      .insertInto('article')
      .values({
        id,
        status: content === undefined ? 'queued' : 'fetched',
        url: item.url === undefined ? null : storable(item.url),
        host: hostOf(item.url),
        ...givenBy(item),
        feed_id: item.feedId ?? null,
        backfill: item.backfill ?? false,
        added_at: item.now,
        fetched_at: content === undefined ? null : item.now,
        sort_at: item.now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (created) {
      if (key !== null) await addAlias(tx, key, id, item.url ?? null)
      if (given) await putPage(tx, id, given, item.now)
      return { id, outcome: 'queued', needs: given ? 'analyze' : 'fetch' }
    }
    return addAgain(tx, id, item, given)
  })
}

/** What came with it, of which nothing else may ever be known. */
const givenBy = ({ title, publishedAt, summary, tickers = [] }: ToAdd) => ({
  given_title: title === undefined ? null : storable(title),
  given_published: publishedAt === undefined ? null : storable(publishedAt),
  given_summary: summary === undefined ? null : storable(summary),
  given_tickers: tickers.map(storable),
})

type Given = { kind: string; body: Uint8Array } | null

async function addAgain(tx: Transaction<Database>, id: string, item: ToAdd, given: Given): Promise<AddedArticle> {
  const article = await tx
    .selectFrom('article')
    .leftJoin('page', 'page.article_id', 'article.id')
    .select(['article.status', 'article.reason_code', 'article.removed_at', 'page.body', 'page.kind'])
    .where('article.id', '=', id)
    .forUpdate('article')
    .executeTakeFirstOrThrow()
  if (article.removed_at === null && given === null) await keepGiven(tx, id, item)
  // A page that was no article is asked for again.
  const stale = article.status === 'failed' && article.kind === 'bytes' && badPages.includes(article.reason_code ?? '')
  const needs = (article.body === null || stale) && given === null ? 'fetch' : 'analyze'
  const tryAgain = article.status === 'failed' && item.feedId === undefined
  const changed = given !== null && (article.body === null || !(await sameContent(article.body, given.body)))
  if (article.removed_at !== null || (!tryAgain && !changed)) return { id, outcome: 'known', needs }
  if (changed) await putPage(tx, id, given, item.now)
  else if (stale) await tx.deleteFrom('page').where('article_id', '=', id).execute()
  await tx
    .updateTable('article')
    .set({ status: needs === 'fetch' ? 'queued' : 'fetched', reason_code: null, reason_message: null })
    .$if(changed, (query) =>
      query.set({
        fetched_at: item.now,
        ...(item.title === undefined ? {} : { given_title: storable(item.title) }),
        ...(item.publishedAt === undefined ? {} : { given_published: storable(item.publishedAt) }),
      }),
    )
    .where('id', '=', id)
    .execute()
  return { id, outcome: 'queued', needs }
}

/** A feed that names what was added without it fills in what it knows more. */
async function keepGiven(tx: Transaction<Database>, id: string, item: ToAdd): Promise<void> {
  const { given_title, given_published, given_summary, given_tickers } = givenBy(item)
  await sql`UPDATE article SET given_title = coalesce(given_title, ${given_title}),
      given_published = coalesce(given_published, ${given_published}),
      given_summary = coalesce(given_summary, ${given_summary}),
      given_tickers = CASE WHEN given_tickers = '{}' THEN ${given_tickers}::text[] ELSE given_tickers END
    WHERE id = ${id}`.execute(tx)
}

const sameContent = async (a: Uint8Array, b: Uint8Array): Promise<boolean> =>
  Buffer.compare(await unpack(a), await unpack(b)) === 0

async function byAlias(tx: Kysely<Database>, key: string): Promise<string | undefined> {
  const row = await tx.selectFrom('alias').select('article_id').where('key', '=', key).executeTakeFirst()
  return row?.article_id
}

const addAlias = (tx: Kysely<Database>, key: string, id: string, url: string | null): Promise<unknown> =>
  tx
    .insertInto('alias')
    .values({ key: storable(key), article_id: id, url: url === null ? null : storable(url) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()

function putPage(
  tx: Kysely<Database>,
  id: string,
  { kind, body }: { kind: string; body: Uint8Array },
  fetchedAt: string,
  more: { final_url?: string; content_type?: string; etag?: string | null; last_modified?: string | null } = {},
): Promise<unknown> {
  const values = {
    kind: kind as 'html' | 'text' | 'bytes',
    body,
    fetched_at: fetchedAt,
    final_url: more.final_url ?? null,
    content_type: more.content_type ?? null,
    etag: more.etag ?? null,
    last_modified: more.last_modified ?? null,
  }
  return tx
    .insertInto('page')
    .values({ article_id: id, ...values })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(values))
    .execute()
}

/** What an analysis needs of an article. Without `html` and `text` it has not been fetched yet. */
export interface StoredInput {
  readonly id: string
  readonly html?: string
  readonly text?: string
  /** Where it was found in the end. */
  readonly url?: string
  readonly title?: string
  readonly publishedAt?: string
  /** ISO 8601; null before it is fetched. */
  readonly fetchedAt: string | null
  readonly etag: string | null
  readonly lastModified: string | null
}

/** Null when there is no such article, or it was taken down. Throws `not-text` for a page of bytes that are none. */
export async function getInput(db: Kysely<Database>, id: string): Promise<StoredInput | null> {
  const row = await db
    .selectFrom('article')
    .leftJoin('page', 'page.article_id', 'article.id')
    .select(['article.url', 'article.given_title', 'article.given_published'])
    .select(['page.kind', 'page.body', 'page.final_url', 'page.content_type', 'page.etag', 'page.last_modified'])
    .select('page.fetched_at')
    .where('article.id', '=', id)
    .where('article.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const body = row.body === null ? null : await unpack(row.body)
  const url = row.final_url ?? row.url
  return {
    id,
    ...(body === null ? {} : contentOf(row.kind, body, row.content_type)),
    ...(url === null ? {} : { url }),
    ...(row.given_title === null ? {} : { title: row.given_title }),
    ...(row.given_published === null ? {} : { publishedAt: row.given_published }),
    fetchedAt: row.fetched_at,
    etag: row.etag,
    lastModified: row.last_modified,
  }
}

function contentOf(
  kind: string | null,
  body: Uint8Array,
  contentType: string | null,
): { html?: string; text?: string } {
  if (kind !== 'bytes') return { [kind as 'html' | 'text']: Buffer.from(body).toString('utf8') }
  const content = decodeBytes(body, contentType ?? '')
  return /^\s*text\/plain\b/i.test(contentType ?? '') ? { text: content } : { html: content }
}

/** Keeps a fetched page, compressed; a 304 only says that what is there still holds. */
export async function savePage(db: Kysely<Database>, id: string, page: Page): Promise<void> {
  if (page.notModified) return
  const body = await pack(page.body)
  await db.transaction().execute(async (tx) => {
    const there = await tx
      .updateTable('article')
      .set({ status: 'fetched', fetched_at: page.fetchedAt, reason_code: null, reason_message: null })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    // Taken down while it was fetched.
    if (!there) return
    await putPage(tx, id, { kind: 'bytes', body }, page.fetchedAt, {
      final_url: storable(page.finalUrl),
      content_type: storable(page.contentType),
      etag: page.etag,
      last_modified: page.lastModified,
    })
  })
}

export interface Reason {
  readonly code: string
  readonly message: string
}

/** It cannot be read, and why. What was read before stays; the page of a source that was taken down does not. */
export async function failArticle(db: Kysely<Database>, id: string, reason: Reason, now: string): Promise<void> {
  await endArticle(db, id, 'failed', reason, now)
  if (reason.code === 'source-refused') await db.deleteFrom('page').where('article_id', '=', id).execute()
}

/** It is left out on purpose, and why. */
export const skipArticle = (db: Kysely<Database>, id: string, reason: Reason, now: string): Promise<void> =>
  endArticle(db, id, 'skipped', reason, now)

async function endArticle(
  db: Kysely<Database>,
  id: string,
  status: 'failed' | 'skipped',
  reason: Reason,
  now: string,
): Promise<void> {
  await db
    .updateTable('article')
    .set({
      // An article that has been read once is not unread by a failed second look.
      status: sql`CASE WHEN revision > 0 THEN 'analyzed' ELSE ${status} END`,
      reason_code: reason.code,
      reason_message: storable(reason.message).slice(0, 2000),
      analyzed_at: sql`CASE WHEN revision > 0 THEN analyzed_at ELSE ${now}::timestamptz END`,
    })
    .where('id', '=', id)
    .execute()
}

/** What was accepted and is not done: after a crash its jobs are added again. Oldest first. */
export async function unfinished(db: Kysely<Database>): Promise<{ id: string; needs: 'fetch' | 'analyze' }[]> {
  const rows = await db
    .selectFrom('article')
    .select(['id', 'status'])
    .where('status', 'in', ['queued', 'fetched'])
    .where('removed_at', 'is', null)
    .orderBy('sort_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, status }) => ({ id, needs: status === 'queued' ? 'fetch' : 'analyze' }))
}

export function hostOf(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  return new URL(url).host.replace(/^www\./, '') || null
}

/** How many there are, whatever became of them; without those taken down. */
export async function countArticles(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('article')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}
