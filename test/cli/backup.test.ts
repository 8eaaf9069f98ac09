/** A store moves from the embedded folder to PostgreSQL and back through one file, and answers the same. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { backends } from '../servers.ts'
import { emptyFolder, run } from './command.ts'

const place = emptyFolder()
afterAll(() => place.remove())
const postgres = backends().find((backend) => backend.name === 'postgres')

const article =
  'Fed holds rates\n\nThe Federal Reserve held its target range at 3.50% to 3.75% on Wednesday. Nvidia (NASDAQ: NVDA) rose 2%.'

describe('backup and restore', () => {
  const first = join(place.path, 'first')
  const file = join(place.path, 'store.jsonl.gz')
  let findings: string

  it('writes the whole embedded store to a file', async () => {
    const added = await run(['add', '-', '--published', '2026-03-11T14:00:00-04:00', '--backfill', '--data', first], {
      input: article,
    })
    expect(added.code, added.err).toBe(0)
    const worked = await run(['worker', '--drain', '--data', first], { env: { THEMEWIRE_LOG: 'warn' } })
    expect(worked.code, worked.err).toBe(0)
    findings = (await run(['findings', '--format', 'json', '--data', first])).out
    expect(JSON.parse(findings)).toMatchObject({ meta: { found: expect.any(Number) as number } })
    expect(findings).toContain('"NVDA"')
    const { code, out, err } = await run(['backup', file, '--data', first])
    expect(err).toBe('')
    expect(out).toMatch(/^1 articles with \d+ findings of .*first written to .*store\.jsonl\.gz/)
    expect(code).toBe(0)
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  it('restores it elsewhere with the same answers, and never over what is there', async () => {
    const second = join(place.path, 'second')
    expect(await run(['restore', file, '--data', second])).toMatchObject({ code: 0, err: '' })
    expect((await run(['findings', '--format', 'json', '--data', second])).out).toBe(findings)
    const again = await run(['restore', file, '--data', second])
    expect(again).toMatchObject({ code: 6, out: '' })
    expect(again.err).toMatch(/the store is not empty\n {2}→ /)
  })

  it('refuses a file that is no backup, and one that is not there', async () => {
    const odd = join(place.path, 'odd.gz')
    writeFileSync(odd, 'not a backup')
    const third = join(place.path, 'third')
    expect((await run(['restore', odd, '--data', third])).code).toBe(2)
    const missing = await run(['restore', join(place.path, 'none.gz'), '--data', third])
    expect(missing.err).toMatch(/cannot read .*none\.gz/)
    expect(missing.code).toBe(2)
  })

  it.skipIf(!postgres)('moves to PostgreSQL and back', async () => {
    const server = await postgres!.fresh()
    const env = { DATABASE_URL: server.databaseUrl! }
    expect((await run(['restore', file], { env })).code).toBe(0)
    expect((await run(['findings', '--format', 'json'], { env })).out).toBe(findings)
    const back = join(place.path, 'back.jsonl.gz')
    expect((await run(['backup', back], { env })).code).toBe(0)
    const home = join(place.path, 'home')
    expect((await run(['restore', back, '--data', home])).code).toBe(0)
    expect((await run(['findings', '--format', 'json', '--data', home])).out).toBe(findings)
    await server.dispose()
  })
})
