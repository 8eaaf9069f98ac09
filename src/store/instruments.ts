/** Instruments: how much each is written about, and in what tone. */
import { sql, type Kysely } from 'kysely'
import type { InstrumentDetail, InstrumentQuery, InstrumentSummary, Page } from '../query.ts'
import { firstFindings } from './findings.ts'
import { namesOf } from './names.ts'
import type { Database } from './schema.ts'
import { meanTone } from './tone.ts'
import { all, concerning, symbolsOf, within, type When } from './windows.ts'

/** Most told first. `sentiment` is the mean over stories, weighted by relevance; `mentions` are counted over articles. */
export async function listInstruments(db: Kysely<Database>, query: InstrumentQuery): Promise<Page<InstrumentSummary>> {
  const { themes, type, min_relevance, limit, ...when } = query
  const where = all([
    within('f', when),
    sql`f.kind = 'instrument' AND f.marked_at IS NULL`,
    ...concerning('f', { themes }),
    ...(type && type.length > 0 ? [sql<boolean>`f.type = ANY(${[...type]}::text[])`] : []),
    ...(min_relevance === undefined ? [] : [sql<boolean>`f.relevance >= ${min_relevance}`]),
  ])
  return summaries(db, where, limit)
}

async function summaries(
  db: Kysely<Database>,
  where: ReturnType<typeof all>,
  limit: number,
): Promise<Page<InstrumentSummary>> {
  const { rows } = await sql<InstrumentSummary & { found: number }>`
    WITH story_tone AS (
      SELECT DISTINCT ON (f.symbol, f.story_id) f.symbol, f.relevance, f.score FROM finding f WHERE ${where}
      ORDER BY f.symbol, f.story_id, f.relevance DESC, f.article_id
    ), ranked AS (
      SELECT symbol, count(*)::int AS stories, sum(relevance) AS weight, ${meanTone} AS sentiment,
        count(*) OVER ()::int AS found
      FROM story_tone GROUP BY symbol ORDER BY stories DESC, weight DESC, symbol LIMIT ${limit}
    ), said AS (
      -- An article has one finding of an instrument.
      SELECT f.symbol, count(*)::int AS articles, sum(f.mentions)::int AS mentions FROM finding f WHERE ${where}
      GROUP BY f.symbol
    )
    SELECT ranked.symbol, known.exchange, known.name, known.type, ranked.stories, said.articles, said.mentions,
      ranked.sentiment, ranked.found
    FROM ranked JOIN said USING (symbol), LATERAL (
      SELECT f.value->>'exchange' AS exchange, f.value->>'name' AS name, f.type FROM finding f
      WHERE f.kind = 'instrument' AND f.symbol = ranked.symbol ORDER BY f.sort_at DESC LIMIT 1
    ) AS known
    ORDER BY ranked.stories DESC, ranked.weight DESC, ranked.symbol`.execute(db)
  const data = rows.map(({ found: _, ...row }) => row)
  return { data, meta: { found: rows[0]?.found ?? 0, returned: data.length, next: null } }
}

/** Null for an instrument that was never found. The symbol may be written in small letters. */
export async function getInstrument(db: Kysely<Database>, asked: string, when: When): Promise<InstrumentDetail | null> {
  const known = await db
    .selectFrom('finding')
    .select(['symbol', 'value', 'type'])
    .where('kind', '=', 'instrument')
    .where('symbol', 'in', symbolsOf([asked]))
    .orderBy('sort_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!known?.symbol) return null
  const { symbol } = known
  const where = all([within('f', when), sql`f.kind = 'instrument' AND f.marked_at IS NULL AND f.symbol = ${symbol}`])
  const [{ data }, themes, findings] = await Promise.all([
    summaries(db, where, 1),
    sql<{ theme: string; stories: number }>`
      WITH told AS (SELECT DISTINCT f.article_id FROM finding f WHERE ${where})
      SELECT t.theme, count(DISTINCT t.story_id)::int AS stories FROM told JOIN finding t ON t.article_id = told.article_id
      WHERE t.kind = 'theme' AND t.marked_at IS NULL AND ${within('t', { as_of: when.as_of })}
      GROUP BY t.theme ORDER BY stories DESC, t.theme LIMIT 25`.execute(db),
    firstFindings(db, { ...when, kinds: ['instrument', 'move'], tickers: [symbol], sort: 'relevance', limit: 25 }),
  ])
  const { exchange, name } = known.value as { exchange: string | null; name: string }
  const none = { symbol, exchange, name, type: known.type ?? '', stories: 0, articles: 0, mentions: 0, sentiment: 0 }
  const labels = await namesOf(
    db,
    'theme',
    themes.rows.map(({ theme }) => theme),
  )
  return {
    ...(data[0] ?? none),
    themes: themes.rows.map(({ theme, stories }) => ({ theme, label: labels.get(theme) ?? theme, stories })),
    findings,
  }
}
