/** Servers of one's own, on this machine, for tests and benchmarks: gone when the process that started them is. */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, readFileSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** The newest PostgreSQL's programs, 15 or later; null where there is none. */
export function postgresPrograms(): string | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  const debian = versions.sort((a, b) => b - a).map((version) => join(root, String(version), 'bin'))
  const program = findProgram('initdb', debian)
  return program && existsSync(join(program, '..', 'postgres')) ? join(program, '..') : null
}

/**
 * Starts PostgreSQL on a socket in `folder`, with the data that are in it, if there are. Afterwards the folder is removed, unless
 * it is to be kept. PostgreSQL refuses to run as root, so root steps down.
 */
export async function startPostgres(programs: string, folder: string, { keep = false } = {}): Promise<void> {
  const user = process.getuid?.() === 0 ? lesserUser() : null
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  if (!existsSync(join(data, 'PG_VERSION'))) {
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
      { ...user, cwd: folder, stdio: 'pipe' },
    )
  }
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'fsync=off', 'max_connections=200']
  const program = [join(programs, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  // What is kept is put away in order.
  serve(program, keep ? 'INT' : 'QUIT', folder, { ...user, keep })
  await answering(() => asAdmin(folder, 'SELECT 1'))
}

/** `folder`: of the server's socket. */
export async function asAdmin(folder: string, statement: string): Promise<void> {
  const client = new pg.Client({ host: folder, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

export const databaseUrlOf = (folder: string, name: string): string =>
  `postgres://postgres@localhost/${name}?host=${encodeURIComponent(folder)}`

function lesserUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
  const [, uid, gid] = /^(?:postgres|nobody):[^:]*:(\d+):(\d+):/m.exec(users) ?? []
  if (!uid || !gid) throw new Error('there is neither a user "postgres" nor "nobody" to run PostgreSQL as')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Runs a program until this process ends, however it ends: the pipe it holds breaks, and the shell cleans up. */
export function serve(
  program: string[],
  signal: string,
  folder: string,
  { keep = false, ...user }: { uid?: number; gid?: number; keep?: boolean } = {},
): void {
  const end = keep ? '' : '; rm -rf "$0"'
  const script = `trap '' INT TERM HUP; "$@" >"$0/log" 2>&1 & pid=$!; cat >/dev/null; kill -${signal} $pid; wait $pid${end}`
  const child = spawn('/bin/sh', ['-c', script, folder, ...program], {
    ...user,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  child.unref()
  // A pipe to a child is a socket, which can be left out of what keeps the process alive.
  ;(child.stdin as unknown as { unref(): void }).unref()
}

export async function answering(ask: () => Promise<unknown>): Promise<void> {
  const until = Date.now() + 30_000
  for (;;) {
    try {
      await ask()
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await wait(50)
    }
  }
}

export function findProgram(program: string, folders: readonly string[]): string | null {
  const places = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', ...folders]
  return places.map((place) => join(place, program)).find((file) => existsSync(file)) ?? null
}
