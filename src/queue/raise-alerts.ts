/** Job `alert`: holds an article that has been read against the alert rules, and queues who has to be told. */
import { raiseAlerts as raise } from '../alerts/raise.ts'
import { listingsFileIn } from '../listings-file.ts'
import { pendingDeliveries } from '../store/alerts.ts'
import type { Context } from './context.ts'
import type { JobData } from './jobs.ts'

/** Run again after it was killed, it raises nothing twice and queues what was left. */
export async function raiseAlerts(context: Context, { about }: JobData['alert']): Promise<void> {
  const { store, settings, clock } = context
  await raise(store.db, settings.alerts, { articleId: about, now: clock() })
  await queueDeliveries(context)
}

/** After an article has been read, or found to have been: whoever was killed in between had not yet said so. */
export async function queueAlerts({ settings, queues }: Context, articleId: string): Promise<void> {
  if (settings.alerts.length > 0) await queues.add('alert', { about: articleId })
}

/** Adding a job that is there changes nothing. */
export async function queueDeliveries({ store, queues }: Context): Promise<void> {
  const pending = await pendingDeliveries(store.db)
  if (pending.length > 0) await queues.addMany('deliver', pending)
}

/** Before work begins: are there the themes, banks and secrets that the pipeline file names? Throws `bad-pipeline`. */
export async function assertAlerts({ settings, config }: Pick<Context, 'settings' | 'config'>): Promise<void> {
  if (settings.alerts.length + settings.webhooks.length === 0) return
  const [{ checkAlerts }, { loadModels }] = await Promise.all([import('../alerts/check.ts'), import('../models.ts')])
  checkAlerts(settings, loadModels(config.modelsFolder, listingsFileIn(config.folder)))
}
