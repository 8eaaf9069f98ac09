/** Opening a store: who owns a folder, what a killed process leaves, what is said when it cannot be opened. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/connect.ts'
import { claimFolder, readOwner } from '../../src/store/folder-lock.ts'
import { embeddedEngine } from '../../src/store/open-embedded.ts'
import { backends, freePort } from '../servers.ts'

const [embedded] = backends()
const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'themewire-opening-'))
  folders.push(folder)
  return folder
}
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const main = fileURLToPath(new URL('./keeps-writing.ts', import.meta.url))
/** A process that writes to the folder; `lines` are the rows it has committed. */
function writer(folder: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', main, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}
async function killAfter(folder: string, rows: number): Promise<number> {
  const { child, lines } = writer(folder)
  let last = 0
  for (let row = 0; row < rows; row += 1) last = Number((await lines.next()).value)
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
  // What was said before it died counts too.
  for (let next = await lines.next(); !next.done; next = await lines.next()) last = Number(next.value)
  return last
}

describe('a data folder', () => {
  it('left by a killed process opens again, with every committed row and no half one', async () => {
    const { folder, dispose } = await embedded!.fresh()
    for (const rows of [1, 40, 15]) {
      const committed = await killAfter(folder, rows)
      expect(existsSync(join(folder, 'owner.json'))).toBe(true)
      expect(readOwner(folder)).toBeNull()
      const store = await openStore({ folder })
      const { rows: kept } = await store.pool.query(
        'SELECT count(*)::int AS n, max(n) AS last, count(*) FILTER (WHERE half <> 2)::int AS halves FROM public.kept',
      )
      const [{ n, last, halves }] = kept as [{ n: number; last: number; halves: number }]
      expect(halves).toBe(0)
      expect(n).toBe(last)
      expect(last).toBeGreaterThanOrEqual(committed)
      await store.close()
    }
    await dispose()
  }, 120_000)

  it('owned by a live process is refused, naming the process and its address', async () => {
    const { folder, dispose } = await embedded!.fresh()
    const { child, lines } = writer(folder)
    await lines.next()
    expect(readOwner(folder)).toMatchObject({ pid: child.pid, address: 'http://127.0.0.1:8321' })
    const refused = openStore({ folder })
    await expect(refused).rejects.toMatchObject({ code: 'store-locked' })
    await expect(refused).rejects.toThrow(`process ${child.pid} at http://127.0.0.1:8321`)
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
    await (await openStore({ folder })).close()
    expect(readOwner(folder)).toBeNull()
    await dispose()
  })

  it('is one owner’s, however many ask, and free when released', () => {
    const folder = newFolder()
    const lock = claimFolder(folder)
    expect(() => claimFolder(folder)).toThrow(expect.objectContaining({ code: 'store-locked' }) as Error)
    lock.setAddress('http://127.0.0.1:1', 'a key')
    expect(readOwner(folder)).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:1' })
    lock.release()
    expect(readOwner(folder)).toBeNull()
    claimFolder(folder).release()
  })

  it('is not held by a lock that is stale: its process is gone, its pid is another’s, its file is broken', () => {
    const folder = newFolder()
    const owner = { pid: process.pid, address: null, startedAt: '2020-01-01T00:00:00Z', host: hostname(), birth: null }
    const stale = [
      JSON.stringify({ ...owner, pid: 2 ** 22 + 1 }),
      JSON.stringify({ ...owner, birth: 'another boot:1' }),
      JSON.stringify({ ...owner, pid: process.ppid, birth: 'another boot:1' }),
      '{"pid":',
      '',
    ]
    for (const content of stale) {
      writeFileSync(join(folder, 'owner.json'), content)
      expect(readOwner(folder)).toBeNull()
      claimFolder(folder).release()
    }
  })

  it('that was killed while it was first set up is set up anew', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'postgres', 'base'), { recursive: true })
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), `${embeddedEngine}\n`)
    const store = await openStore({ folder })
    expect((await store.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await store.close()
  })

  it('of another engine is refused, and told how to move', async () => {
    const { folder, dispose } = await embedded!.fresh()
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
    await expect(openStore({ folder })).rejects.toMatchObject({ code: 'store-version' })
    expect(readOwner(folder)).toBeNull()
    await dispose()
  })

  it('has the engine that this program thinks it has', async () => {
    const { folder, dispose } = await embedded!.fresh()
    expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8').trim()).toBe(embeddedEngine)
    await dispose()
  })

  it('that is a file, or is damaged, is refused with a hint', async () => {
    const folder = newFolder()
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(openStore({ folder: file })).rejects.toMatchObject({ code: 'store-unreachable' })
    const { folder: damaged, dispose } = await embedded!.fresh()
    rmSync(join(damaged, 'postgres', 'global'), { recursive: true })
    const refused = openStore({ folder: damaged })
    await expect(refused).rejects.toMatchObject({ code: 'store-unreachable' })
    expect(((await refused.catch((error: unknown) => error)) as { hint: string }).hint).toContain('restore')
    expect(readOwner(damaged)).toBeNull()
    await dispose()
  })
})

describe('a database server', () => {
  it('that is not there is said so, without its password', async () => {
    const databaseUrl = `postgres://me:secret@127.0.0.1:${await freePort()}/news`
    const refused = openStore({ databaseUrl, folder: '' })
    await expect(refused).rejects.toMatchObject({ code: 'store-unreachable' })
    const error = (await refused.catch((reason: unknown) => reason)) as { message: string; hint: string }
    expect(error.message).toContain('postgres://me@127.0.0.1')
    expect(error.message + error.hint).not.toContain('secret')
  })

  it('whose address is none is refused', async () => {
    await expect(openStore({ databaseUrl: 'news', folder: '' })).rejects.toMatchObject({ code: 'usage' })
  })

  const postgres = backends().find(({ name }) => name === 'postgres')
  it.runIf(postgres)('takes options of the session from its address, and keeps ours', async () => {
    const place = await postgres!.fresh()
    const options = encodeURIComponent('-c statement_timeout=54321 -c work_mem=5MB')
    const store = await openStore({ databaseUrl: `${place.databaseUrl}&options=${options}`, folder: '' })
    const { rows } = await store.pool.query(
      `SELECT current_setting('statement_timeout') AS timeout, current_setting('work_mem') AS memory,
         current_setting('search_path') AS path, current_setting('timezone') AS zone`,
    )
    expect(rows).toEqual([
      { timeout: '54321ms', memory: '5MB', path: expect.stringContaining('themewire') as string, zone: 'UTC' },
    ])
    await store.close()
    await place.dispose()
  })

  it.runIf(postgres)('without the database is told how to make it', async () => {
    const place = await postgres!.fresh()
    const databaseUrl = place.databaseUrl!.replace(/test_\w+/, 'not_there')
    const error = (await openStore({ databaseUrl, folder: '' }).catch((reason: unknown) => reason)) as {
      code: string
      hint: string
    }
    expect(error).toMatchObject({ code: 'store-unreachable' })
    expect(error.hint).toContain('createdb')
    await place.dispose()
  })
})
