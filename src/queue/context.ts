/** What every command, route and worker works with: the configuration, the store, the queues, the pipeline's settings. */
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { KnownTheme } from '../models.ts'
import { readPipelineFile, type PipelineSettings } from '../pipeline-file.ts'
import { articleStates, reopenArticles } from '../store/article-state.ts'
import { openStore, type Store } from '../store/connect.ts'
import { releaseAllHosts } from '../store/reservations.ts'
import { openQueues, type QueueOptions, type Queues } from './backend.ts'

export interface Context {
  readonly config: Config
  readonly store: Store
  readonly queues: Queues
  readonly settings: PipelineSettings
  readonly log: Logger
  /** Those that articles are analysed for here, as they were when first asked for. */
  themes(): Promise<readonly KnownTheme[]>
  /** ISO 8601, UTC. */
  readonly clock: () => string
  close(): Promise<void>
}

export interface ContextOptions {
  readonly clock?: () => string
  readonly retries?: QueueOptions['retries']
}

/** Opens store and queues. Throws `bad-pipeline`, `store-locked`, `store-unreachable`, `store-version`, `queue-unreachable`. */
export async function openContext(config: Config, log: Logger, options: ContextOptions = {}): Promise<Context> {
  const settings = readPipelineFile(config.pipelineFile)
  const onError = (error: Error): void => log.warn({ err: error }, 'a connection failed; it is tried again')
  const store = await openStore({ databaseUrl: config.databaseUrl, folder: config.folder, onError })
  let queues: Queues
  try {
    queues = await openQueues({
      store,
      databaseUrl: config.databaseUrl,
      redisUrl: config.redisUrl,
      onError,
      retries: options.retries,
      articles: {
        urlsOf: async (ids) => new Map([...(await articleStates(store.db, ids))].map(([id, { url }]) => [id, url])),
        reopen: (ids) => reopenArticles(store.db, ids),
      },
    })
    // Whoever has just opened a folder is alone in it: what is marked as being worked on was left by the dead.
    const returned = await queues.returnOrphans()
    if (store.kind === 'embedded') await releaseAllHosts(store.db)
    if (returned > 0) log.info({ jobs: returned }, 'jobs of a process that was killed are waiting again')
  } catch (error) {
    await store.close()
    throw error
  }
  let themes: Promise<readonly KnownTheme[]> | undefined
  return {
    config,
    store,
    queues,
    settings,
    log,
    themes: () =>
      (themes ??= import('../models.ts').then(({ knownThemes }) => knownThemes(config.modelsFolder, settings.themes))),
    clock: options.clock ?? (() => new Date().toISOString()),
    async close() {
      await queues.close()
      await store.close()
    },
  }
}
