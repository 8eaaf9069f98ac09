/** A process that is killed in the middle of its work loses nothing: the next one goes on, and each article is read once. */
import { afterAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { addArticles } from '../../src/queue/add-articles.ts'
import { backends } from '../servers.ts'
import { freshPlace } from './backends.ts'
import { page, servePages } from './pages.ts'
import { startWorker, type WorkerProcess } from './worker-process.ts'

const half = 250
const pages = await servePages((request, response) => page(response, `Company ${request.url!.slice(1)}`))
const [embedded] = backends()
const place = await freshPlace(embedded!)
afterAll(async () => {
  await place.dispose()
  await pages.close()
})

/** Resolves when so many articles have been analysed by it. */
const analyzed = (worker: WorkerProcess, count: number): Promise<void> =>
  new Promise((resolve) => {
    let left = count
    worker.onProgress(({ queue, outcome }) => {
      if (queue === 'analyze' && outcome === 'done' && --left === 0) resolve()
    })
  })

test('kill -9 twice in the middle of 500 articles', { timeout: 240_000 }, async () => {
  const config = place.config({ allowHosts: [pages.host], hostDelayMs: 0 })
  const before = await place.open({ allowHosts: [pages.host] })
  const urls = Array.from({ length: half }, (_, index) => pages.url(`/${index}`))
  const items = Array.from({ length: half }, (_, index) => ({
    text: `Number ${index} of the invented companies said on Tuesday that its sales rose by ${index} million dollars. Its shares gained.`,
  }))
  const added = await addArticles(before, { urls, items })
  expect(added.every(({ outcome }) => outcome === 'queued')).toBe(true)
  await before.close()

  for (const count of [120, 150]) {
    const worker = startWorker(config)
    await analyzed(worker, count)
    await worker.kill()
  }

  const started = performance.now()
  const last = startWorker(config)
  await analyzed(last, 1)
  const ready = await last.ready
  const goingOn = performance.now() - started
  await last.stopWhenIdle()
  process.stderr.write(
    `after kill -9: workers ready in ${Math.round(ready)} ms, first article in ${Math.round(goingOn)} ms\n`,
  )
  // BullMQ alone would leave what was in hand for 60 s.
  expect(goingOn).toBeLessThan(15_000)

  const after = await place.open()
  try {
    const { rows } = await sql<{ articles: string; readings: string; read: string }>`
      SELECT (SELECT count(*) FROM article WHERE status IN ('analyzed', 'duplicate')) AS articles,
             (SELECT count(*) FROM analysis) AS readings,
             (SELECT count(DISTINCT article_id) FROM analysis) AS read`.execute(after.store.db)
    expect(rows[0]).toEqual({ articles: '500', readings: '500', read: '500' })
    for (const { waiting, active, delayed, failed, queue } of await after.queues.state()) {
      if (queue === 'fetch' || queue === 'analyze')
        expect({ waiting, active, delayed, failed }).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 })
    }
  } finally {
    await after.close()
  }
})
