/** A PostgreSQL server as store. */
import pg from 'pg'
import { ThemewireError } from '../errors.ts'
import { searchPath, type OpenedStore, type SqlPool } from './sql-pool.ts'
import { parserOf } from './sql-types.ts'

const oldestServer = 15
const connectionTimeoutMillis = 10_000
/**
 * Our queries are short and many: compiling one takes longer than answering it, and its pages are in memory or on a disk without
 * a head to move. Options in DATABASE_URL win.
 */
const planning = '-c jit=off -c random_page_cost=1.1 -c work_mem=32MB -c max_parallel_workers_per_gather=0'

export async function openPostgres(databaseUrl: string, connections: number): Promise<OpenedStore> {
  const { where, address, options } = readUrl(databaseUrl)
  const reads = await readsAhead(address, where)
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    keepAlive: true,
    connectionTimeoutMillis,
    application_name: 'themewire',
    options: `${planning} ${reads} ${options} -c search_path=${searchPath.replaceAll(' ', '')} -c timezone=UTC`.trim(),
    types: { getTypeParser: (type: number) => parserOf(type) },
  })
  // Until someone listens, a connection lost while idle must not end the process.
  pool.on('error', () => undefined)
  return {
    // pg's overloads are many; the shape used here is among them.
    pool: pool as unknown as SqlPool,
    kind: 'postgres',
    where,
    setAddress: () => undefined,
    ready: () => undefined,
    release: () => undefined,
  }
}

/**
 * The option by which the server asks its disk for many pages at once, where its system can: rows that an index found far apart
 * are then read in the time of a few. Refused, it would refuse the session. Throws for a server that cannot be reached, or is too old.
 */
async function readsAhead(address: string, where: string): Promise<string> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis, application_name: 'themewire' })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; pages: string }>(`
      SELECT current_setting('server_version_num') AS version, current_setting('effective_io_concurrency') AS pages`)
    const major = Math.floor(Number(rows[0]?.version) / 10_000)
    if (major < oldestServer) {
      throw new ThemewireError(
        'store-version',
        `${where} runs PostgreSQL ${major}; ${oldestServer} or later is needed`,
        {
          hint: 'use a newer server, or unset DATABASE_URL for the embedded database',
        },
      )
    }
    // Where the system cannot, it is 0 and has to be.
    return rows[0]?.pages === '0' ? '' : '-c effective_io_concurrency=200'
  } catch (error) {
    throw error instanceof ThemewireError ? error : unreachable(where, error as Error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** For people, without its password; and the session options it carries apart from it, or the driver would forget ours for them. */
function readUrl(databaseUrl: string): { where: string; address: string; options: string } {
  try {
    const url = new URL(databaseUrl)
    const options = url.searchParams.get('options') ?? ''
    url.searchParams.delete('options')
    const where = `${url.protocol}//${url.username ? `${url.username}@` : ''}${url.host}${url.pathname}`
    return { where, address: options === '' ? databaseUrl : url.href, options }
  } catch {
    throw new ThemewireError('usage', 'DATABASE_URL is no address of a PostgreSQL database', {
      hint: 'it looks like postgres://user:password@host:5432/database',
    })
  }
}

function unreachable(where: string, error: Error & { code?: string }): ThemewireError {
  const inner = error instanceof AggregateError ? (error.errors[0] as Error | undefined) : undefined
  const message = error.message || inner?.message || error.code || 'no answer'
  const hint =
    error.code === '28P01' || error.code === '28000'
      ? 'check user and password in DATABASE_URL'
      : error.code === '3D000'
        ? 'create the database first, for instance with createdb, or mend its name in DATABASE_URL'
        : 'check that it runs and that DATABASE_URL is right, or unset it for the embedded database'
  return new ThemewireError('store-unreachable', `cannot reach the database ${where}: ${message}`, {
    hint,
    cause: error,
  })
}
