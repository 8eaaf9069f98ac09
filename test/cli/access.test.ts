/** A server beyond this machine, as its owner sets it up: refused without a token, asked with one, and open to commands beside it. */
import { afterAll, expect, it } from 'vitest'
import { emptyFolder, ended, lineOf, run, start } from './command.ts'

const place = emptyFolder()
afterAll(() => place.remove())

it('`up` beyond loopback needs a token, asks for it, and lets commands of the same user in', async () => {
  const data = ['--data', place.path]
  const beyond = ['up', '--no-work', '--host', '0.0.0.0', '--port', '0', ...data]
  const refused = await run(beyond)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('themewire tokens add')

  const made = await run(['tokens', 'add', 'desk', ...data])
  const token = made.out.trim()
  expect(token).toMatch(/^tw_[\w-]{43}$/)
  const child = start(beyond, { env: { THEMEWIRE_LOG: 'warn' } })
  const [, port = ''] = await lineOf(child, /listens on http:\/\/0\.0\.0\.0:(\d+)/)
  const server = `http://127.0.0.1:${port}`
  expect((await fetch(`${server}/v1/themes`)).status).toBe(401)
  expect((await fetch(`${server}/`)).status).toBe(401)

  const [asked, given, beside] = await Promise.all([
    run(['queue', '--server', server]),
    run(['queue', '--server', server], { env: { THEMEWIRE_TOKEN: token } }),
    run(['tokens', '--format', 'csv', ...data]),
  ])
  expect(asked).toMatchObject({ code: 2, out: '' })
  expect(asked.err).toContain('asks for a token')
  expect(given.code).toBe(0)
  expect(beside.out).toContain('desk,read')
  child.kill('SIGTERM')
  expect(await ended(child)).toBe(0)
}, 240_000)
