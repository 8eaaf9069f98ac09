/** Brings the schema up to this version: numbered SQL files, each once, all in one transaction under a lock. */
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ThemewireError } from '../errors.ts'
import { schemaName, type SqlPool } from './sql-pool.ts'

/** Any number, the same in every Themewire: two that start at once take turns. */
const migrationLock = 0x7468656d

interface Migration {
  readonly version: number
  readonly name: string
  readonly file: string
}

export function readMigrations(folder: string = fileURLToPath(new URL('./migrations/', import.meta.url))): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-[\w-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 3)), name: name.slice(4, -4), file: `${folder}/${name}` }))
}

/** The version this program knows. */
export const latestVersion = (): number => readMigrations().at(-1)?.version ?? 0

/** Throws `store-version` when the store was made by a later Themewire; answers the version it is at. */
export async function migrate(pool: SqlPool): Promise<number> {
  const migrations = readMigrations()
  const latest = migrations.at(-1)?.version ?? 0
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schemaName}`)
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${schemaName}.schema_version (
         version integer PRIMARY KEY, name text NOT NULL, migrated_at timestamptz NOT NULL DEFAULT now())`,
    )
    const { rows } = await client.query(
      `SELECT coalesce(max(version), 0)::int AS version FROM ${schemaName}.schema_version`,
    )
    const current = (rows[0] as { version: number }).version
    if (current > latest) {
      throw new ThemewireError('store-version', `the store has version ${current}, this program knows ${latest}`, {
        hint: 'update themewire, or use the version that wrote the store to make a backup',
      })
    }
    await client.query(`SET LOCAL search_path TO ${schemaName}`)
    for (const { version, name, file } of migrations.filter((migration) => migration.version > current)) {
      await client.query(readFileSync(file, 'utf8'))
      await client.query(`INSERT INTO ${schemaName}.schema_version (version, name) VALUES ($1, $2)`, [version, name])
    }
    await client.query('COMMIT')
    return latest
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
