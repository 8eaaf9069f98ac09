/** Instruments of a window by story: how much each was told, in what tone, and where those stand who tell of it best and worst. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'
import type { InstrumentType } from '../types.ts'
import { placeOf, type Place, type Span } from './told.ts'

export interface InstrumentTold {
  readonly symbol: string
  readonly type: InstrumentType
  readonly stories: number
  readonly mentions: number
  /** Sum of the relevance of its stories. */
  readonly weight: number
  /** Mean score over stories, weighted by relevance. */
  readonly sentiment: number
  /** Its most relevant story. */
  readonly best: Place
  /** Stories with a score of at least `apart`, at most −`apart`, and the most relevant of each. */
  readonly positive: number
  readonly negative: number
  readonly wellTold: Place | null
  readonly badlyTold: Place | null
}

export interface InstrumentsAsked {
  readonly leastRelevance: number
  readonly apart: number
  readonly symbols?: readonly string[]
  readonly limit?: number
}

interface Row extends Omit<InstrumentTold, 'best' | 'wellTold' | 'badlyTold'> {
  readonly best: string
  readonly wellTold: string | null
  readonly badlyTold: string | null
}

/**
 * Most stories first, then most weight. A story's score is that of its most relevant article; sums run in one order, so that
 * every engine rounds alike.
 */
export async function instrumentsTold(
  db: Kysely<Database>,
  { from, to }: Span,
  { leastRelevance, apart, symbols, limit }: InstrumentsAsked,
): Promise<InstrumentTold[]> {
  const among = symbols === undefined ? sql`true` : sql`symbol = ANY(${[...symbols]}::text[])`
  const [well, badly] = [sql`score >= ${apart}::float8`, sql`score <= -${apart}::float8`]
  const first = sql`array_agg(ordinal || '/' || article_id ORDER BY relevance DESC, article_id)`
  const { rows } = await sql<Row>`
    WITH mention AS (
      SELECT symbol, value->>'type' AS type, coalesce(story_id, article_id) AS story, article_id, ordinal, relevance, score,
        mentions
      FROM finding
      WHERE kind = 'instrument' AND ${among} AND relevance >= ${leastRelevance}
        AND sort_at >= ${from}::timestamptz AND sort_at < ${to}::timestamptz
        AND published_at IS NOT NULL AND superseded_at IS NULL AND marked_at IS NULL
    ),
    told AS (SELECT DISTINCT ON (symbol, story) * FROM mention ORDER BY symbol, story, relevance DESC, article_id),
    tone AS (
      SELECT symbol, min(type COLLATE "C") AS type, count(*)::int AS stories, sum(relevance ORDER BY story)::float8 AS weight,
        coalesce(sum(relevance * score ORDER BY story) / nullif(sum(relevance ORDER BY story), 0), 0)::float8 AS sentiment,
        (${first})[1] AS best,
        (count(*) FILTER (WHERE ${well}))::int AS positive, (count(*) FILTER (WHERE ${badly}))::int AS negative,
        (${first} FILTER (WHERE ${well}))[1] AS "wellTold", (${first} FILTER (WHERE ${badly}))[1] AS "badlyTold"
      FROM told GROUP BY symbol
    )
    SELECT * FROM tone JOIN (SELECT symbol, sum(mentions)::int AS mentions FROM mention GROUP BY symbol) AS said USING (symbol)
    ORDER BY stories DESC, round(weight::numeric, 4) DESC, symbol COLLATE "C" LIMIT ${limit ?? null}`.execute(db)
  return rows.map(({ best, wellTold, badlyTold, ...row }) => ({
    ...row,
    best: placeOf(best),
    wellTold: wellTold === null ? null : placeOf(wellTold),
    badlyTold: badlyTold === null ? null : placeOf(badlyTold),
  }))
}
