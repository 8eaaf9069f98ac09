/** Queues what the store has accepted but no job stands for, so that a crash between the two loses nothing; and sums months. */
import { unfinished } from '../store/articles.ts'
import { sumMonths } from '../store/sum-months.ts'
import type { Context } from './context.ts'
import { queueDeliveries } from './raise-alerts.ts'

/** Adding a job that is there changes nothing, so it is safe at any time. Answers how many articles are unfinished. */
export async function sweep(context: Context): Promise<number> {
  const { store, queues } = context
  const found = await unfinished(store.db)
  const of = (needs: 'fetch' | 'analyze'): { articleId: string }[] =>
    found.filter((article) => article.needs === needs).map(({ id }) => ({ articleId: id }))
  await queues.addMany('fetch', of('fetch'))
  await queues.addMany('analyze', of('analyze'))
  await queueDeliveries(context)
  return found.length
}

/** Sums months that are over, one after the other while it is quiet; when it is not, one: it takes a second or two. */
export async function sumMonthsWhile({ store, clock }: Context, isQuiet: () => boolean): Promise<void> {
  while ((await sumMonths(store.db, { now: clock(), most: 1 })) > 0 && isQuiet());
}
