/** Counting by story: each counts once, with the tone of its most relevant article. What themes and instruments share. */
import { sql } from 'kysely'

/** Mean score over stories, weighted by relevance; over `relevance` and `score` of one row a story. */
export const meanTone = sql<number>`coalesce(sum(relevance * score) / nullif(sum(relevance), 0), 0)::float8`
