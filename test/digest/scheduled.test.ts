/** The digest job: in the morning it keeps what came since the last close, and the day before, which is whole by then. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openContext } from '../../src/queue/context.ts'
import { startWork } from '../../src/queue/work.ts'
import { listDigests } from '../../src/store/digests.ts'
import { background, date, fill, tell, timezone, today } from './market-store.ts'

test('keeps the day that is due and completes the one before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'themewire-scheduled-'))
  const config = readConfig({ folder, logLevel: 'silent' }, {})
  let now = '2026-03-13T11:00:00.000Z'
  const context = await openContext(config, pino({ level: 'silent' }), { clock: () => now })
  const { store, queues } = context
  const made = async (): Promise<unknown[]> => {
    await queues.add('digest', {})
    const work = await startWork(context, { queues: ['digest'] })
    await work.idle()
    await work.stop()
    return (await listDigests(store.db)).map((row) => [row.date, row.timezone, row.edition]).slice(0, 2)
  }
  try {
    expect(await made()).toEqual([])
    await fill(store.db, [...background, today[0]!])
    expect(await made()).toEqual([
      [date, timezone, 1],
      ['2026-03-12', timezone, 1],
    ])
    await tell(store.db, today.at(-3)!)
    // On Saturday Friday's is still the one due; what came since makes another edition of it, and of Thursday's none.
    now = '2026-03-14T11:00:00.000Z'
    expect(await made()).toEqual([
      [date, timezone, 2],
      ['2026-03-12', timezone, 1],
    ])
  } finally {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
