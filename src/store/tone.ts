/** Counting by story: each counts once, with the tone of its most relevant article. What themes and instruments share. */
import { sql, type RawBuilder } from 'kysely'
import { within, type When } from './windows.ts'

/** Without a window undated stories count too; they stand in none. */
export const storiesIn = (when: When): RawBuilder<unknown> =>
  sql`SELECT count(DISTINCT r.story_id)::int AS stories FROM revision r WHERE ${within('r', when)}`

/** Mean score over stories, weighted by relevance; over `relevance` and `score` of one row a story. */
export const meanTone = sql<number>`coalesce(sum(relevance * score) / nullif(sum(relevance), 0), 0)::float8`
