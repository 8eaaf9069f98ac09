/** How many rows a statement gives, as its planner expects: none are read. */
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './schema.ts'

/** At least 1. Good for choosing a way to an answer, not for the answer. */
export async function expectedRows(db: Kysely<Database>, statement: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    EXPLAIN (FORMAT JSON) ${statement}`.execute(db)
  return Math.max(rows[0]!['QUERY PLAN'][0].Plan['Plan Rows'], 1)
}
