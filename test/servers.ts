/** Private servers for contract tests: PostgreSQL in a temporary folder, Redis on a free loopback port, gone when the test is. */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openStore } from '../src/store/connect.ts'

/** Where one test works: hand it to `openStore`, or as `folder`, `databaseUrl` and `redisUrl` to the configuration. */
export interface Place {
  readonly folder: string
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  readonly dispose: () => Promise<void>
}
export interface Backend {
  readonly name: 'embedded' | 'postgres' | 'postgres+redis'
  /** Several processes can use one place at once. */
  readonly shared: boolean
  /** An empty place of its own. */
  readonly fresh: () => Promise<Place>
}

/** The back ends whose programs are on this machine; says in one line which are skipped, and why. */
export function backends(): Backend[] {
  const postgres = postgresFolder()
  const redis = find('redis-server', [])
  if (!postgres || !redis) {
    const missing = [...(postgres ? [] : ['postgresql']), ...(redis ? [] : ['redis-server'])].join(' and ')
    const skipped = postgres ? 'postgres+redis' : 'postgres and postgres+redis'
    process.stderr.write(`skipped: tests on ${skipped}, for ${missing} is not installed\n`)
  }
  const list: Backend[] = [{ name: 'embedded', shared: false, fresh: freshFolder }]
  if (postgres) list.push({ name: 'postgres', shared: true, fresh: () => freshDatabase(postgres, undefined) })
  if (postgres && redis) {
    list.push({
      name: 'postgres+redis',
      shared: true,
      fresh: async () => freshDatabase(postgres, await freshRedis(redis)),
    })
  }
  return list
}

// ── embedded ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const leftovers = new Set<string>()
process.once('exit', () => leftovers.forEach(remove))
const temporary = (name: string): string => mkdtempSync(join(tmpdir(), `themewire-${name}-`))
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

let template: Promise<string> | undefined

/** A new embedded database takes seconds; a copy of one takes a moment. */
async function freshFolder(): Promise<Place> {
  template ??= (async () => {
    const folder = temporary('template')
    leftovers.add(folder)
    await (await openStore({ folder })).close()
    return folder
  })()
  const folder = temporary('store')
  cpSync(await template, folder, { recursive: true })
  leftovers.add(folder)
  const dispose = (): Promise<void> => {
    remove(folder)
    leftovers.delete(folder)
    return Promise.resolve()
  }
  return { folder, databaseUrl: undefined, redisUrl: undefined, dispose }
}

// ── PostgreSQL ───────────────────────────────────────────────────────────────────────────────────────────────────────

let server: Promise<string> | undefined
let databases = 0

async function freshDatabase(programs: string, redisUrl: string | undefined): Promise<Place> {
  const socket = await (server ??= startPostgres(programs))
  const name = `test_${process.pid}_${(databases += 1)}`
  await asAdmin(socket, `CREATE DATABASE ${name}`)
  return {
    // Nothing is written there; commands ask for one all the same.
    folder: join(tmpdir(), `themewire-unused-${name}`),
    databaseUrl: `postgres://postgres@localhost/${name}?host=${encodeURIComponent(socket)}`,
    redisUrl,
    dispose: () => asAdmin(socket, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function asAdmin(socket: string, statement: string): Promise<void> {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Answers the folder of its socket. PostgreSQL refuses to run as root, so root steps down. */
async function startPostgres(programs: string): Promise<string> {
  const folder = temporary('pg')
  const user = process.getuid?.() === 0 ? lesserUser() : null
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, cwd: folder, stdio: 'pipe' },
  )
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'fsync=off', 'max_connections=200']
  const program = [join(programs, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  serve(program, 'QUIT', folder, user ?? {})
  await answering(() => asAdmin(folder, 'SELECT 1'))
  return folder
}

function lesserUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
  const [, uid, gid] = /^(?:postgres|nobody):[^:]*:(\d+):(\d+):/m.exec(users) ?? []
  if (!uid || !gid) throw new Error('there is neither a user "postgres" nor "nobody" to run PostgreSQL as')
  return { uid: Number(uid), gid: Number(gid) }
}

/** The newest PostgreSQL, 15 or later. */
function postgresFolder(): string | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  const debian = versions.sort((a, b) => b - a).map((version) => join(root, String(version), 'bin'))
  const program = find('initdb', debian)
  return program && existsSync(join(program, '..', 'postgres')) ? join(program, '..') : null
}

// ── Redis ────────────────────────────────────────────────────────────────────────────────────────────────────────────

let redisPort: Promise<number> | undefined
let redisDatabases = -1

async function freshRedis(program: string): Promise<string> {
  const port = await (redisPort ??= startRedis(program))
  return `redis://127.0.0.1:${port}/${(redisDatabases += 1)}`
}

async function startRedis(program: string): Promise<number> {
  const folder = temporary('redis')
  const port = await freePort()
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--databases', '1000', '--save', '', '--dir', folder]
  serve([program, ...settings, '--appendonly', 'no'], 'TERM', folder, {})
  const { Redis } = await import('ioredis')
  await answering(async () => {
    const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.ping()
    } finally {
      client.disconnect()
    }
  })
  return port
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

// ── both ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Runs a program until this process ends, however it ends: the pipe it holds breaks, and the shell cleans up. */
function serve(program: string[], signal: string, folder: string, user: { uid?: number; gid?: number }): void {
  const script = `trap '' INT TERM HUP; "$@" >"$0/log" 2>&1 & pid=$!; cat >/dev/null; kill -${signal} $pid; wait $pid; rm -rf "$0"`
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

async function answering(ask: () => Promise<unknown>): Promise<void> {
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

function find(program: string, folders: readonly string[]): string | null {
  const places = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', ...folders]
  return places.map((place) => join(place, program)).find((file) => existsSync(file)) ?? null
}
