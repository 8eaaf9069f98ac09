/** The embedded PostgreSQL (PGlite) as store: a folder owned by one process. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ThemewireError } from '../errors.ts'
import { claimFolder, readyMark } from './folder-lock.ts'
import { searchPath, type OpenedStore, type SqlPool } from './sql-pool.ts'

/** The PostgreSQL inside PGlite; a folder of another one is moved by backup and restore. */
export const embeddedEngine = '18'

export async function openEmbedded(folder: string): Promise<OpenedStore> {
  const place = resolve(folder)
  const lock = claimFolder(place)
  const data = join(place, 'postgres')
  const mark = readyMark(place)
  try {
    if (existsSync(data) && !existsSync(mark)) rmSync(data, { recursive: true })
    const found = existsSync(data) ? readFileSync(join(data, 'PG_VERSION'), 'utf8').trim() : embeddedEngine
    if (found !== embeddedEngine) throw otherEngine(place, found)
    const [{ PGlite }, { PGlitePool }] = await Promise.all([import('@electric-sql/pglite'), import('./pglite-pool.ts')])
    const engine = await PGlite.create(data)
    const pool = new PGlitePool(engine)
    // As with a server of one's own: there is no head to move.
    await pool.query(`SET search_path TO ${searchPath}; SET timezone TO 'UTC'; SET random_page_cost TO 1.1`)
    return {
      pool: pool as unknown as SqlPool,
      kind: 'embedded',
      where: place,
      setAddress: (url, key) => lock.setAddress(url, key),
      ready: () => writeFileSync(mark, `PostgreSQL ${embeddedEngine}\n`),
      release: () => lock.release(),
    }
  } catch (error) {
    lock.release()
    if (error instanceof ThemewireError) throw error
    throw new ThemewireError('store-unreachable', `cannot open the database in ${place}: ${(error as Error).message}`, {
      hint: 'if the folder is damaged, move it away and restore a backup with `themewire restore FILE`',
      cause: error,
    })
  }
}

const otherEngine = (place: string, found: string): ThemewireError =>
  new ThemewireError(
    'store-version',
    `${place} was written by PostgreSQL ${found}, this program has ${embeddedEngine}`,
    {
      hint: 'make a backup with the themewire that wrote it (`themewire backup FILE`) and `themewire restore FILE` here',
    },
  )
