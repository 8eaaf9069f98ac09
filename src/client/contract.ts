/** What the client can do: one method per route, what it takes and what it answers. Types only. */
import type {
  Added,
  AlertQuery,
  AlertRow,
  ArticleDetail,
  ArticleQuery,
  ArticleRow,
  CompareQuery,
  FailedJob,
  FeedRow,
  FindingQuery,
  FindingRow,
  InstrumentDetail,
  InstrumentQuery,
  InstrumentSummary,
  InstrumentTimelineQuery,
  LikeQuery,
  LikeRow,
  MarkQuery,
  MarkRow,
  NewArticle,
  NewMark,
  Page,
  PolicyQuery,
  QueueState,
  RateQuery,
  Related,
  RelatedQuery,
  SearchHit,
  SearchQuery,
  Series,
  StoryQuery,
  StoryRow,
  ThemeDetail,
  ThemeQuery,
  ThemeSummary,
  ThemeTimelineQuery,
  TimelinePoint,
  TimelineQuery,
} from '../query.ts'
import type { Digest, EmergingPhrase } from '../digest/digest.ts'
import type { PhraseDecision } from '../store/phrase-decisions.ts'
import type { StarterFeed } from '../starter-feeds.ts'
import type { Role, TokenRow } from '../store/tokens.ts'
import type { ServerEvent } from './event-stream.ts'
import type { FetchLike } from './request.ts'

/** Parameters as a caller writes them: all optional, a list may be one value. */
export type Parameters<Q> = {
  [K in keyof Q]?: NonNullable<Q[K]> extends readonly (infer T)[] ? T | readonly T[] | undefined : Q[K] | undefined
}
type When = Pick<TimelineQuery, 'time_from' | 'time_to' | 'as_of'>
type AsOf = Pick<TimelineQuery, 'as_of'>
/** One thing, with what a person should know about the answer. */
export type Noted<T> = T & { readonly notes: readonly string[] }

/** What can be added: URLs, or pages and texts at hand. `backfill`: history, known since it was published. */
export interface NewArticles {
  readonly urls?: readonly string[]
  readonly items?: readonly NewArticle[]
  readonly backfill?: boolean
}

/** How a feed is polled and what is taken from it: items that match a `keep` rule, where there is one, and no `block` rule. */
export interface FeedSettings {
  readonly minutes?: number
  readonly keep?: readonly string[]
  readonly block?: readonly string[]
}

/** One of `source` (a host) and `olderThanDays`. */
export interface ToTakeDown {
  readonly source?: string
  readonly olderThanDays?: number
  readonly reason?: string
  /** Only count. */
  readonly dryRun?: boolean
}
export interface Removed {
  readonly articles: number
  /** Stories that have fewer articles now, or are gone. */
  readonly stories: number
  /** What is left when it was broken off. */
  readonly remaining: number
  readonly dryRun: boolean
}

/** A source that was taken down: nothing of it, nor of its subdomains, is taken in. */
export interface BlockedSource {
  readonly host: string
  readonly reason: string
  readonly blockedAt: string
}

export interface EventQuery extends Parameters<
  Pick<FindingQuery, 'kinds' | 'tickers' | 'themes' | 'min_relevance' | 'sentiment_gte' | 'sentiment_lte'>
> {
  readonly signal?: AbortSignal
  /** Id of the last event seen: goes on from there. */
  readonly after?: string
}

export type { TokenRow }

export interface DigestRow {
  readonly date: string
  readonly timezone: string
  readonly edition: number
  readonly madeAt: string
}
export interface Definition {
  readonly term: string
  readonly meaning: string
  readonly source: string | null
}
export interface Health {
  readonly status: 'ok' | 'failing'
  readonly version: string
  readonly store: { readonly kind: string; readonly ok: boolean; readonly reason: string | null }
  readonly queues: { readonly kind: string; readonly ok: boolean; readonly reason: string | null }
}

export interface ClientOptions {
  /** Default http://127.0.0.1:8321 */
  readonly server?: string
  /** `(input, init) => app.request(input, init)` asks an app in this process. */
  readonly fetch?: FetchLike
  /** For a server beyond this machine. */
  readonly token?: string | undefined
  /** How long one answer may take; default 60 s. */
  readonly timeoutMs?: number
}

/** Every method throws ThemewireError: the server's own, or `server-unreachable`. */
export interface Client {
  readonly server: string
  articles(query?: Parameters<ArticleQuery>): Promise<Page<ArticleRow>>
  article(id: string, query?: Parameters<AsOf>): Promise<ArticleDetail>
  /** Articles of other stories about the same things, likest first, and what they share. */
  articlesLike(id: string, query?: Parameters<LikeQuery>): Promise<LikeRow[]>
  findings(query?: Parameters<FindingQuery>): Promise<Page<FindingRow>>
  /** Findings that a person has marked wrong, latest first. */
  marks(query?: Parameters<MarkQuery>): Promise<Page<MarkRow>>
  /** Marks a finding wrong: it leaves every answer and stays in the record. */
  markFinding(id: string, mark: NewMark): Promise<Noted<MarkRow>>
  /** Takes the mark back. */
  unmarkFinding(id: string): Promise<MarkRow>
  rates(query?: Parameters<RateQuery>): Promise<Page<FindingRow>>
  policyEvents(query?: Parameters<PolicyQuery>): Promise<Page<FindingRow>>
  themes(query?: Parameters<ThemeQuery>): Promise<Page<ThemeSummary>>
  theme(id: string, query?: Parameters<When>): Promise<Noted<ThemeDetail>>
  /** Step by step, in all or with `group_by` by instrument, source or sentiment. */
  timeline(id: string, query?: Parameters<ThemeTimelineQuery>): Promise<Page<TimelinePoint>>
  /** The themes and instruments that share its stories, and how much more than by chance. */
  relatedToTheme(id: string, query?: Parameters<RelatedQuery>): Promise<Noted<Related>>
  /** Phrases that nobody has named a theme for, of the last day that has stories. */
  emerging(query?: { time_to?: string | undefined }): Promise<EmergingPhrase[]>
  /** `name` goes with `promoted`, `into` with `merged`. */
  decidePhrase(
    decided: Pick<PhraseDecision, 'phrase' | 'decision'> & { name?: string; into?: string },
  ): Promise<Noted<PhraseDecision>>
  phraseDecisions(): Promise<PhraseDecision[]>
  /** Takes a decision back; answers what held. */
  undecidePhrase(phrase: string): Promise<PhraseDecision>
  instruments(query?: Parameters<InstrumentQuery>): Promise<Page<InstrumentSummary>>
  instrument(symbol: string, query?: Parameters<When>): Promise<InstrumentDetail>
  /** Step by step, in all or with `group_by` by theme, source or sentiment. */
  instrumentTimeline(symbol: string, query?: Parameters<InstrumentTimelineQuery>): Promise<Page<TimelinePoint>>
  relatedToInstrument(symbol: string, query?: Parameters<RelatedQuery>): Promise<Related>
  /** Themes and instruments over the same steps, in the order asked for, themes first. */
  compare(query: Parameters<CompareQuery>): Promise<Page<Series>>
  stories(query?: Parameters<StoryQuery>): Promise<Page<StoryRow>>
  search(query: Parameters<SearchQuery> & { q: string }): Promise<Page<SearchHit>>
  digests(): Promise<DigestRow[]>
  /** Of a day, YYYY-MM-DD, or `latest`: the newest that is due and has articles; as the store has it now, or an edition kept. */
  digest(
    date: string,
    query?: { timezone?: string | undefined; edition?: number | undefined; as_of?: string | undefined },
  ): Promise<Digest>
  /** Of any window. */
  windowDigest(window: { time_from: string; time_to: string; timezone?: string | undefined }): Promise<Digest>
  /** Makes the digest of a day and keeps it as an edition. */
  keepDigest(date: string, query?: { timezone?: string | undefined }): Promise<DigestRow>
  add(articles: NewArticles): Promise<Added[]>
  /** Analyses stored articles again that were known at `since` or later. */
  reanalyze(which: { since: string; themes?: string[] }): Promise<{ articles: number }>
  /** Takes an article down, under all its addresses; it is not fetched again. */
  removeArticle(id: string, query?: { reason?: string }): Promise<Removed>
  /** Takes down a source, of which nothing is taken in from then on, or what is older; request by request, however much it is. */
  removeArticles(which: ToTakeDown): Promise<Removed>
  blockedSources(): Promise<BlockedSource[]>
  /** A source is taken in again; what was removed stays removed. */
  liftSource(host: string): Promise<BlockedSource>
  feeds(): Promise<FeedRow[]>
  addFeed(url: string, settings?: FeedSettings): Promise<FeedRow>
  /** The feeds that an address is or names, the likeliest first; adds none. */
  discoverFeeds(url: string): Promise<{ url: string; title: string }[]>
  /** Well-known public feeds to begin with; none is polled until it is added. */
  starterFeeds(): Promise<StarterFeed[]>
  changeFeed(id: string, changes: FeedSettings & { paused?: boolean }): Promise<FeedRow>
  /** By id or address. */
  removeFeed(id: string): Promise<FeedRow>
  pollFeed(id: string): Promise<FeedRow>
  queue(): Promise<QueueState[]>
  failed(query?: { limit?: number }): Promise<Page<FailedJob>>
  /** Sets failed jobs going again: that of one job or article, or all. Answers how many. */
  retry(which?: { id?: string }): Promise<number>
  /** New findings and progress as they come, until `signal` aborts. */
  events(query?: EventQuery): AsyncGenerator<ServerEvent>
  /** Who may call from beyond this machine. */
  tokens(): Promise<TokenRow[]>
  /** The token is in this answer and nowhere else. */
  addToken(token: { name: string; role?: Role }): Promise<TokenRow & { readonly token: string }>
  revokeToken(id: string): Promise<TokenRow>
  /** What the alert rules noticed, latest first. */
  alerts(query?: Parameters<AlertQuery>): Promise<Page<AlertRow>>
  /** Sends a test alert to the webhooks of a rule, and tells how that went. */
  testAlert(rule: string): Promise<AlertRow>
  definitions(): Promise<Definition[]>
  /** The server's own OpenAPI 3.1 document. */
  openapi(): Promise<unknown>
  health(): Promise<Health>
}
