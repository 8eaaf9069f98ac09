/** Alerts from end to end: a text is added to a running server, a webhook hears of it, commands and page show it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { themewire } from '../../src/client/client.ts'
import { ended, emptyFolder, lineOf, root, run, start } from '../cli/command.ts'
import { isSigned, receive } from './receiver.ts'

const place = emptyFolder()
const folder = join(place.path, 'store')
afterAll(() => place.remove())

const secret = `whsec_${Buffer.alloc(24, 9).toString('base64')}`
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function pipeline(url: string): string {
  const file = join(place.path, 'pipeline.yml')
  writeFileSync(
    file,
    `name: mine
annotators: [tables, instruments, rates, policy]
refiners: [merge-duplicates, by-relevance]
alerts:
  - { name: fed, on: decision, banks: [FED], actions: [cut], webhooks: [desk] }
webhooks:
  - { name: desk, url: "${url}", private: true, secret: { env: DESK_SECRET } }
`,
  )
  return file
}

it('news of a decision reaches the webhook, the command and the page', async () => {
  const desk = await receive((response) => response.end('<b>thank you</b>'))
  const args = ['--pipeline', pipeline(desk.url), '--data', folder]
  const server = start(['up', '--port', '0', ...args], {
    env: { THEMEWIRE_LOG: 'warn', DESK_SECRET: secret },
    // Where tsx learns how pages are compiled.
    cwd: root,
  })
  const [, address = ''] = await lineOf(server, /listens on (http:\S+)/)
  const published = new Date(Date.now() - 1_800_000)
  const day = weekdays[published.getUTCDay()]
  await themewire({ server: address }).add({
    items: [
      {
        title: 'Fed cuts rates <img src=x onerror=alert(1)>',
        text: `The Federal Reserve cut its target range by a quarter point to 3.25% to 3.50% on ${day} <script>alert(1)</script>. Two members voted against.`,
        publishedAt: published.toISOString(),
      },
    ],
  })
  await desk.came(1)
  const [message] = desk.received
  expect(isSigned(message!, secret)).toBe(true)
  expect(JSON.parse(message!.body)).toMatchObject({
    type: 'alert.decision',
    data: { rule: 'fed', subject: 'FED', title: expect.stringMatching(/^Fed cut rates to 3\.25–3\.5%/) as string },
  })
  await expect
    .poll(async () => (await run(['alerts', '--data', folder])).out, { timeout: 30_000 })
    .toMatch(/fed\s+Fed cut rates to 3\.25–3\.5%.*desk told/)
  const page = await (await fetch(`${address}/alerts`)).text()
  expect(page).toContain('<strong>Fed cut rates to 3.25–3.5%')
  expect(page).toContain('desk: told at')
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toMatch(/<script|<img/)
  const tested = await run(['alerts', 'test', 'fed', '--data', folder])
  expect(tested).toMatchObject({ code: 0, err: '' })
  expect(tested.out).toContain('desk told')
  const unknown = await run(['alerts', 'test', 'none', '--data', folder])
  expect(unknown).toMatchObject({ code: 4, out: '' })
  expect(unknown.err).toMatch(/there is no alert rule "none"\n {2}→ the pipeline file has: fed/)
  await desk.close()
  const away = await run(['alerts', 'test', 'fed', '--data', folder])
  expect(away.code).toBe(5)
  expect(away.err).toMatch(
    /desk: 127\.0\.0\.1:\d+ could not be read: it refuses the connection\n {2}→ mend the webhook/,
  )
  server.kill('SIGTERM')
  expect(await ended(server)).toBe(0)
})

it('nothing starts without the secret, and doctor says so', async () => {
  const args = ['--pipeline', pipeline('http://127.0.0.1:9'), '--data', join(place.path, 'other')]
  const up = await run(['up', '--port', '0', ...args])
  expect(up.code).toBe(3)
  expect(up.err).toMatch(
    /webhook "desk": the environment variable DESK_SECRET holds no secret\n {2}→ make a secret with/,
  )
  const doctor = await run(['doctor', ...args])
  expect(doctor.out).toMatch(/BAD {2}pipeline .*DESK_SECRET holds no secret/)
  expect(doctor.out).toMatch(/ok {3}models /)
})
