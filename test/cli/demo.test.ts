/** The demo: ends by itself, prints a digest, leaves a folder that can be queried; twice the same; and the README shows it truly. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoExcerpt } from '../../src/dev/docs.ts'
import { emptyFolder, root, run, type Ended } from './command.ts'

const place = emptyFolder()
let first: Ended
let took: number
beforeAll(async () => {
  const from = performance.now()
  first = await run(['demo'], { cwd: place.path })
  took = performance.now() - from
}, 240_000)
afterAll(() => place.remove())

const digestOf = (out: string): string => out.slice(out.indexOf('# Market themes'))

describe('npm run demo', () => {
  it('ends by itself within a minute, with a digest and what to try next', () => {
    expect(first.code, first.err).toBe(0)
    expect(took).toBeLessThan(60_000)
    expect(first.out).toMatch(/^# Market themes, Friday, 13 March 2026$/m)
    for (const head of ['Themes', 'Phrases', 'Rates', 'Policy', 'Instruments', 'Ahead', 'Left out'])
      expect(first.out).toContain(`\n## ${head}\n`)
    expect(first.out).toMatch(/Great Rotation/)
    expect(first.out).toMatch(/\*\*patience premium\*\*: 3 stories of the day/)
    expect(first.out).toMatch(/Bank of Japan raised rates to 1%/)
    expect(first.out).toMatch(/Dax schließt im Plus.*another language \(de\)/)
    expect(first.err).not.toMatch(/failed/)
  })

  it('leaves a folder that the next commands can query', async () => {
    for (const command of ['themes rotation', 'policy', 'digest 2026-03-13']) {
      const answer = await run([...command.split(' '), '--data', 'themewire-demo'], { cwd: place.path })
      expect(answer.code, answer.err).toBe(0)
      expect(answer.out.length).toBeGreaterThan(200)
    }
  })

  it('prints the same digest again, and starts afresh', async () => {
    const second = await run(['demo'], { cwd: place.path })
    expect(second.code, second.err).toBe(0)
    expect(digestOf(second.out)).toBe(digestOf(first.out))
  })

  it('leaves its feed paused, for its host is there no more', async () => {
    const feeds = await run(['feeds', 'list', '--data', 'themewire-demo', '--format', 'json'], { cwd: place.path })
    expect(JSON.parse(feeds.out)).toMatchObject([{ status: 'paused' }])
  })

  it('stands in the README as it is', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(demoExcerpt(first.out))
  })

  it('leaves a folder alone that it did not make', async () => {
    const other = emptyFolder()
    await run(['worker', '--drain', '--data', 'themewire-demo'], { cwd: other.path })
    const answer = await run(['demo'], { cwd: other.path })
    expect(answer.code).toBe(6)
    expect(answer.err).toMatch(/was not made by the demo\n {2}→ /)
    other.remove()
  })
})
