/** What alert rules look at: an article as news, and how its themes, instruments and banks are told around a moment. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'
import { meanTone } from './tone.ts'

/** An article that has been read; null for one that was not, joined another or was taken down. */
export interface Arrival {
  readonly articleId: string
  readonly storyId: string
  /** ISO 8601, UTC; null when undated. */
  readonly publishedAt: string | null
  readonly knownAt: string
  readonly backfill: boolean
}

export async function arrivalOf(db: Kysely<Database>, articleId: string): Promise<Arrival | null> {
  const row = await db
    .selectFrom('article')
    .select(['id', 'story_id', 'published_at', 'known_at', 'backfill'])
    .where('id', '=', articleId)
    .where('status', '=', 'analyzed')
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row?.known_at) return null
  const { id, story_id: story, published_at: publishedAt, known_at: knownAt, backfill } = row
  return { articleId: id, storyId: story ?? id, publishedAt, knownAt, backfill }
}

/** Whose tone or attention it is. */
export type Subject = { readonly theme: string } | { readonly ticker: string }

const about = (subject: Subject) =>
  'theme' in subject
    ? sql`f.kind = 'theme' AND f.theme = ${subject.theme}`
    : sql`f.kind = 'instrument' AND f.symbol = ${subject.ticker}`
const current = sql`f.superseded_at IS NULL AND f.marked_at IS NULL AND f.published_at IS NOT NULL`

export interface WindowCount {
  /** 0: the 24 hours up to the moment; 1: those before, and so on. */
  readonly window: number
  readonly stories: number
}

const hoursBack = (column: string, moment: string) =>
  sql`floor(extract(epoch FROM ${moment}::timestamptz - ${sql.ref(column)}) / 86400)::int`

/** Dated stories in windows of 24 hours back from a moment; windows without any have no row. */
export async function storiesByDay(
  db: Kysely<Database>,
  { subject, moment, days }: { readonly subject: Subject | null; readonly moment: string; readonly days: number },
): Promise<WindowCount[]> {
  const first = new Date(Date.parse(moment) - days * 86_400_000).toISOString()
  const { rows } = subject
    ? await sql<WindowCount>`
        SELECT ${hoursBack('f.published_at', moment)} AS "window", count(DISTINCT f.story_id)::int AS stories
        FROM finding f WHERE ${about(subject)} AND ${current}
          AND f.sort_at > ${first}::timestamptz AND f.sort_at <= ${moment}::timestamptz
        GROUP BY 1 ORDER BY 1`.execute(db)
    : await sql<WindowCount>`
        SELECT ${hoursBack('r.published_at', moment)} AS "window", count(DISTINCT r.story_id)::int AS stories
        FROM revision r WHERE r.superseded_at IS NULL
          AND r.published_at > ${first}::timestamptz AND r.published_at <= ${moment}::timestamptz
        GROUP BY 1 ORDER BY 1`.execute(db)
  return rows
}

export interface Tone {
  readonly stories: number
  /** Mean score over stories, weighted by relevance, −1..1. */
  readonly score: number
}

/** The tone of what was published in a span of time: after `from`, up to `to`. */
export async function toneBetween(
  db: Kysely<Database>,
  subject: Subject,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Tone> {
  const { rows } = await sql<Tone>`
    WITH told AS (
      SELECT DISTINCT ON (f.story_id) f.relevance, f.score FROM finding f
      WHERE ${about(subject)} AND ${current} AND f.sort_at > ${from}::timestamptz AND f.sort_at <= ${to}::timestamptz
      ORDER BY f.story_id, f.relevance DESC, f.article_id
    )
    SELECT count(*)::int AS stories, ${meanTone} AS score FROM told`.execute(db)
  return rows[0] ?? { stories: 0, score: 0 }
}

/** The most relevant findings about a subject in a span of time, one a story. */
export async function strongest(
  db: Kysely<Database>,
  subject: Subject,
  { from, to, most }: { readonly from: string; readonly to: string; readonly most: number },
): Promise<{ article: string; finding: string }[]> {
  const { rows } = await sql<{ article: string; finding: string }>`
    SELECT article_id AS article, id AS finding FROM (
      SELECT DISTINCT ON (f.story_id) f.article_id, f.id, f.relevance FROM finding f
      WHERE ${about(subject)} AND ${current} AND f.sort_at > ${from}::timestamptz AND f.sort_at <= ${to}::timestamptz
      ORDER BY f.story_id, f.relevance DESC, f.article_id
    ) AS best ORDER BY relevance DESC, article_id LIMIT ${most}`.execute(db)
  return rows
}

/** How many stories of a span of time say that a bank has decided so. */
export async function storiesOfDecision(
  db: Kysely<Database>,
  {
    bank,
    action,
    from,
    to,
  }: { readonly bank: string; readonly action: string; readonly from: string; readonly to: string },
): Promise<number> {
  const { rows } = await sql<{ stories: number }>`
    SELECT count(DISTINCT f.story_id)::int AS stories FROM finding f
    WHERE f.kind = 'policy_event' AND f.issuer = ${bank} AND f.type = 'rate_decision' AND f.status = 'happened'
      AND f.value->>'action' = ${action} AND ${current}
      AND f.sort_at > ${from}::timestamptz AND f.sort_at <= ${to}::timestamptz`.execute(db)
  return rows[0]?.stories ?? 0
}
