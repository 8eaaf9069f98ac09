/** Everything an API test needs: a real store and queues in a folder of their own, the samples analysed, the app over them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApi } from '../../src/api/app.ts'
import type { Api } from '../../src/api/endpoint.ts'
import { readConfig } from '../../src/config.ts'
import { openContext, type Context } from '../../src/queue/context.ts'
import { addArticle, saveAnalysis } from '../../src/store/articles.ts'
import { analysisOf, samples, syndicated, type Sample } from './sample-store.ts'

export interface Running {
  readonly context: Context
  readonly app: Api
  /** Ids of the samples, in order; the last is the syndicated one. */
  readonly ids: readonly string[]
  /** Status and body of a request to the app, with no server in between. */
  readonly ask: (path: string, init?: RequestInit) => Promise<{ status: number; body: Body; headers: Headers }>
  readonly stop: () => Promise<void>
}
export interface Body {
  readonly data: Record<string, unknown>[] & Record<string, unknown>
  readonly meta: { found: number; returned: number; next: string | null; definitions: string }
  readonly error?: { code: string; message: string; hint?: string; details?: unknown }
}

/** Noon of the day the samples were read. */
export const readAt = '2026-03-13T12:00:00.000Z'

export async function save(context: Context, sample: Sample, now = readAt): Promise<string> {
  const { id } = await addArticle(context.store.db, { url: sample.url, backfill: false, now })
  await saveAnalysis(context.store.db, { id, analysis: analysisOf(id, sample), fetchedAt: now, now })
  return id
}

export async function start(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'themewire-api-'))
  const context = await openContext(readConfig({ folder, logLevel: 'silent' }, {}), pino({ level: 'silent' }))
  const ids: string[] = []
  for (const sample of [...samples, syndicated]) ids.push(await save(context, sample))
  const app = createApi(context)
  return {
    context,
    app,
    ids,
    ask: async (path, init) => {
      const response = await app.request(path, init)
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: JSON.parse(text) as Body }
    },
    stop: async () => {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
