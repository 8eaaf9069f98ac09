/** Job `fetch`: fetches an article's page, keeps it, and queues its analysis. A feed found there gives its items instead. */
import { ThemewireError } from '../errors.ts'
import { readFeed } from '../extract/feed.ts'
import { fetchPage } from '../fetch/fetch-page.ts'
import { articleStates } from '../store/article-state.ts'
import { assertAllowed } from '../store/blocked-sources.ts'
import { savePage, skipArticle } from '../store/articles.ts'
import { addFeedItems, looksLikeFeed } from './feed-items.ts'
import { inTurn } from './host-turn.ts'
import type { JobData } from './jobs.ts'
import type { WorkContext } from './work.ts'

export async function fetchArticle(
  context: WorkContext,
  { articleId }: JobData['fetch'],
  signal: AbortSignal,
): Promise<void> {
  const { config, store, queues, robots, clock } = context
  const article = (await articleStates(store.db, [articleId])).get(articleId)
  // Taken down since, or its page was handed in.
  if (!article?.url) return
  const { url, status } = article
  // `fetched`: a run that was killed after saving the page, before it could queue the analysis.
  if (status === 'queued' || status === 'failed') {
    await assertAllowed(store.db, [url])
    const page = await inTurn(context, (hostGate) =>
      fetchPage(url, { userAgent: config.userAgent, allowPrivate: config.allowHosts, hostGate, robots, clock, signal }),
    )
    await assertAllowed(store.db, [page.finalUrl])
    if (looksLikeFeed(page.contentType, page.body)) {
      const feed = await readFeed(page.body, page.finalUrl)
      if (feed.items.length === 0) throw new ThemewireError('bad-feed', 'it is a feed, and there is no item in it')
      const added = await addFeedItems(context, feed)
      const message = `it is a feed, not an article; ${added} new articles were added from it`
      await skipArticle(store.db, articleId, { code: 'unsupported-type', message }, clock())
      return
    }
    if (signal.aborted) return
    await savePage(store.db, articleId, page)
  }
  await queues.add('analyze', { articleId })
}
