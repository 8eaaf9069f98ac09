/** Asks the API as a caller would, without a network between, and takes down what it asks of the database. */
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { pino } from 'pino'
import { createApi } from '../../../api/app.ts'
import { readConfig } from '../../../config.ts'
import { openContext } from '../../../queue/context.ts'
import type { Database } from '../../../store/schema.ts'
import type { SqlPool } from '../../../store/sql-pool.ts'
import { lastDay } from './article.ts'
import type { Statement } from './plans.ts'
import type { Place } from './stores.ts'

export interface Asked {
  readonly pool: SqlPool
  /** Milliseconds, and the way to the next page where there is one. Throws for any answer but 200. */
  readonly ask: (path: string) => Promise<{ took: number; next: string | null }>
  /** What was asked of the database since the last call. */
  readonly statements: () => Statement[]
  readonly close: () => Promise<void>
}

export async function openAsked(place: Place): Promise<Asked> {
  const config = readConfig({ folder: place.folder, databaseUrl: place.databaseUrl, logLevel: 'silent' }, {})
  // Its clock stands in the morning after the last made-up day.
  const clock = (): string => new Date(Date.parse(`${lastDay}T12:00:00Z`) + 86_400_000).toISOString()
  const context = await openContext(config, pino({ level: 'silent' }), { clock })
  const { pool } = context.store
  let taken: Statement[] = []
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: pool as unknown as PostgresPool }),
    log: ({ query: { sql, parameters } }) => {
      taken.push({ sql, parameters })
    },
  })
  const api = createApi({ ...context, store: { ...context.store, db } })
  return {
    pool,
    async ask(path) {
      const from = performance.now()
      const answer = await api.request(path)
      const body = await answer.text()
      const took = performance.now() - from
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body.slice(0, 400)}`)
      return { took, next: nextOf(path, body) }
    },
    statements() {
      const given = taken
      taken = []
      return given
    },
    close: () => context.close(),
  }
}

function nextOf(path: string, body: string): string | null {
  const [, cursor] = /"next":"([\w-]+)"/.exec(body.slice(-400)) ?? []
  return cursor === undefined ? null : `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`
}
