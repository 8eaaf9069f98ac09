/** The many-machines shape as processes: one API that does not work, two workers, PostgreSQL and Redis. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { themewire } from '../../src/client/client.ts'
import { backends } from '../servers.ts'
import { ended, lineOf, root } from './command.ts'

const shared = backends().find((backend) => backend.name === 'postgres+redis')

describe.skipIf(!shared)('the cluster script', () => {
  it('serves what its workers have worked off, and stops as one', async () => {
    const place = await shared!.fresh()
    const cluster = spawn(
      process.execPath,
      ['--import', 'tsx', join(root, 'src/dev/cluster.ts'), '--workers', '2', '--port', '0'],
      {
        cwd: root,
        env: { ...process.env, DATABASE_URL: place.databaseUrl, REDIS_URL: place.redisUrl, THEMEWIRE_LOG: 'warn' },
      },
    )
    const [, server = ''] = await lineOf(cluster, /listens on (http:\S+)/)
    const client = themewire({ server })
    const texts = Array.from({ length: 12 }, (_, i) => ({
      text: `Shares of Nvidia (NASDAQ: NVDA) rose ${i + 1}% on Monday, day ${i} of the rally, traders said.`,
    }))
    const seen = new Set<string>()
    const stop = new AbortController()
    let added: Awaited<ReturnType<typeof client.add>> | undefined
    for await (const event of client.events({ signal: stop.signal })) {
      // Added once the stream is open, which its first event says: what is worked off before would not be heard of.
      added ??= await client.add({ items: texts })
      if (event.event === 'article') seen.add(event.data.id)
      if (seen.size === texts.length) break
    }
    stop.abort()
    expect(added?.map((one) => one.outcome)).toEqual(texts.map(() => 'queued'))
    expect([...seen].sort()).toEqual(added?.map((one) => one.id).sort())
    cluster.kill('SIGTERM')
    expect(await ended(cluster)).toBe(0)
    await place.dispose()
  }, 240_000)
})
