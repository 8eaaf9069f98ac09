/** Whatever the engine: a client's transaction is its own, values come back as they were, notifications find their listener. */
import { once } from 'node:events'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../src/store/connect.ts'
import { backends, type Place } from '../servers.ts'

const stores = backends().filter(({ name }) => name !== 'postgres+redis')

describe.each(stores)('a pool of $name', ({ fresh }) => {
  let place: Place
  let store: Store
  beforeAll(async () => {
    place = await fresh()
    store = await openStore(place)
    await store.pool.query('CREATE TABLE tally (client int, step int, open boolean)')
  })
  afterAll(async () => {
    await store.close()
    await place.dispose()
  })

  it('keeps transactions apart, whatever the order', async () => {
    const client = fc.record({
      statements: fc.integer({ min: 1, max: 5 }),
      end: fc.constantFrom('COMMIT', 'ROLLBACK', 'release', 'fail'),
      pauses: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(client, { minLength: 2, maxLength: 6 }), async (clients) => {
        await store.pool.query('TRUNCATE tally')
        await Promise.all(
          clients.map(async ({ statements, end, pauses }, number) => {
            const held = await store.pool.connect()
            await held.query('BEGIN')
            for (let step = 0; step < statements; step += 1) {
              await held.query('INSERT INTO tally VALUES ($1, $2, true)', [number, step])
              if (pauses[step]) await new Promise((resolve) => setImmediate(resolve))
              const { rows } = await held.query('SELECT count(*)::int AS mine FROM tally WHERE open')
              // Nobody else's open rows are seen.
              expect(rows).toEqual([{ mine: step + 1 }])
            }
            if (end === 'fail') await expect(held.query('SELECT 1/0')).rejects.toMatchObject({ code: '22012' })
            if (end === 'COMMIT') await held.query('UPDATE tally SET open = false WHERE client = $1', [number])
            if (end === 'COMMIT' || end === 'ROLLBACK') await held.query(end)
            held.release(end === 'release' || end === 'fail')
          }),
        )
        const { rows } = await store.pool.query(
          'SELECT client, count(*)::int AS steps FROM tally GROUP BY client ORDER BY client',
        )
        expect(rows).toEqual(
          clients.flatMap(({ statements, end }, number) =>
            end === 'COMMIT' ? [{ client: number, steps: statements }] : [],
          ),
        )
      }),
      { numRuns: 25 },
    )
  })

  it('gives values back as they were', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((value) => value.replaceAll('\0', ''))
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          text,
          whole: fc.integer(),
          real: fc.double({ noNaN: true, noDefaultInfinity: true }),
          truth: fc.boolean(),
          bytes: fc.uint8Array({ maxLength: 50 }),
          list: fc.array(fc.option(text), { maxLength: 5 }),
          json: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.constant(null)), { maxKeys: 4 }),
          time: fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        }),
        async ({ text, whole, real, truth, bytes, list, json, time }) => {
          const { rows, rowCount, command } = await store.pool.query(
            `SELECT $1::text AS text, $2::int AS whole, $3::float8 AS real, $4::boolean AS truth, $5::bytea AS bytes,
               $6::text[] AS list, $7::jsonb AS json, $8::timestamptz AS time, null::int AS nothing`,
            [text, whole, real, truth, Buffer.from(bytes), list, JSON.stringify(json), time],
          )
          expect({ rowCount, command }).toEqual({ rowCount: 1, command: 'SELECT' })
          const { real: number, bytes: read, ...rest } = rows[0] as { real: number; bytes: Buffer }
          expect(rest).toEqual({ text, whole, truth, list, json: { ...json }, time: time.toISOString(), nothing: null })
          expect(number + 0).toBe(real + 0)
          expect([...read]).toEqual([...bytes])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('runs several statements at once when there are no parameters', async () => {
    const results = await store.pool.query('SELECT 1 AS a; SELECT 2 AS b')
    expect(results).toMatchObject([{ rows: [{ a: 1 }] }, { rows: [{ b: 2 }] }])
  })

  it('says what was wrong with a statement', async () => {
    await expect(store.pool.query('SELECT * FROM nothing_there')).rejects.toMatchObject({ code: '42P01' })
    await expect(store.pool.query('SELECT $1::int', ['x'])).rejects.toMatchObject({ code: '22P02' })
  })

  it('brings a notification to those who listen, once it is committed', async () => {
    const [listener, deaf, sender] = await Promise.all([
      store.pool.connect(),
      store.pool.connect(),
      store.pool.connect(),
    ])
    const overheard: unknown[] = []
    deaf.on('notification', (note) => overheard.push(note))
    await listener.query('LISTEN "test Channel"')
    const heard: unknown[] = []
    listener.on('notification', ({ channel, payload }: { channel: string; payload: string }) => {
      heard.push({ channel, payload })
    })
    await sender.query('BEGIN')
    await sender.query(`SELECT pg_notify('test Channel', 'undone')`)
    await sender.query('ROLLBACK')
    const note = once(listener, 'notification')
    await sender.query(`SELECT pg_notify('test Channel', 'done')`)
    await note
    expect(heard).toEqual([{ channel: 'test Channel', payload: 'done' }])
    expect(overheard).toEqual([])
    for (const client of [listener, deaf, sender]) client.release(true)
  })

  it('sees its own schema first, BullMQ’s next, in UTC', async () => {
    const { rows } = await store.pool.query(
      `SELECT current_setting('search_path') AS path, current_setting('timezone') AS zone`,
    )
    const [{ path, zone }] = rows as [{ path: string; zone: string }]
    expect({ path: path.replaceAll(' ', ''), zone }).toEqual({ path: 'themewire,bullmq,public', zone: 'UTC' })
  })

  it('refuses queries after its end', async () => {
    const other = await fresh()
    const closed = await openStore(other)
    await closed.close()
    await expect(closed.pool.query('SELECT 1')).rejects.toThrow('after calling end on the pool')
    await other.dispose()
  })
})
