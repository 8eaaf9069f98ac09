/** The tables as Kysely sees them; `migrations/` says what they mean. Times are ISO 8601 in UTC. Sums of months are asked in SQL alone. */
import type { ColumnType, Generated } from 'kysely'

/** Has a default; may be left out. */
type Defaulted<T> = Generated<T>
type Json<T> = ColumnType<T, string, string>
type Time = ColumnType<string, string, string>
type MaybeTime = ColumnType<string | null, string | null | undefined, string | null>

export interface ArticleTable {
  id: string
  status: 'queued' | 'fetched' | 'analyzed' | 'failed' | 'skipped' | 'duplicate'
  reason_code: string | null
  reason_message: string | null
  url: string | null
  host: string | null
  canonical_url: string | null
  canonical_key: string | null
  title: string | null
  authors: Defaulted<string[]>
  site_name: string | null
  language: string | null
  word_count: number | null
  content_hash: string | null
  revision: Defaulted<number>
  story_id: string | null
  published_text: string | null
  published_precision: 'instant' | 'day' | 'month' | null
  published_at: MaybeTime
  given_title: string | null
  given_published: string | null
  given_tickers: Defaulted<string[]>
  given_summary: string | null
  feed_id: string | null
  backfill: Defaulted<boolean>
  added_at: Time
  fetched_at: MaybeTime
  analyzed_at: MaybeTime
  known_at: MaybeTime
  sort_at: Time
  symbols: Defaulted<string[]>
  themes: Defaulted<string[]>
  removed_at: MaybeTime
  removed_reason: string | null
}

export interface AliasTable {
  key: string
  article_id: string
  url: string | null
}

export interface PageTable {
  article_id: string
  kind: 'html' | 'text' | 'bytes'
  body: Uint8Array
  final_url: string | null
  content_type: string | null
  etag: string | null
  last_modified: string | null
  fetched_at: Time
}

export interface RevisionTable {
  article_id: string
  revision: number
  url: string | null
  canonical_url: string | null
  title: string | null
  authors: Defaulted<string[]>
  site_name: string | null
  language: string | null
  word_count: number
  content_hash: string
  text: string
  tables: Defaulted<string>
  published_text: string | null
  published_precision: 'instant' | 'day' | 'month' | null
  published_at: MaybeTime
  sort_at: Time
  fetched_at: Time
  analyzed_at: Time
  known_at: Time
  superseded_at: MaybeTime
  story_id: string | null
  symbols: Defaulted<string[]>
  themes: Defaulted<string[]>
  signature: Uint8Array | null
  bands: Defaulted<number[]>
  search: ColumnType<string, never, never>
}

export interface AnalysisTable {
  article_id: string
  revision: number
  analyzed_at: Time
  themewire: string
  pipeline: string
  models: string
  findings: number
}

export interface FindingTable {
  article_id: string
  revision: number
  ordinal: number
  id: string
  kind: string
  value: Json<Record<string, unknown>>
  evidence: Json<unknown[]>
  rule: string
  confidence: number
  symbol: string | null
  theme: string | null
  subject: string | null
  issuer: string | null
  type: string | null
  basis: string | null
  status: string | null
  relevance: number | null
  score: number | null
  mentions: number | null
  held_on: string | null
  symbols: Defaulted<string[]>
  themes: Defaulted<string[]>
  story_id: string | null
  published_at: MaybeTime
  sort_at: Time
  known_at: Time
  superseded_at: MaybeTime
  marked_at: MaybeTime
}

export interface StoryTable {
  id: string
  leader: string
  title: string | null
  published_text: string | null
  published_at: MaybeTime
  sort_at: Time
  known_at: Time
  articles: number
}

export interface MarkTable {
  article_id: string
  finding_id: string
  reason: string
  marked_by: string | null
  marked_at: Time
  finding: Json<unknown> | null
}

export interface FeedTable {
  id: string
  url: string
  title: string | null
  status: 'new' | 'ok' | 'failing' | 'paused'
  reason_code: string | null
  reason_message: string | null
  minutes: number
  added_at: Time
  polled_at: MaybeTime
  next_poll_at: MaybeTime
  items: Defaulted<number>
  failures: Defaulted<number>
  etag: string | null
  last_modified: string | null
  keep: Defaulted<string[]>
  block: Defaulted<string[]>
}

export interface BlockedSourceTable {
  host: string
  reason: string
  blocked_at: Time
}

export interface DigestTable {
  date: string
  timezone: string
  edition: number
  made_at: Time
  window_from: Time
  window_to: Time
  hash: string
  content: Json<unknown>
}

export interface ReservationTable {
  host: string
  holder: string
  held_until: Time
  free_at: Time
  line_at: Time
}

export interface TokenTable {
  id: string
  name: string
  role: 'read' | 'write'
  hash: string
  created_at: Time
  last_used_at: MaybeTime
}

export interface AlertTable {
  id: string
  rule: string
  kind: 'theme-spike' | 'sentiment-swing' | 'decision' | 'ticker-with-theme' | 'test'
  subject: string
  title: string
  figures: Json<Record<string, number | string | null>>
  evidence: Json<{ article: string; finding: string }[]>
  raised_at: Time
}

export interface DeliveryTable {
  alert_id: string
  webhook: string
  state: 'pending' | 'delivered' | 'failed'
  attempts: Defaulted<number>
  status: number | null
  reason_code: string | null
  reason_message: string | null
  tried_at: MaybeTime
  delivered_at: MaybeTime
}

export interface PhraseDecisionTable {
  phrase: string
  decision: 'promoted' | 'merged' | 'silenced'
  name: string | null
  into_phrase: string | null
  decided_at: Time
}

export interface Database {
  article: ArticleTable
  alias: AliasTable
  page: PageTable
  revision: RevisionTable
  analysis: AnalysisTable
  finding: FindingTable
  story: StoryTable
  mark: MarkTable
  feed: FeedTable
  digest: DigestTable
  blocked_source: BlockedSourceTable
  reservation: ReservationTable
  token: TokenTable
  alert: AlertTable
  delivery: DeliveryTable
  phrase_decision: PhraseDecisionTable
}
