/** Where a command's questions go: to a server that was named, to the process that owns the data folder, or to a store opened here. */
import type { Command } from 'commander'
import type { Client } from '../client/client.ts'
import type { Config } from '../config.ts'
import { ThemewireError } from '../errors.ts'
import type { Context } from '../queue/context.ts'
import { configOf } from './options.ts'

export interface Session {
  readonly client: Client
  /** A sentence for a person: where answers come from. */
  readonly where: string
  /** The store and queues, where they are open in this process. */
  readonly context?: Context
  close(): Promise<void>
}

/**
 * Opens a session, runs `use`, closes it again whatever happens. Throws `not-found` where no store was ever made, for a folder
 * is soon mistyped.
 */
export async function withSession<T>(command: Command, use: (session: Session) => Promise<T>): Promise<T> {
  const { config, server } = configOf(command)
  if (server === undefined && !(await hasStore(config))) throw noStore(config)
  return closing(await openSession(config, server), use)
}

/** Whether there is a store to ask: on a server, or in a folder where one was made. */
export async function hasStore({ databaseUrl, folder }: Config): Promise<boolean> {
  if (databaseUrl !== undefined) return true
  const { holdsStore, readOwner } = await import('../store/folder-lock.ts')
  return holdsStore(folder) || readOwner(folder) !== null
}

export const noStore = ({ folder }: Config): ThemewireError =>
  new ThemewireError('not-found', `there is no store in ${folder}`, {
    hint: 'check --data, or THEMEWIRE_DATA; `themewire up`, `add` or `demo` makes a new one',
  })

/** The same for commands that may begin a store: where there is none, one is made. */
export async function withAnyStore<T>(command: Command, use: (session: Session) => Promise<T>): Promise<T> {
  const { config, server } = configOf(command)
  return closing(await openSession(config, server), use)
}

async function closing<T>(session: Session, use: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await use(session)
  } finally {
    await session.close()
  }
}

export async function openSession(config: Config, server?: string): Promise<Session> {
  const { themewire } = await import('../client/client.ts')
  if (server !== undefined)
    return { client: themewire({ server, token: config.token }), where: server, close: async () => {} }
  if (config.databaseUrl === undefined) {
    const { readOwner } = await import('../store/folder-lock.ts')
    const owner = readOwner(config.folder)
    if (owner?.address) {
      const client = themewire({ server: owner.address, token: owner.key ?? undefined })
      return { client, where: owner.address, close: async () => {} }
    }
    if (owner) throw takenBy(owner.pid, config.folder)
  }
  const { openContext } = await import('../queue/context.ts')
  const { createApi } = await import('../api/app.ts')
  const { makeLog } = await import('./log.ts')
  // A command speaks for itself; the log is for processes that stay.
  const context = await openContext(config, makeLog({ ...config, logLevel: process.env['THEMEWIRE_LOG'] ?? 'error' }))
  const api = createApi(context)
  return {
    client: themewire({ fetch: async (input, init) => api.request(input, init) }),
    where: context.store.where,
    context,
    close: () => context.close(),
  }
}

export const takenBy = (pid: number, folder: string): ThemewireError =>
  new ThemewireError('store-locked', `process ${pid} is using ${folder}, and answers no questions for others`, {
    hint: 'wait until it is done, or run `themewire up` once and keep it running: commands then go through it',
  })
