/** One article with its text, findings and revisions, now or as of a moment. */
import { sql, type Kysely } from 'kysely'
import type { ArticleDetail } from '../query.ts'
import type { Finding } from '../types.ts'
import { articleColumns, articleRow, type StoredArticle } from './article-row.ts'
import type { Database } from './schema.ts'
import { within } from './windows.ts'

/** Null when there is none, or as of a moment none was known. An article that duplicates another says which in `reason`. */
export async function getArticle(
  db: Kysely<Database>,
  id: string,
  { as_of }: { readonly as_of?: string | undefined } = {},
): Promise<ArticleDetail | null> {
  const asOf = as_of !== undefined
  const source = asOf
    ? sql`revision r JOIN article a ON a.id = r.article_id WHERE ${within('r', { as_of })} AND`
    : sql`article a WHERE`
  const { rows } = await sql<StoredArticle>`
    SELECT ${articleColumns(asOf)} FROM ${source} a.id = ${id} AND a.removed_at IS NULL LIMIT 1`.execute(db)
  const [row] = rows
  if (!row) return null
  const [given, reading, findings, revisions] = await Promise.all([
    db.selectFrom('article').select(['given_tickers', 'given_summary']).where('id', '=', id).executeTakeFirst(),
    db
      .selectFrom('revision')
      .leftJoin('analysis', (join) =>
        join
          .onRef('analysis.article_id', '=', 'revision.article_id')
          .onRef('analysis.revision', '=', 'revision.revision'),
      )
      .select(['revision.text', 'revision.tables', 'analysis.themewire', 'analysis.pipeline', 'analysis.models'])
      .where('revision.article_id', '=', id)
      .where('revision.revision', '=', row.revision)
      .orderBy('analysis.analyzed_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('finding')
      .select(['id', 'kind', 'value', 'evidence', 'rule', 'confidence'])
      .where('article_id', '=', id)
      .where('revision', '=', row.revision)
      .where('marked_at', 'is', null)
      .orderBy('ordinal')
      .execute(),
    db
      .selectFrom('revision')
      .select(['revision', 'fetched_at as fetchedAt', 'known_at as knownAt', 'title'])
      .where('article_id', '=', id)
      .$if(asOf, (query) => query.where('known_at', '<=', as_of!))
      .orderBy('revision')
      .execute(),
  ])
  const version =
    reading?.themewire == null
      ? null
      : { themewire: reading.themewire, pipeline: reading.pipeline!, models: reading.models! }
  return {
    ...articleRow(row),
    text: reading?.text ?? null,
    tables: reading?.tables ?? '',
    publisherTickers: given?.given_tickers ?? [],
    summary: given?.given_summary ?? null,
    // What was stored was a Finding; the schema's `kind` and `value` agree by how they were written.
    findings: findings as unknown as Finding[],
    version,
    revisions,
  }
}
