/** Instruments: how much each is written about, and in what tone. */
import { sql, type Kysely } from 'kysely'
import type { InstrumentDetail, InstrumentQuery, InstrumentSummary, Page } from '../query.ts'
import { firstFindings } from './findings.ts'
import { namesOf, subjectOf } from './names.ts'
import type { Database } from './schema.ts'
import { totalsOf, type Total } from './totals.ts'
import type { When } from './windows.ts'

/** Most told first. `sentiment` is the mean over stories, weighted by relevance; `mentions` are counted over articles. */
export async function listInstruments(db: Kysely<Database>, query: InstrumentQuery): Promise<Page<InstrumentSummary>> {
  const { themes, type, min_relevance, limit, cursor, ...when } = query
  const asked = { kind: 'instrument', beside: themes && [...new Set(themes)], type, min_relevance } as const
  const { rows, found, next } = await totalsOf(db, asked, { ...when, limit, cursor })
  const data = await summariesOf(db, rows)
  return { data, meta: { found, returned: data.length, next } }
}

/** With what each is called in its latest finding. */
async function summariesOf(db: Kysely<Database>, totals: readonly Total[]): Promise<InstrumentSummary[]> {
  const { rows } = await sql<Pick<InstrumentSummary, 'symbol' | 'exchange' | 'name' | 'type'>>`
    SELECT asked.symbol, known.* FROM unnest(${totals.map(({ id }) => id)}::text[]) AS asked (symbol), LATERAL (
      SELECT f.value->>'exchange' AS exchange, f.value->>'name' AS name, f.type FROM finding f
      WHERE f.kind = 'instrument' AND f.symbol = asked.symbol ORDER BY f.sort_at DESC LIMIT 1
    ) AS known`.execute(db)
  const known = new Map(rows.map((row) => [row.symbol, row]))
  return totals.flatMap(({ id, ...told }) => {
    const row = known.get(id)
    return row === undefined ? [] : [{ ...row, ...told }]
  })
}

/** Null for an instrument that was never found. The symbol may be written in small letters. */
export async function getInstrument(db: Kysely<Database>, asked: string, when: When): Promise<InstrumentDetail | null> {
  const subject = await subjectOf(db, { kind: 'instrument', id: asked })
  if (subject === null) return null
  const { id } = subject
  const [{ rows }, beside, findings] = await Promise.all([
    totalsOf(db, { kind: 'instrument', id }, { ...when, limit: 1 }),
    totalsOf(db, { kind: 'theme', beside: [id] }, { ...when, limit: 25 }),
    firstFindings(db, { ...when, kinds: ['instrument', 'move'], tickers: [id], sort: 'relevance', limit: 25 }),
  ])
  const none = { id, stories: 0, articles: 0, mentions: 0, sentiment: 0 }
  const [summary] = await summariesOf(db, [rows[0] ?? none])
  const labels = await namesOf(db, 'theme', beside.rows.map(({ id }) => id)) // prettier-ignore
  const themes = beside.rows.map(({ id, stories }) => ({ theme: id, label: labels.get(id) ?? id, stories }))
  return { ...summary!, themes, findings }
}
