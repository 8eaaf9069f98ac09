/** Private servers for contract tests: PostgreSQL in a temporary folder, Redis on a free loopback port, gone when the test is. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  answering,
  asAdmin,
  databaseUrlOf,
  findProgram,
  postgresPrograms,
  serve,
  startPostgres,
} from '../src/dev/private-server.ts'
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
  const postgres = postgresPrograms()
  const redis = findProgram('redis-server', [])
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
  const socket = await (server ??= (async () => {
    const folder = temporary('pg')
    await startPostgres(programs, folder)
    return folder
  })())
  const name = `test_${process.pid}_${(databases += 1)}`
  await asAdmin(socket, `CREATE DATABASE ${name}`)
  return {
    // Nothing is written there; commands ask for one all the same.
    folder: join(tmpdir(), `themewire-unused-${name}`),
    databaseUrl: databaseUrlOf(socket, name),
    redisUrl,
    dispose: () => asAdmin(socket, `DROP DATABASE ${name} WITH (FORCE)`),
  }
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
  serve([program, ...settings, '--appendonly', 'no'], 'TERM', folder)
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
