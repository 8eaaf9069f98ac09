/**
 * Every query of the API can be answered by an index, in PostgreSQL and in the embedded database. A small store would be read
 * whole, and rightly so: with sequential scans switched off, one that is still there has no index to serve it, however small the
 * store and whatever its statistics.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAsked, type Asked } from '../../src/dev/bench/query/ask.ts'
import { fillStore } from '../../src/dev/bench/query/fill.ts'
import { largeTables, planOf } from '../../src/dev/bench/query/plans.ts'
import { requestFamilies } from '../../src/dev/bench/query/requests.ts'
import { openStore } from '../../src/store/connect.ts'
import { backends, type Place } from '../servers.ts'

const articles = 400
const perFamily = 6

describe.each(backends().filter(({ name }) => name !== 'postgres+redis'))('on $name', ({ fresh }) => {
  let place: Place
  let asked: Asked
  beforeAll(async () => {
    place = await fresh()
    const store = await openStore(place)
    await fillStore(store.db, articles, { sessions: 1, told: () => undefined })
    await store.close()
    asked = await openAsked(place)
  }, 120_000)
  afterAll(async () => {
    await asked.close()
    await place.dispose()
  })

  it.each(requestFamilies(articles).map((family) => [family.name, family.paths.slice(0, perFamily)] as const))(
    '%s',
    { timeout: 120_000 },
    async (_name, paths) => {
      for (const path of paths) await asked.ask(path)
      const statements = asked.statements().filter(({ sql }) => /^\s*(?:select|with)/i.test(sql))
      expect(statements.length).toBeGreaterThan(0)
      for (const statement of statements) {
        const { whole } = await planOf(asked.pool, statement, { seqScans: false })
        const large = [...whole].filter((table) => largeTables.includes(table))
        expect(large, statement.sql).toEqual([])
      }
    },
  )
})
