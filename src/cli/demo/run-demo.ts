/** The demo: serve the samples, queue them, work them off, print the last day's digest, end. */
import { existsSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createApi } from '../../api/app.ts'
import { themewire } from '../../client/client.ts'
import { readConfig } from '../../config.ts'
import { buildDigest } from '../../digest/build.ts'
import { renderMarkdown } from '../../digest/render-markdown.ts'
import { ThemewireError } from '../../errors.ts'
import { openContext, type Context } from '../../queue/context.ts'
import { startWork } from '../../queue/work.ts'
import { makeLog } from '../log.ts'
import { print } from '../terminal.ts'
import { progressBar } from './progress-bar.ts'
import { sampleOrigin, startSampleServer } from './sample-server.ts'

export const demoFolder = 'themewire-demo'
const marker = 'made-by-the-demo'

export async function runDemo(): Promise<void> {
  const folder = freshFolder()
  const samples = await startSampleServer()
  const config = readConfig({
    folder,
    databaseUrl: undefined,
    redisUrl: undefined,
    // The samples' made-up host stands for the demo's own server; nothing else private may be fetched.
    allowHosts: [`${new URL(sampleOrigin).hostname}=${samples.host}`],
    hostDelayMs: 0,
    logLevel: process.env['THEMEWIRE_LOG'] ?? 'silent',
  })
  const context = await openContext(config, makeLog(config))
  try {
    const { failed } = await workOff(context, samples)
    const digest = await buildDigest(context.store.db, {
      date: await lastDay(context),
      ...context.settings.digest,
    })
    await print(`\n${renderMarkdown(digest)}${closingWords(digest.date, failed)}`)
  } finally {
    await context.close()
    await samples.close()
  }
}

/** A folder of its own, so that a demo never touches what is stored; thrown away and made anew. */
function freshFolder(): string {
  const folder = resolve(demoFolder)
  if (existsSync(folder) && !existsSync(join(folder, marker))) {
    throw new ThemewireError('conflict', `${folder} is there and was not made by the demo`, {
      hint: 'move it away, or run the demo in another folder',
    })
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, marker), 'Made by `themewire demo`, which deletes this folder when it runs again.\n')
  return folder
}

async function workOff(
  context: Context,
  samples: Awaited<ReturnType<typeof startSampleServer>>,
): Promise<{ failed: number }> {
  const api = createApi(context)
  const client = themewire({ fetch: async (input, init) => api.request(input, init) })
  await print(`queueing ${samples.articles.length} articles and a feed, served from ${samples.host}\n`)
  await client.add({ items: samples.articles, backfill: true })
  const feed = await client.addFeed(samples.feedUrl)
  const bar = progressBar('reading and analysing')
  const started = performance.now()
  let done = 0
  let failed = 0
  const work = await startWork(context)
  work.on('progress', (event) => {
    if (event.outcome === 'failed') failed++
    if (event.outcome === 'failed' || (event.queue === 'analyze' && event.outcome === 'done'))
      bar.set(++done, samples.count)
  })
  await work.idle()
  bar.end(
    `${done - failed} articles in ${((performance.now() - started) / 1000).toFixed(1)} s${failed > 0 ? `, ${failed} failed` : ''}`,
  )
  await work.stop()
  // Its host exists only while the demo runs.
  await client.changeFeed(feed.id, { paused: true })
  return { failed }
}

/** The day whose digest tells of the newest dated article. */
async function lastDay(context: Context): Promise<string> {
  const { listArticles } = await import('../../store/articles.ts')
  const { digestDateAt } = await import('../../digest/window.ts')
  const { data } = await listArticles(context.store.db, { sort: 'latest', limit: 50, status: ['analyzed'] })
  const newest = data.find((article) => article.publishedAt !== null)
  if (!newest?.publishedAt) throw new ThemewireError('internal', 'no sample was analysed')
  return digestDateAt(newest.publishedAt, context.settings.digest.market)
}

const closingWords = (date: string, failed: number): string =>
  `
Try next:
  npx themewire themes rotation --data ${demoFolder}
  npx themewire policy --data ${demoFolder}
  npx themewire up --data ${demoFolder}        and open http://127.0.0.1:8321/digests/${date}
${failed > 0 ? `\n${failed} articles failed: npx themewire queue --data ${demoFolder}\n` : ''}`
