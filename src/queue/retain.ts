/** Job `retain`: removes what is older than the pipeline file keeps articles, batch by batch. */
import type { JobData } from './jobs.ts'
import { takeDown } from './take-down.ts'
import type { WorkContext } from './work.ts'

export async function retain(
  context: WorkContext,
  _data: JobData['retain'],
  signal: AbortSignal,
): Promise<{ articles: number }> {
  const { settings, clock, log } = context
  if (!settings.retention) return { articles: 0 }
  const days = settings.retention.articles
  const before = new Date(Date.parse(clock()) - days * 86_400_000).toISOString()
  const { articles } = await takeDown(context, { before }, { reason: `older than ${days} days`, signal })
  if (articles > 0) log.info({ articles, days }, 'articles that are no longer kept were removed')
  return { articles }
}
