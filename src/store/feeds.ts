/** Feeds: what is polled, how often, and how the last poll went. */
import { createHash } from 'node:crypto'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { FeedRow } from '../query.ts'
import type { Database, FeedTable } from './schema.ts'
import { storable } from './sql-types.ts'

export interface StoredFeed extends FeedRow {
  /** For a conditional GET. */
  readonly etag: string | null
  readonly lastModified: string | null
}

/** Settings of a feed; those that are absent stay as they are. */
export interface FeedSettings {
  readonly minutes?: number | undefined
  readonly keep?: readonly string[] | undefined
  readonly block?: readonly string[] | undefined
}
const settingsOf = ({ minutes, keep, block }: FeedSettings) => ({
  ...(minutes === undefined ? {} : { minutes }),
  ...(keep === undefined ? {} : { keep: keep.map(storable) }),
  ...(block === undefined ? {} : { block: block.map(storable) }),
})

/** A feed that is there already keeps its id and its record; its settings become the new ones. */
export async function addFeed(
  db: Kysely<Database>,
  { url, now, ...settings }: FeedSettings & { readonly url: string; readonly minutes: number; readonly now: string },
): Promise<StoredFeed> {
  const row = await db
    .insertInto('feed')
    .values({
      id: createHash('sha256').update(url).digest('hex').slice(0, 16),
      url: storable(url),
      status: 'new',
      minutes: settings.minutes,
      ...settingsOf(settings),
      added_at: now,
      next_poll_at: now,
    })
    .onConflict((conflict) => conflict.column('url').doUpdateSet(settingsOf(settings)))
    .returningAll()
    .executeTakeFirstOrThrow()
  return feedRow(row)
}

export async function listFeeds(db: Kysely<Database>): Promise<StoredFeed[]> {
  const rows = await db.selectFrom('feed').selectAll().orderBy('added_at').orderBy('url').execute()
  return rows.map(feedRow)
}

export async function getFeed(db: Kysely<Database>, id: string): Promise<StoredFeed | null> {
  const row = await db.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? feedRow(row) : null
}

/** Answers whether it was there. Its articles stay. */
export async function removeFeed(db: Kysely<Database>, id: string): Promise<boolean> {
  const rows = await db.deleteFrom('feed').where('id', '=', id).returning('id').execute()
  return rows.length > 0
}

export async function changeFeed(db: Kysely<Database>, id: string, settings: FeedSettings): Promise<void> {
  const changes = settingsOf(settings)
  if (Object.keys(changes).length > 0) await db.updateTable('feed').set(changes).where('id', '=', id).execute()
}

/** A paused feed is not polled; taken up again, it is `new` until its next poll. */
export async function pauseFeed(db: Kysely<Database>, id: string, paused: boolean): Promise<boolean> {
  const rows = await db
    .updateTable('feed')
    .set({ status: paused ? 'paused' : 'new', reason_code: null, reason_message: null, failures: 0 })
    .where('id', '=', id)
    .returning('id')
    .execute()
  return rows.length > 0
}

export type PollOutcome =
  | {
      readonly title?: string | null
      readonly etag?: string | null
      readonly lastModified?: string | null
      /** New articles it gave. */
      readonly added: number
      readonly now: string
    }
  | {
      readonly error: { readonly code: string; readonly message: string }
      /** Milliseconds the server asked us to stay away. */
      readonly retryAfterMs?: number | undefined
      readonly now: string
    }

/** The time between polls doubles with every failure in a row, up to a day; the first one may be an accident. */
const mostDoublings = 10
const longestMinutes = 1440

const nextAfterFailure = (retryAfterMs = 0) => sql`greatest(
  least(greatest(minutes, ${longestMinutes}::int), minutes * 2 ^ least(failures, ${mostDoublings}::int)) * interval '1 minute',
  least(${Math.ceil(retryAfterMs / 1000)}::int, ${longestMinutes * 60}::int) * interval '1 second')`

export async function recordPoll(db: Kysely<Database>, id: string, outcome: PollOutcome): Promise<void> {
  const failed = 'error' in outcome
  await db
    .updateTable('feed')
    .set({
      polled_at: outcome.now,
      next_poll_at: sql`${outcome.now}::timestamptz + ${failed ? nextAfterFailure(outcome.retryAfterMs) : sql`minutes * interval '1 minute'`}`,
      status: sql`CASE WHEN status = 'paused' THEN status ELSE ${failed ? 'failing' : 'ok'} END`,
      reason_code: failed ? outcome.error.code : null,
      reason_message: failed ? storable(outcome.error.message).slice(0, 2000) : null,
      failures: failed ? sql`failures + 1` : 0,
    })
    .$if(!failed, (query) => {
      const { title, etag, lastModified, added } = outcome as Exclude<PollOutcome, { error: unknown }>
      return query.set({
        items: sql`items + ${added}`,
        etag: etag ?? null,
        last_modified: lastModified ?? null,
        ...(title == null ? {} : { title: storable(title).slice(0, 500) }),
      })
    })
    .where('id', '=', id)
    .execute()
}

const feedRow = (row: Selectable<FeedTable>): StoredFeed => ({
  id: row.id,
  url: row.url,
  title: row.title,
  status: row.status,
  reason: row.reason_code === null ? null : { code: row.reason_code, message: row.reason_message ?? '' },
  addedAt: row.added_at,
  polledAt: row.polled_at,
  nextPollAt: row.status === 'paused' ? null : row.next_poll_at,
  items: row.items,
  minutes: row.minutes,
  failures: row.failures,
  keep: row.keep,
  block: row.block,
  etag: row.etag,
  lastModified: row.last_modified,
})
