/** The commands on feeds, in processes of their own. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyFolder, run, type Ended } from './command.ts'
import { feed, page, servePages, type Pages } from '../queue/pages.ts'

const folder = emptyFolder()
let pages: Pages
beforeAll(async () => {
  pages = await servePages((request, response) =>
    request.url === '/rss'
      ? feed(response, [])
      : response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body></body></html>'),
  )
})
afterAll(async () => {
  await pages.close()
  folder.remove()
})
const feeds = (args: string[], input = ''): Promise<Ended> =>
  run(['feeds', ...args], { input, env: { THEMEWIRE_DATA: folder.path, THEMEWIRE_ALLOW_HOSTS: pages.host } })

it('adds the feed a page names, imports and exports lists, pauses, resumes and sets rules', async () => {
  const added = await feeds(['add', pages.url('/'), '--keep', 'copper', 'tin*'])
  expect(added).toMatchObject({ code: 0, out: expect.stringContaining(pages.url('/rss')) as string })
  const list = `<opml><body><outline xmlUrl="https://wire.example/rss?a=1&amp;b=2"/><outline xmlUrl="${pages.url('/rss')}"/><outline xmlUrl="ftp://wire.example/"/></body></opml>`
  const imported = await feeds(['import', '-'], list)
  expect(imported).toMatchObject({ code: 0, out: '1 of 3 feeds added\n' })
  expect(imported.err).toContain('left out')
  expect((await feeds(['pause', 'https://wire.example/rss?a=1&b=2'])).code).toBe(0)
  const rows = JSON.parse((await feeds(['list', '--format', 'json'])).out) as { url: string }[]
  expect(rows).toMatchObject([
    { url: pages.url('/rss'), keep: ['copper', 'tin*'], status: 'new' },
    { url: 'https://wire.example/rss?a=1&b=2', status: 'paused' },
  ])
  expect((await feeds(['rules', pages.url('/rss'), '--block', 'opinion'])).out).toMatch(
    /keep copper · keep tin\* · block opinion/,
  )
  const exported = await feeds(['export'])
  expect(exported.out).toContain('xmlUrl="https://wire.example/rss?a=1&amp;b=2"')
  expect(await feeds(['import', '-'], exported.out)).toMatchObject({ out: '0 of 2 feeds added\n' })
}, 240_000)

it('a feed of the pipeline file would come back, so its removal is refused, with what to do; a pause lasts', async () => {
  const other = emptyFolder()
  const pipeline = join(other.path, 'pipeline.yml')
  writeFileSync(pipeline, 'name: mine\nannotators: [tables]\nfeeds:\n  - url: https://wire.example/rss\n')
  const mine = (...args: string[]): Promise<Ended> =>
    run([...args, '--pipeline', pipeline, '--data', join(other.path, 'store')], {
      input: '<opml><body><outline xmlUrl="https://wire.example/rss"/></body></opml>',
    })
  await mine('feeds', 'import', '-')
  const removed = await mine('feeds', 'remove', 'https://wire.example/rss')
  expect(removed).toMatchObject({ code: 6, out: '' })
  expect(removed.err).toMatch(/stands in the pipeline file.*\n.*pause it, which lasts.*pipeline\.yml/)
  await mine('feeds', 'pause', 'https://wire.example/rss')
  await mine('worker', '--drain')
  expect((await mine('feeds', 'list')).out).toContain('paused')
  other.remove()
}, 240_000)

it('polls a feed that was just added when it drains, and says what it did', async () => {
  const other = emptyFolder()
  const site: Pages = await servePages((request, response) =>
    request.url === '/rss'
      ? feed(response, [{ title: 'One', link: site.url('/one') }])
      : request.url === '/one'
        ? page(response, 'Northwind')
        : response.writeHead(404).end(),
  )
  const env = { THEMEWIRE_DATA: other.path, THEMEWIRE_ALLOW_HOSTS: site.host, THEMEWIRE_LOG: 'error', THEMEWIRE_HOST_DELAY_MS: '10' } // prettier-ignore
  await run(['feeds', 'add', site.url('/rss')], { env })
  const drained = await run(['worker', '--drain'], { env })
  expect(drained).toMatchObject({ code: 0, out: '' })
  expect(drained.err).toMatch(/^1 feed polled · 1 fetched · 1 analysed · none failed · /)
  await run(['add', site.url('/none')], { env })
  const again = await run(['worker', '--drain', '--json'], { env })
  expect(JSON.parse(again.out)).toEqual({ feeds: 0, fetched: 0, analyzed: 0, failed: 1 })
  expect((await run(['worker', '--json'], { env })).code).toBe(2)
  await site.close()
  other.remove()
}, 240_000)
