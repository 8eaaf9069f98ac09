/** One process owns a data folder: a file with its pid and address says who, and is ignored when its writer is gone. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { ThemewireError } from '../errors.ts'

export interface Owner {
  readonly pid: number
  /** Where the owner answers HTTP, when it does. */
  readonly address: string | null
  /** Opens the owner's API to commands of this user: only they can read the file. */
  readonly key: string | null
  /** ISO 8601. */
  readonly startedAt: string
  readonly host: string
  /** Tells a process from a later one with the same pid; null where the system does not say. */
  readonly birth: string | null
}

export interface FolderLock {
  /** Tells others where to find us. */
  setAddress(url: string, key: string): void
  release(): void
}

const fileOf = (folder: string): string => join(folder, 'owner.json')
/** Written when the first opening has come to its end; a folder without it holds nothing yet. */
export const readyMark = (folder: string): string => join(resolve(folder), 'postgres.ready')
/** Whether a store was ever made in the folder. */
export const holdsStore = (folder: string): boolean => existsSync(readyMark(folder))
/** The owner touches its file this often, which is how another machine on the same disk sees that it lives. */
const beatMs = 5_000
const held = new Set<string>()

/** Who owns the folder now, or null: nobody, or a process that is gone. */
export function readOwner(folder: string): Owner | null {
  const owner = readFile(fileOf(resolve(folder)))
  return owner && isAlive(owner, resolve(folder)) ? owner : null
}

/** Takes the folder for this process; throws `store-locked`, naming the owner, when another live process has it. */
export function claimFolder(folder: string): FolderLock {
  const place = resolve(folder)
  const file = fileOf(place)
  try {
    mkdirSync(place, { recursive: true })
  } catch (error) {
    throw new ThemewireError('store-unreachable', `cannot use ${place} as data folder: ${(error as Error).message}`, {
      hint: 'choose another with --data or THEMEWIRE_DATA, or set DATABASE_URL',
      cause: error,
    })
  }
  let me: Owner = {
    pid: process.pid,
    address: null,
    key: null,
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    host: hostname(),
    birth: birthOf(process.pid),
  }
  const draft = `${file}.${process.pid}`
  const write = (): void => writeFileSync(draft, `${JSON.stringify(me, null, 2)}\n`, { mode: 0o600 })
  try {
    write()
    for (let attempt = 0; !take(draft, file); attempt += 1) {
      const owner = readFile(file)
      if (attempt > 5 || (owner && isAlive(owner, place))) throw locked(place, owner)
      putAside(file, place)
    }
  } catch (error) {
    if (error instanceof ThemewireError) throw error
    throw new ThemewireError('store-unreachable', `cannot write to ${place}: ${(error as Error).message}`, {
      hint: 'check its permissions, or choose another folder with --data or THEMEWIRE_DATA',
      cause: error,
    })
  } finally {
    rmSync(draft, { force: true })
  }
  held.add(place)
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {
      // The folder was taken away; the database itself will say so.
    }
  }, beatMs)
  beat.unref()
  return {
    setAddress(url, key) {
      me = { ...me, address: url, key }
      write()
      renameSync(draft, file)
    },
    release() {
      clearInterval(beat)
      if (held.delete(place)) rmSync(file, { force: true })
    },
  }
}

/** `link` fails when the name is there, so of two that try at once one wins. */
function take(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    if ((error as NodeJS.ErrnoException).code !== 'EPERM' && (error as NodeJS.ErrnoException).code !== 'ENOTSUP')
      throw error
    // A file system without hard links.
    try {
      writeFileSync(file, readFileSync(draft), { flag: 'wx', mode: 0o600 })
      return true
    } catch (second) {
      if ((second as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw second
    }
  }
}

/** Moves a stale file away; if another process was quicker and it is theirs, gives it back. */
function putAside(file: string, place: string): void {
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const owner = readFile(aside)
  if (owner && isAlive(owner, place)) take(aside, file)
  rmSync(aside, { force: true })
}

function readFile(file: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Owner
    return typeof owner.pid === 'number' ? owner : null
  } catch {
    return null
  }
}

function isAlive(owner: Owner, place: string): boolean {
  if (owner.host !== hostname()) {
    try {
      return Date.now() - statSync(fileOf(place)).mtimeMs < 4 * beatMs
    } catch {
      return false
    }
  }
  if (owner.pid === process.pid && owner.birth === birthOf(process.pid)) return held.has(place)
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return owner.birth === null || owner.birth === birthOf(owner.pid)
}

/** Boot and start time of a process, from Linux' /proc; null elsewhere. */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended; only its parent has not looked yet.
    return fields[0] === 'Z' ? null : `${boot}:${fields[19]}`
  } catch {
    return null
  }
}

function locked(place: string, owner: Owner | null): ThemewireError {
  const who = owner ? `process ${owner.pid}${owner.address ? ` at ${owner.address}` : ''}` : 'another process'
  return new ThemewireError('store-locked', `${place} is in use by ${who}`, {
    hint: owner?.address
      ? `ask it instead with --server ${owner.address}, or stop it`
      : 'wait until it has finished, stop it, or use another folder with --data',
    details: owner ?? undefined,
  })
}
