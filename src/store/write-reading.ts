/** The rows one reading of an article leaves: its revision, the article's own row, its findings. */
import { sql, type Kysely } from 'kysely'
import { toBytes } from '../text/minhash.ts'
import type { Analysis } from '../types.ts'
import { columnsOf, concernsOf, heldOn } from './finding-columns.ts'
import type { Database } from './schema.ts'
import { storable, storableJson } from './sql-types.ts'
import type { Placed } from './times.ts'

export interface Reading {
  readonly id: string
  readonly revision: number
  /** Of its canonical address. */
  readonly key: string | null
  readonly placed: Placed
  /** ISO 8601, UTC, as the two that follow. */
  readonly fetched: string
  readonly known: string
  readonly now: string
  readonly storyId: string
  readonly about: { symbols: string[]; themes: string[] }
  readonly signature: Uint32Array | null
  readonly bands: readonly number[]
  readonly analysis: Analysis
}

/** From `known` on, an older revision is history. */
export async function supersede(tx: Kysely<Database>, id: string, revision: number, known: string): Promise<void> {
  for (const table of ['revision', 'finding'] as const) {
    await tx
      .updateTable(table)
      .set({ superseded_at: known })
      .where('article_id', '=', id)
      .where('revision', '=', revision)
      .execute()
  }
}

const maybe = (text: string | null): string | null => (text === null ? null : storable(text))

const shared = ({ placed, known, about, storyId, analysis: { article } }: Reading) => ({
  canonical_url: maybe(article.canonicalUrl),
  title: maybe(article.title),
  authors: article.authors.map(storable),
  site_name: maybe(article.siteName),
  language: article.language,
  word_count: article.wordCount,
  content_hash: article.contentHash,
  story_id: storyId,
  published_text: placed.text,
  published_precision: placed.precision,
  published_at: placed.at,
  sort_at: placed.at ?? known,
  known_at: known,
  symbols: about.symbols,
  themes: about.themes,
})

export async function putRevision(tx: Kysely<Database>, reading: Reading): Promise<void> {
  const { id, revision, fetched, now, signature, bands, analysis } = reading
  const values = {
    ...shared(reading),
    url: maybe(analysis.article.url),
    text: storable(analysis.article.text),
    tables: storable(analysis.article.tables),
    fetched_at: fetched,
    analyzed_at: now,
    signature: signature ? toBytes(signature) : null,
    bands: [...bands],
  }
  await tx
    .insertInto('revision')
    .values({ article_id: id, revision, ...values })
    .onConflict((conflict) => conflict.columns(['article_id', 'revision']).doUpdateSet(values))
    .execute()
  const { themewire, pipeline, models } = analysis.version
  await tx
    .insertInto('analysis')
    .values({
      article_id: id,
      revision,
      analyzed_at: now,
      themewire,
      pipeline,
      models,
      findings: analysis.findings.length,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function putArticle(tx: Kysely<Database>, reading: Reading): Promise<void> {
  const { id, revision, key, fetched, now } = reading
  await tx
    .updateTable('article')
    .set({
      ...shared(reading),
      status: 'analyzed',
      reason_code: null,
      reason_message: null,
      canonical_key: key,
      revision,
      fetched_at: fetched,
      analyzed_at: now,
    })
    .where('id', '=', id)
    .execute()
  if (key === null) return
  // Whoever adds it by its canonical address later has it already.
  await tx
    .insertInto('alias')
    .values({ key, article_id: id, url: maybe(reading.analysis.article.canonicalUrl) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

export async function dropFindings(tx: Kysely<Database>, { id, revision }: Reading): Promise<void> {
  await tx.deleteFrom('finding').where('article_id', '=', id).where('revision', '=', revision).execute()
}

/** One statement, however many. */
export async function putFindings(tx: Kysely<Database>, reading: Reading): Promise<void> {
  const { id, revision, placed, known, storyId, about, analysis } = reading
  if (analysis.findings.length === 0) return
  const rows = analysis.findings.map((finding, ordinal) => ({
    article_id: id,
    revision,
    ordinal,
    id: finding.id,
    kind: finding.kind,
    value: finding.value,
    evidence: finding.evidence,
    rule: finding.rule,
    confidence: finding.confidence,
    ...columnsOf(finding),
    ...concernsOf(finding, about),
    held_on: heldOn(finding, placed.at ?? known),
    story_id: storyId,
    published_at: placed.at,
    sort_at: placed.at ?? known,
    known_at: known,
  }))
  const columns = sql.join(columnNames.map((name) => sql.ref(name)))
  await sql`
    INSERT INTO finding (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(null::finding, ${storableJson(rows)}::jsonb) AS row`.execute(tx)
}

const columnNames = [
  ...['article_id', 'revision', 'ordinal', 'id', 'kind', 'value', 'evidence', 'rule', 'confidence'],
  ...['symbol', 'theme', 'subject', 'issuer', 'type', 'basis', 'status', 'relevance', 'score', 'mentions', 'held_on'],
  ...['symbols', 'themes', 'story_id', 'published_at', 'sort_at', 'known_at'],
]
