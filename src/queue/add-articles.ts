/** Adding: each address, page or text is checked, stored, and queued; one that cannot be is refused alone. */
import { asThemewireError, errorBody, ThemewireError } from '../errors.ts'
import { checkedUrl, fetchLimits } from '../fetch/fetch-page.ts'
import type { Added, NewArticle } from '../query.ts'
import { addArticle } from '../store/articles.ts'
import type { Context } from './context.ts'

export interface NewItem extends NewArticle {
  /** The publisher's own, from a feed. */
  readonly tickers?: readonly string[]
  readonly summary?: string
}
export interface AddRequest {
  readonly urls?: readonly string[] | undefined
  readonly items?: readonly NewItem[] | undefined
  /** History: known since it was published, and marked as such. */
  readonly backfill?: boolean
  readonly feedId?: string
}

/** Answers one Added per address and item, in order, addresses first. What is stored here is analysed, come what may. */
export async function addArticles(context: Context, request: AddRequest): Promise<Added[]> {
  const items: NewItem[] = [...(request.urls ?? []).map((url) => ({ url })), ...(request.items ?? [])]
  const added: Added[] = []
  const ids = { fetch: new Set<string>(), analyze: new Set<string>() }
  for (const item of items) {
    try {
      const { id, outcome, needs } = await addArticle(context.store.db, {
        ...checked(item),
        backfill: request.backfill ?? false,
        feedId: request.feedId,
        now: context.clock(),
      })
      if (outcome === 'queued') ids[needs].add(id)
      added.push({ id, url: item.url ?? null, outcome })
    } catch (error) {
      const reason = asThemewireError(error)
      // The store is not there: no other item will fare better.
      if (reason.code === 'internal' || reason.retryable) throw error
      const { code, message } = errorBody(reason)
      added.push({ id: null, url: item.url ?? null, outcome: 'refused', error: { code, message } })
    }
  }
  await enqueue(context, ids)
  return added
}

/** What the store holds and no job stands for is found by the next sweep, so a queue that is away delays it and loses nothing. */
async function enqueue(
  { queues, log }: Context,
  ids: Readonly<Record<'fetch' | 'analyze', ReadonlySet<string>>>,
): Promise<void> {
  for (const name of ['fetch', 'analyze'] as const) {
    try {
      await queues.addMany(
        name,
        [...ids[name]].map((articleId) => ({ articleId })),
      )
    } catch (error) {
      log.warn(
        { err: error, queue: name, articles: ids[name].size },
        'stored but not queued; the next sweep queues them',
      )
    }
  }
}

/** The item with an address that can be fetched, if it has to be; throws `bad-url`, `bad-request` or `too-large`. */
function checked(item: NewItem): NewItem {
  const { html, text } = item
  const content = html ?? text
  if (item.url === undefined && content === undefined) {
    throw new ThemewireError('bad-request', 'an article needs "url", "html" or "text"')
  }
  if (content?.trim() === '') throw new ThemewireError('bad-request', 'the article is empty')
  if (content !== undefined && content.length > fetchLimits.bytes) {
    throw new ThemewireError('too-large', `the article is longer than ${fetchLimits.bytes / 1e6} MB`, {
      hint: 'split it, or add only the part that matters',
    })
  }
  return item.url === undefined ? item : { ...item, url: checkedUrl(item.url).href }
}
