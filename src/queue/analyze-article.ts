/** Job `analyze`: reads and analyses what was fetched or handed in, in a worker thread, and saves what was found. */
import { articleStates } from '../store/article-state.ts'
import { getInput, saveAnalysis } from '../store/articles.ts'
import type { JobData } from './jobs.ts'
import type { WorkContext } from './work.ts'

export async function analyzeArticle(
  context: WorkContext,
  { articleId, again }: JobData['analyze'],
  signal: AbortSignal,
): Promise<void> {
  const { store, pool, queues, clock } = context
  const article = (await articleStates(store.db, [articleId])).get(articleId)
  // Taken down since; or done by a run that was killed before it could say so.
  if (!article || (!again && (article.status === 'analyzed' || article.status === 'duplicate'))) return
  // What was fetched was no article, and it is tried again.
  if (article.status === 'queued') return queues.add('fetch', { articleId })
  const input = await getInput(store.db, articleId)
  if (!input) return
  const { id, html, text, url, title, publishedAt, fetchedAt } = input
  const analysis = await pool.analyze({ id, html, text, url, title, publishedAt, fetchedAt })
  // The job has been given back to the queue: whoever takes it next will save.
  if (signal.aborted) return
  await saveAnalysis(store.db, { id, analysis, fetchedAt, now: clock() })
}
