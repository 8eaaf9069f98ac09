/** The typed client: one method per route, over the network or in-process. Light to import: types only, no validator. */
import type { Page } from '../query.ts'
import type { Client, ClientOptions, Noted, Removed } from './contract.ts'
import { readEvents } from './event-stream.ts'
import { get, path, send, type Ask, type Connection } from './request.ts'

export type * from './contract.ts'

/** Follows `meta.next` to the end: `for await (const row of rows((query) => client.findings(query), { kinds: 'rate' }))`. */
export async function* rows<T, Q extends object>(
  list: (query: Q) => Promise<Page<T>>,
  query: NoInfer<Q>,
): AsyncGenerator<T> {
  let next: string | null = null
  do {
    const page: Page<T> = await list(next === null ? query : { ...query, cursor: next })
    yield* page.data
    next = page.meta.next
  } while (next !== null)
}

export function themewire(options: ClientOptions = {}): Client {
  const connection: Connection = {
    server: (options.server ?? 'http://127.0.0.1:8321').replace(/\/$/, ''),
    fetch: options.fetch ?? fetch,
    timeoutMs: options.timeoutMs ?? 60_000,
    token: options.token,
  }
  const page = <T>(where: string, query?: object): Promise<Page<T>> => get(connection, where, { query })
  const noted = async <T>(where: string, ask?: Ask): Promise<Noted<T>> => {
    const { data, meta } = await get<{ data: T; meta: { notes?: string[] } }>(connection, where, ask)
    return { ...data, notes: meta.notes ?? [] }
  }
  const data = async <T>(where: string, ask?: Ask): Promise<T> => (await get<{ data: T }>(connection, where, ask)).data

  return {
    server: connection.server,
    articles: (query) => page('/v1/articles', query),
    article: (id, query) => data(path`/v1/articles/${id}`, { query }),
    articlesLike: (id, query) => data(path`/v1/articles/${id}/like`, { query }),
    findings: (query) => page('/v1/findings', query),
    marks: (query) => page('/v1/marks', query),
    markFinding: (id, body) => noted(path`/v1/findings/${id}/mark`, { method: 'POST', body }),
    unmarkFinding: (id) => data(path`/v1/findings/${id}/mark`, { method: 'DELETE' }),
    rates: (query) => page('/v1/rates', query),
    policyEvents: (query) => page('/v1/policy-events', query),
    themes: (query) => page('/v1/themes', query),
    theme: (id, query) => noted(path`/v1/themes/${id}`, { query }),
    timeline: (id, query) => page(path`/v1/themes/${id}/timeline`, query),
    relatedToTheme: (id, query) => noted(path`/v1/themes/${id}/related`, { query }),
    emerging: (query) => data('/v1/emerging', { query }),
    phraseDecisions: () => data('/v1/phrase-decisions'),
    undecidePhrase: (phrase) => data(path`/v1/phrase-decisions/${phrase}`, { method: 'DELETE' }),
    decidePhrase: (body) => noted('/v1/emerging', { method: 'POST', body }),
    instruments: (query) => page('/v1/instruments', query),
    instrument: (symbol, query) => data(path`/v1/instruments/${symbol}`, { query }),
    instrumentTimeline: (symbol, query) => page(path`/v1/instruments/${symbol}/timeline`, query),
    relatedToInstrument: (symbol, query) => data(path`/v1/instruments/${symbol}/related`, { query }),
    compare: (query) => page('/v1/compare', query),
    stories: (query) => page('/v1/stories', query),
    search: (query) => page('/v1/search', query),
    digests: () => data('/v1/digests'),
    digest: (date, query) => data(path`/v1/digests/${date}`, { query }),
    windowDigest: (query) => data('/v1/digest', { query }),
    keepDigest: (date, query) => data(path`/v1/digests/${date}`, { method: 'POST', query }),
    reanalyze: (body) => data('/v1/articles/reanalyze', { method: 'POST', body }),
    removeArticle: (id, query) => data(path`/v1/articles/${id}`, { method: 'DELETE', query }),
    async removeArticles(body) {
      const all = { articles: 0, stories: 0, remaining: 0, dryRun: body.dryRun ?? false }
      let removed: Removed
      do {
        removed = await data<Removed>('/v1/articles/remove', { method: 'POST', body })
        all.articles += removed.articles
        all.stories += removed.stories
        all.remaining = removed.remaining
      } while (removed.remaining > 0 && removed.articles > 0)
      return all
    },
    blockedSources: () => data('/v1/blocked-sources'),
    liftSource: (host) => data(path`/v1/blocked-sources/${host}`, { method: 'DELETE' }),
    add: (body) => data('/v1/articles', { method: 'POST', body }),
    feeds: () => data('/v1/feeds'),
    addFeed: (url, settings) => data('/v1/feeds', { method: 'POST', body: { url, ...settings } }),
    discoverFeeds: (url) => data('/v1/feeds/discover', { method: 'POST', body: { url } }),
    starterFeeds: () => data('/v1/feeds/starters'),
    changeFeed: (id, body) => data(path`/v1/feeds/${id}`, { method: 'PATCH', body }),
    removeFeed: (id) => data(path`/v1/feeds/${id}`, { method: 'DELETE' }),
    pollFeed: (id) => data(path`/v1/feeds/${id}/poll`, { method: 'POST' }),
    queue: () => data('/v1/queue'),
    failed: (query) => page('/v1/queue/failed', query),
    retry: async (which = {}) => (await data<unknown[]>('/v1/queue/retry', { method: 'POST', body: which })).length,
    events: async function* ({ signal, after, ...query } = {}) {
      // A stream has no time limit, so it gets a signal that never aborts where the caller gives none.
      const forever = signal ?? new AbortController().signal
      yield* readEvents(await send(connection, '/v1/events', { query, signal: forever, after }), forever)
    },
    tokens: () => data('/v1/tokens'),
    addToken: (body) => data('/v1/tokens', { method: 'POST', body }),
    revokeToken: (id) => data(path`/v1/tokens/${id}`, { method: 'DELETE' }),
    alerts: (query) => page('/v1/alerts', query),
    testAlert: (rule) => data('/v1/alerts/test', { method: 'POST', body: { rule } }),
    definitions: () => data('/v1/definitions'),
    openapi: () => get(connection, '/openapi.json'),
    health: () => get(connection, '/healthz', { accept: [503] }),
  }
}
