/** Months that are over, as an upgrade finds them, are summed one after the other while there is nothing else to do. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startWork } from '../../src/queue/work.ts'
import { backends } from '../servers.ts'
import { freshPlace } from './backends.ts'
import { readingPool } from './reading-pool.ts'

test('the months of an older store are all summed, with no minute between them', async () => {
  const place = await freshPlace(backends()[0]!)
  const context = await place.open({ clock: () => '2026-03-11T08:00:00.000Z' })
  const { db } = context.store
  await sql`INSERT INTO month_change (month, changed_at)
    SELECT month, now() - interval '1 hour' FROM generate_series('2025-10-01'::date, '2026-03-01', '1 month') month`.execute(
    db,
  )
  const work = await startWork(context, { pool: readingPool() })
  const months = async (): Promise<string[]> => {
    const { rows } = await sql<{ month: string }>`SELECT month::text FROM month_summed ORDER BY month`.execute(db)
    return rows.map(({ month }) => month)
  }
  await expect.poll(months).toEqual(['2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01'])
  await work.stop()
  await context.close()
  await place.dispose()
})
