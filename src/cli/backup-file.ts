/** A backup as a file: written beside its name and renamed when whole, read as a stream. */
import { createReadStream, createWriteStream } from 'node:fs'
import { access, rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { ThemewireError } from '../errors.ts'
import { restoreBackup, writeBackup } from '../store/backup.ts'
import { openStore, type Store } from '../store/connect.ts'
import { hasStore, noStore } from './session.ts'

/** Gives a sentence about what was written. Throws `file-unreadable` when the file cannot be written. */
export async function backupTo(config: Config, name: string): Promise<string> {
  const file = resolve(name)
  const draft = `${file}.part`
  if (!(await hasStore(config))) throw noStore(config)
  return withStore(config, async (store) => {
    try {
      const counts = await writeBackup(store.db, createWriteStream(draft, { mode: 0o600 }), {
        now: new Date().toISOString(),
      })
      await rename(draft, file)
      const { size } = await stat(file)
      return `${inWords(counts)} of ${store.where} written to ${file} (${(size / 1e6).toFixed(1)} MB)`
    } catch (error) {
      await rm(draft, { force: true })
      throw fileError(error, `cannot write ${file}`)
    }
  })
}

/** Gives a sentence about what was read. Throws `bad-backup`, `store-version`, or `conflict` when the store is not empty. */
export async function restoreFrom(config: Config, name: string, replace: boolean): Promise<string> {
  const file = resolve(name)
  await access(file).catch((error: unknown) => {
    throw fileError(error, `cannot read ${file}`)
  })
  return withStore(config, async (store) => {
    const counts = await restoreBackup(store.db, createReadStream(file), { replace })
    return `${inWords(counts)} of ${file} restored to ${store.where}`
  })
}

async function withStore<T>(config: Config, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ databaseUrl: config.databaseUrl, folder: config.folder })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

const inWords = (counts: Record<string, number>): string =>
  `${counts['article'] ?? 0} articles with ${counts['finding'] ?? 0} findings`

const fileError = (error: unknown, what: string): unknown =>
  error instanceof Error && 'code' in error && 'syscall' in error
    ? new ThemewireError('file-unreadable', `${what}: ${error.message}`, {
        hint: 'check the path and its permissions',
        cause: error,
      })
    : error
