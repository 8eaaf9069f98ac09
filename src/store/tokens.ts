/** Tokens that open the API beyond this machine: shown once, when made, and kept as a hash. */
import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'

/** `read`: queries. `write`: also what changes something, tokens among it. */
export const roles = ['read', 'write'] as const
export type Role = (typeof roles)[number]

export interface TokenRow {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** ISO 8601 */
  readonly createdAt: string
  /** To the minute; null when it never was. */
  readonly lastUsedAt: string | null
}

// 256 random bits need no slow hash: there is nothing to guess.
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const columns = ['id', 'name', 'role', 'created_at as createdAt', 'last_used_at as lastUsedAt'] as const

/** Answers the token with its row; it cannot be had again. */
export async function addToken(
  db: Kysely<Database>,
  { name, role, now }: { readonly name: string; readonly role: Role; readonly now: string },
): Promise<TokenRow & { readonly token: string }> {
  const token = `tw_${randomBytes(32).toString('base64url')}`
  const row = await db
    .insertInto('token')
    .values({ id: randomBytes(4).toString('hex'), name: storable(name), role, hash: hashOf(token), created_at: now })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return { ...row, token }
}

/** Oldest first. */
export const listTokens = (db: Kysely<Database>): Promise<TokenRow[]> =>
  db.selectFrom('token').select(columns).orderBy('created_at').orderBy('id').execute()

/** Answers what was revoked, or null when there is none by that id. */
export async function revokeToken(db: Kysely<Database>, id: string): Promise<TokenRow | null> {
  return (await db.deleteFrom('token').where('id', '=', id).returning(columns).executeTakeFirst()) ?? null
}

/** Whose token this is, or null. Notes its use, at most once a minute. */
export async function tokenOf(db: Kysely<Database>, token: string, now: string): Promise<TokenRow | null> {
  const row = await db.selectFrom('token').select(columns).where('hash', '=', hashOf(token)).executeTakeFirst()
  if (!row) return null
  if (row.lastUsedAt === null || Date.parse(now) - Date.parse(row.lastUsedAt) >= 60_000) {
    await db.updateTable('token').set({ last_used_at: now }).where('id', '=', row.id).execute()
  }
  return row
}
