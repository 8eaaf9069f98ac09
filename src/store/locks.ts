/** Turns that transactions take so that two near-identical articles, read at the same moment, see each other. */
import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** Keeps our locks apart from those of others in the same database. */
const family = 0x7477

/** A signed 32-bit number for a name. */
export const lockOf = (name: string): number => createHash('sha256').update(name).digest().readInt32LE(0)

/** Waits for all, in the same order everywhere, and holds them to the end of the transaction. */
export async function takeTurns(tx: Kysely<Database>, keys: readonly number[]): Promise<void> {
  const ordered = [...new Set(keys)].sort((a, b) => a - b)
  await sql`SELECT count(pg_advisory_xact_lock(${family}, key)) FROM unnest(${ordered}::int[]) AS key`.execute(tx)
}
