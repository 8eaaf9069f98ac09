/** The examination that `doctor` reports: each check looks at one thing and goes on whatever it finds. */
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '../config.ts'
import { asThemewireError } from '../errors.ts'
import type { Models } from '../models.ts'
import { version } from '../version.ts'

export interface Check {
  readonly name: string
  readonly ok: boolean
  readonly says: string
  /** What to do about it. */
  readonly mend?: string
}

type Finding = string | { says: string; mend: string }

export async function examine(read: () => { config: Config; server: string | undefined }): Promise<Check[]> {
  const checks: Check[] = []
  const check = async (name: string, look: () => Promise<Finding> | Finding): Promise<void> => {
    try {
      const found = await look()
      checks.push({ name, ok: true, ...(typeof found === 'string' ? { says: found } : found) })
    } catch (error) {
      const { message, hint } = asThemewireError(error)
      checks.push({ name, ok: false, says: message, ...(hint === undefined ? {} : { mend: hint }) })
    }
  }
  await check('themewire', () => `${version} on Node ${process.versions.node}`)
  let config: Config | undefined
  await check('settings', () => {
    config = read().config
    return `${config.threads} analysis threads, ${config.fetches} fetches at once, one request per host each ${config.hostDelayMs} ms`
  })
  if (!config) return checks
  const settled = config
  let models: Models | undefined
  await check('models', async () => {
    models = await modelsOf(settled)
    return `${settled.modelsFolder}: version ${models.version}`
  })
  await check('pipeline', () => lookAtPipeline(settled, models))
  await check('store', () => lookAtStore(settled))
  await check('queue', () => lookAtQueue(settled))
  await check('server', () => lookAtServer(read().server ?? `http://${settled.host}:${settled.port}`))
  return checks
}

/** All of them, each part built. */
async function modelsOf(config: Config): Promise<Models> {
  const { loadModels } = await import('../models.ts')
  const { listingsFileIn } = await import('../listings-file.ts')
  const models = loadModels(config.modelsFolder, listingsFileIn(config.folder))
  // A part that is wrong says so when it is first read.
  Object.values(models)
  return models
}

/** What it names is looked up where the models are right: a fault of theirs is told once, as theirs. */
async function lookAtPipeline(config: Config, models: Models | undefined): Promise<string> {
  const { readPipelineFile } = await import('../pipeline-file.ts')
  const settings = readPipelineFile(config.pipelineFile)
  const { annotators, feeds, digest, alerts } = settings
  if (models !== undefined) {
    const [{ checkAlerts }, { makePipeline }] = await Promise.all([
      import('../alerts/check.ts'),
      import('../pipeline.ts'),
    ])
    checkAlerts(settings, models)
    makePipeline(settings, models)
  }
  return `${config.pipelineFile}: ${annotators.length} annotators, ${feeds.length} feeds, ${alerts.length} alerts, digest at ${digest.at} ${digest.timezone}`
}

async function lookAtStore(config: Config): Promise<Finding> {
  if (config.databaseUrl === undefined) {
    const { readOwner } = await import('../store/folder-lock.ts')
    const owner = readOwner(config.folder)
    if (owner) return `${config.folder}, in use by process ${owner.pid}${owner.address ? ` at ${owner.address}` : ''}`
    if (!existsSync(config.folder)) {
      accessSync(existingParent(config.folder), constants.W_OK)
      return { says: `${config.folder} is not there yet`, mend: 'it is made when first needed; nothing to do' }
    }
  }
  const { openStore } = await import('../store/connect.ts')
  const store = await openStore({ databaseUrl: config.databaseUrl, folder: config.folder })
  try {
    const { countArticles } = await import('../store/articles.ts')
    return `${store.where}: ${await countArticles(store.db)} articles`
  } finally {
    await store.close()
  }
}

const existingParent = (folder: string): string => (existsSync(folder) ? folder : existingParent(dirname(folder)))

async function lookAtQueue(config: Config): Promise<string> {
  if (config.redisUrl === undefined)
    return config.databaseUrl === undefined ? 'in the embedded database' : 'in the same PostgreSQL'
  const { connectRedis } = await import('../queue/connect-redis.ts')
  const redis = await connectRedis(config.redisUrl, () => {})
  await redis.close()
  return `Redis answers at ${new URL(config.redisUrl).host}`
}

async function lookAtServer(address: string): Promise<Finding> {
  const { themewire } = await import('../client/client.ts')
  try {
    await themewire({ server: address, timeoutMs: 2000 }).queue()
    return `answers at ${address}`
  } catch {
    return {
      says: `nothing answers at ${address}`,
      mend: 'that is fine: commands open the store themselves; `themewire up` starts one',
    }
  }
}
