/** Fills an empty store with made-up articles: rows as a worker would leave them, in batches, indexes made at the end. */
import { sql, type Kysely } from 'kysely'
import { aboutOf, columnsOf, concernsOf, heldOn } from '../../../store/finding-columns.ts'
import type { Database } from '../../../store/schema.ts'
import { chanceOf } from './chance.ts'
import { sumMonths } from '../../../store/sum-months.ts'
import { idOf, inventedArticle, lastDay, placedOf, seed, type Invented } from './article.ts'

const batchSize = 400
const tables = ['article', 'revision', 'finding', 'story'] as const

/** `sessions` write at once, in turns by batch. */
export async function fillStore(
  db: Kysely<Database>,
  all: number,
  { sessions, told }: { sessions: number; told: (done: number) => void },
): Promise<void> {
  const indexes = await dropIndexes(db)
  const batches = Math.ceil(all / batchSize)
  let next = 0
  const write = (session: Kysely<Database>): Promise<void> =>
    session.connection().execute(async (one) => {
      // Rows are whole by how they are made; asking each for its parent takes longer than all else.
      await sql`SET session_replication_role = replica`.execute(one)
      while (next < batches) {
        const first = next++ * batchSize
        const batch = Array.from({ length: Math.min(batchSize, all - first) }, (_, i) =>
          inventedArticle(first + i, all),
        )
        await putBatch(one, batch, first)
        told(first + batch.length)
      }
      await sql`SET session_replication_role = origin`.execute(one)
    })
  await Promise.all(Array.from({ length: sessions }, () => write(db)))
  await putStories(db)
  await sql`
    INSERT INTO analysis (article_id, revision, analyzed_at, themewire, pipeline, models, findings)
    SELECT article_id, revision, analyzed_at, 'synthetic', 'synthetic@1', '1', 10 FROM revision`.execute(db)
  for (const index of indexes) await sql.raw(index).execute(db)
  const months = sql`date_trunc('month', published_at)::date`
  await sql`INSERT INTO month_change (month) SELECT DISTINCT ${months} FROM revision WHERE published_at IS NOT NULL`.execute(
    db,
  )
  // The last month goes on.
  await sumMonths(db, { now: `${lastDay}T12:00:00Z`, quietMs: 0 })
  // As the server does by itself while a store grows.
  await sql`VACUUM (ANALYZE)`.execute(db)
}

/** Answers the statements that make them again. */
async function dropIndexes(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
    WHERE indrelid = ANY(${[...tables]}::regclass[]) AND NOT indisprimary ORDER BY 1`.execute(db)
  for (const { name } of rows) await sql.raw(`DROP INDEX ${name}`).execute(db)
  return rows.map(({ definition }) => definition)
}

/** Of a hundred articles besides, two cannot be read and one is another's under a second address. */
async function putBatch(db: Kysely<Database>, batch: readonly Invented[], first: number): Promise<void> {
  const readings = batch.map((invented, i) => readingOf(invented, first + i))
  await put(db, 'article', [...readings.map(({ article }) => article), ...readings.flatMap(({ other }) => other)])
  await put(db, 'revision', readings.map(({ revision }) => revision)) // prettier-ignore
  await put(db, 'finding', readings.flatMap(({ findings }) => findings)) // prettier-ignore
}

function readingOf(invented: Invented, number: number) {
  const { analysis, host, leader, fetchedAt } = invented
  const { article } = analysis
  const placed = placedOf(invented)
  const { symbols, themes } = aboutOf(analysis)
  const stored = { story_id: idOf(leader), sort_at: placed.at ?? fetchedAt, known_at: fetchedAt, symbols, themes }
  const read = {
    canonical_url: article.canonicalUrl,
    title: article.title,
    authors: article.authors,
    site_name: article.siteName,
    language: article.language,
    word_count: article.wordCount,
    content_hash: article.contentHash,
    published_text: placed.text,
    published_precision: placed.precision,
    published_at: placed.at,
    fetched_at: fetchedAt,
    analyzed_at: fetchedAt,
    url: article.url,
    ...stored,
  }
  const given = { given_tickers: [], backfill: false, added_at: fetchedAt, host }
  return {
    article: { id: analysis.id, status: 'analyzed', revision: 1, ...given, ...read },
    other: notRead(invented, number, given),
    revision: { article_id: analysis.id, revision: 1, text: article.text, tables: '', bands: [], ...read },
    findings: analysis.findings.map((finding, ordinal) => ({
      article_id: analysis.id,
      revision: 1,
      ordinal,
      ...finding,
      ...columnsOf(finding),
      ...stored,
      ...concernsOf(finding, { symbols, themes }),
      held_on: heldOn(finding, stored.sort_at),
      published_at: placed.at,
    })),
  }
}

function notRead({ analysis, fetchedAt }: Invented, number: number, given: object): object[] {
  const chance = chanceOf(seed - number)
  const [fails, repeats] = [chance.often(0.02), chance.often(0.01)]
  if (!fails && !repeats) return []
  const reason = fails
    ? { status: 'failed', reason_code: 'not-an-article', reason_message: 'the page holds no article' }
    : { status: 'duplicate', reason_code: 'same-article', reason_message: analysis.id }
  const none = { revision: 0, authors: [], symbols: [], themes: [] }
  return [{ id: `${idOf(number)}-2`, ...reason, ...none, ...given, fetched_at: fetchedAt, sort_at: fetchedAt }]
}

async function put(db: Kysely<Database>, table: (typeof tables)[number], rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = sql.join(names.map((name) => sql.ref(name)))
  await sql`INSERT INTO ${sql.table(table)} (${columns}) SELECT ${columns}
    FROM jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(db)
}

const putStories = (db: Kysely<Database>): Promise<unknown> =>
  sql`
  INSERT INTO story (id, leader, title, published_text, published_at, sort_at, known_at, articles)
  SELECT DISTINCT ON (story_id) story_id, id, title, published_text, published_at, sort_at,
    min(known_at) OVER (PARTITION BY story_id), count(*) OVER (PARTITION BY story_id)
  FROM article WHERE status = 'analyzed'
  ORDER BY story_id, published_at NULLS LAST, known_at, id`.execute(db)
