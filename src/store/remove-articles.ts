/** Take-down and retention: text, page and findings go; the row stays as a tombstone, so that it is not fetched again. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import { urlKey } from '../fetch/canonical-url.ts'
import { sourceName } from './blocked-sources.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'
import { settleStory } from './story-assignment.ts'

export type ToRemove =
  /** An article, under whichever of its addresses. */
  | { readonly id: string }
  /** A host and its subdomains: `wire.example`. */
  | { readonly source: string }
  /** Published before this (undated: known before it), ISO 8601; what is not read yet stays. */
  | { readonly before: string }

export interface Removal {
  readonly articles: number
  /** Stories that have another leader, fewer articles or are gone. */
  readonly stories: number
}

export interface RemoveOptions {
  readonly reason: string
  readonly now: string
  /** No further batch once so many are removed; default: all. */
  readonly most?: number | undefined
  /** No further batch once it is aborted. */
  readonly signal?: AbortSignal | undefined
}

/** Articles removed in one transaction. */
const batch = 200

/** Removes what is not removed yet. Run again, or broken off and run again, it does what is left to do: `remaining`. */
export async function removeArticles(
  db: Kysely<Database>,
  which: ToRemove,
  { reason, now, most = Infinity, signal }: RemoveOptions,
): Promise<Removal & { readonly remaining: number }> {
  let articles = 0
  const stories = new Set<string>()
  let last = ''
  while (articles < most && !signal?.aborted) {
    const ids = await idsAfter(db, which, last)
    if (ids.length === 0) return { articles, stories: stories.size, remaining: 0 }
    for (const story of await db.transaction().execute((tx) => bury(tx, ids, reason, now))) stories.add(story)
    articles += ids.length
    last = ids.at(-1)!
  }
  return { articles, stories: stories.size, remaining: (await countRemovable(db, which)).articles }
}

/** What `removeArticles` would remove. */
export async function countRemovable(db: Kysely<Database>, which: ToRemove): Promise<Removal> {
  const { rows } = await sql<Removal>`
    SELECT count(*)::int AS articles, count(DISTINCT a.story_id)::int AS stories FROM article a
    WHERE ${isMeant(which)}`.execute(db)
  return rows[0] ?? { articles: 0, stories: 0 }
}

/**
 * The reason why this address, or this content at this host, was taken down; null where it was not. An address counts when what
 * was taken down stood there itself: some sites name one address in all their pages.
 */
export async function takenDown(
  tx: Kysely<Database>,
  { key, host, hash }: { readonly key: string | null; readonly host: string | null; readonly hash: string },
): Promise<string | null> {
  const { rows } = await sql<{ reason: string; url: string | null; same: boolean }>`
    SELECT coalesce(removed_reason, '') AS reason, url, coalesce(content_hash = ${hash} AND host = ${host}, false) AS same
    FROM article WHERE removed_at IS NOT NULL AND (
      id = (SELECT article_id FROM alias WHERE key = ${key}) OR (content_hash = ${hash} AND host = ${host}))
    LIMIT 20`.execute(tx)
  return rows.find(({ url, same }) => same || (url !== null && key !== null && urlKey(url) === key))?.reason ?? null
}

/** Makes tombstones of articles; answers the stories they were in, which are settled. */
export async function bury(
  tx: Kysely<Database>,
  ids: readonly string[],
  reason: string,
  now: string,
): Promise<string[]> {
  const list = sql`${[...ids]}::text[]`
  const { rows } = await sql<{ story_id: string | null }>`
    SELECT story_id FROM article WHERE id = ANY(${list}) ORDER BY id FOR UPDATE`.execute(tx)
  for (const table of ['page', 'mark', 'revision'] as const) {
    await sql`DELETE FROM ${sql.table(table)} WHERE article_id = ANY(${list})`.execute(tx)
  }
  await sql`
    UPDATE article SET removed_at = ${now}, removed_reason = ${storable(reason).slice(0, 500)}, status = 'skipped',
      reason_code = NULL, reason_message = NULL, title = NULL, authors = '{}', site_name = NULL, given_title = NULL, given_summary = NULL,
      given_tickers = '{}', symbols = '{}', themes = '{}', story_id = NULL, revision = 0
    WHERE id = ANY(${list}) AND removed_at IS NULL`.execute(tx)
  const stories = [...new Set(rows.flatMap(({ story_id }) => story_id ?? []))].sort()
  for (const story of stories) await settleStory(tx, story)
  return stories
}

async function idsAfter(db: Kysely<Database>, which: ToRemove, last: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT a.id FROM article a WHERE a.id > ${last} AND ${isMeant(which)} ORDER BY a.id LIMIT ${batch}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Other addresses of an article go with it. */
function isMeant(which: ToRemove): RawBuilder<SqlBool> {
  if ('before' in which) {
    return sql<SqlBool>`a.removed_at IS NULL AND a.status NOT IN ('queued', 'fetched') AND a.sort_at < ${which.before}::timestamptz`
  }
  const of = (table: string): RawBuilder<SqlBool> =>
    'id' in which ? sql<SqlBool>`${sql.ref(`${table}.id`)} = ${which.id}` : isOfSource(table, sourceName(which.source))
  const original = 'id' in which ? sql`(SELECT d.reason_message FROM article d WHERE d.status = 'duplicate' AND d.id = ${which.id})` : sql`NULL` // prettier-ignore
  return sql<SqlBool>`a.removed_at IS NULL AND (${of('a')} OR a.id = ${original}
    OR (a.status = 'duplicate' AND (a.reason_message = ${original}
      OR EXISTS (SELECT FROM article o WHERE o.id = a.reason_message AND ${of('o')}))))`
}

/** By the address it was added by, or any it is known by: a link of another site may have led there. */
function isOfSource(table: string, source: string): RawBuilder<SqlBool> {
  const isIt = (host: RawBuilder<unknown>): RawBuilder<SqlBool> => {
    const name = source.includes(':') ? host : sql`split_part(${host}, ':', 1)`
    return sql<SqlBool>`(${name} = ${source} OR right(${name}, ${source.length + 1}) = ${`.${source}`})`
  }
  return sql<SqlBool>`(${isIt(sql.ref(`${table}.host`))} OR EXISTS (
    SELECT FROM alias WHERE alias.article_id = ${sql.ref(`${table}.id`)} AND ${isIt(sql`substring(alias.key from '^[^/?]+')`)}))`
}
