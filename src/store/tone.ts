/** Counting by story: each counts once, with the tone of its most relevant article. What themes and instruments share. */
import { sql, type RawBuilder } from 'kysely'
import { within, type When } from './windows.ts'

/** Without a window undated stories count too; they stand in none. */
export function storiesIn({ time_from, time_to, as_of }: When): RawBuilder<unknown> {
  if ([time_from, time_to, as_of].every((bound) => bound === undefined)) {
    return sql`SELECT count(*)::int AS stories FROM story`
  }
  // An index by `published_at` has all that is asked for.
  const [from, to] = [time_from ?? '-infinity', time_to ?? 'infinity']
  const window =
    time_from === undefined && time_to === undefined
      ? sql`true`
      : sql`r.published_at >= ${from}::timestamptz AND r.published_at < ${to}::timestamptz`
  return sql`SELECT count(*)::int AS stories FROM (
    SELECT DISTINCT r.story_id FROM revision r WHERE ${window} AND ${within('r', { as_of })}) AS told`
}

/** Mean score over stories, weighted by relevance; over `relevance` and `score` of one row a story. */
export const meanTone = sql<number>`coalesce(sum(relevance * score) / nullif(sum(relevance), 0), 0)::float8`
