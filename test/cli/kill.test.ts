/** `kill -9` of `themewire up` in the middle of its work, with the real pipeline: everything is analysed, each once, and it goes on at once. */
import { afterAll, describe, expect, it } from 'vitest'
import { themewire, type Client } from '../../src/client/client.ts'
import { emptyFolder, ended, lineOf, start } from './command.ts'

const place = emptyFolder()
afterAll(() => place.remove())

const count = 80
const texts = Array.from({ length: count }, (_, i) => ({
  title: `Story ${i}: chip makers slide as rates stay high`,
  text: `Shares of Nvidia (NASDAQ: NVDA) fell ${(i % 9) + 1}% on day ${i} as money moved into small caps. Desk ${i * 7919} said item ${i * 31} of its list mattered most.`,
  publishedAt: '2026-03-11T10:00:00Z',
}))

async function up(): Promise<{ child: ReturnType<typeof start>; client: Client }> {
  const child = start(['up', '--port', '0', '--data', place.path], { env: { THEMEWIRE_LOG: 'warn' } })
  const [, server = ''] = await lineOf(child, /listens on (http:\S+)/)
  return { child, client: themewire({ server }) }
}

/** Resolves when so many articles are analysed. */
async function untilAnalyzed(client: Client, goal: number): Promise<number> {
  for (;;) {
    const { meta } = await client.articles({ status: 'analyzed', limit: 1 })
    if (meta.found >= goal) return meta.found
  }
}

it('ends with a clear error when its data folder is taken away', { timeout: 240_000 }, async () => {
  const other = emptyFolder()
  const child = start(['up', '--port', '0', '--data', other.path], { env: { THEMEWIRE_LOG: 'silent' } })
  await lineOf(child, /listens on (http:\S+)/)
  let said = ''
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
  other.remove()
  expect(await ended(child)).toBe(6)
  expect(said).toContain(`the data folder ${other.path} was taken away`)
})

describe('themewire up, killed in the middle', () => {
  it('loses nothing, does nothing twice, and goes on', async () => {
    const first = await up()
    const added = await first.client.add({ items: texts })
    expect(added.every((one) => one.outcome === 'queued')).toBe(true)
    await untilAnalyzed(first.client, 10)
    first.child.kill('SIGKILL')
    await ended(first.child)
    const from = performance.now()
    const second = await up()
    const before = (await second.client.articles({ status: 'analyzed', limit: 1 })).meta.found
    expect(before).toBeLessThan(count)
    await untilAnalyzed(second.client, before + 1)
    const goesOnAfter = performance.now() - from
    // 5 s is the promise for the built program on a quiet machine (measured: 2.2 s); this one compiles its source as it starts.
    expect(goesOnAfter).toBeLessThan(90_000)
    await untilAnalyzed(second.client, count)
    const findings = await second.client.findings({ kinds: 'instrument', tickers: 'NVDA', limit: 1000 })
    expect(findings.meta.found).toBe(count)
    expect(new Set(findings.data.map((row) => row.source.articleId))).toEqual(new Set(added.map((one) => one.id)))
    const state = await second.client.queue()
    expect(state.map((queue) => queue.failed + queue.active)).toEqual(state.map(() => 0))
    second.child.kill('SIGTERM')
    expect(await ended(second.child)).toBe(0)
  }, 240_000)
})
