/** Co-occurrence: the themes and instruments that share stories with a theme or instrument, and how much more than by chance. */
import { sql, type Kysely } from 'kysely'
import type { Related, RelatedQuery } from '../query.ts'
import { alsoTold } from './also-told.ts'
import { isAbout, namesOf, type Subject } from './names.ts'
import type { Database } from './schema.ts'
import { storiesWithin } from './story-counts.ts'
import { within, type When } from './windows.ts'

const dayMs = 86_400_000
const daysUnlessTold = 30

type Shared = Related['themes'][number]
type Together = Pick<Shared, 'id' | 'together'> & Pick<Subject, 'kind'>

/**
 * Over a window, by default the 30 days up to the subject's newest story. With N stories in it, a of the subject, b of another
 * and c of both: share = c ÷ a, lift = c·N ÷ (a·b), pmi = log2(lift) (Church and Hanks 1990). A story counts once.
 */
export async function relatedTo(
  db: Kysely<Database>,
  subject: Subject & { readonly name: string },
  query: RelatedQuery,
): Promise<Related> {
  const { kind, id, name: label } = subject
  const when = await windowOf(db, subject, query)
  if (when === null) {
    const none = { from: null, to: null, stories: 0, allStories: 0, themes: [], instruments: [] }
    return { kind, id, label, ...none, found: { themes: 0, instruments: 0 } }
  }
  const [{ stories, allStories }, together] = await Promise.all([
    storiesOf(db, subject, when),
    toldTogether(db, subject, when, query.min_stories),
  ])
  const rank = async (other: Subject['kind']): Promise<Shared[]> => {
    const all = together.filter((row) => row.kind === other)
    // Only a lift has to know of all how often each is told at all.
    const asked = query.sort === 'lift' ? all : all.slice(0, query.limit)
    const ids = asked.map((row) => row.id)
    const [told, names] = await Promise.all([storiesOfEach(db, other, ids, when), namesOf(db, other, ids)])
    const shared = asked.map((row): Shared => {
      const b = told.get(row.id) ?? row.together
      const lift = (row.together * allStories) / (stories * b)
      const share = row.together / stories
      return {
        id: row.id,
        label: names.get(row.id) ?? row.id,
        together: row.together,
        stories: b,
        share,
        lift,
        pmi: Math.log2(lift),
      }
    })
    // Sorting is stable: of equal lift, what shares most stories comes first.
    if (query.sort === 'lift') shared.sort((one, other) => other.lift - one.lift)
    return shared.slice(0, query.limit)
  }
  const [themes, instruments] = await Promise.all([rank('theme'), rank('instrument')])
  const count = (other: Subject['kind']) => together.filter((row) => row.kind === other).length
  const found = { themes: count('theme'), instruments: count('instrument') }
  return { kind, id, label, from: when.time_from, to: when.time_to, stories, allStories, themes, instruments, found }
}

type Window = When & { readonly time_from: string; readonly time_to: string }

async function windowOf(db: Kysely<Database>, subject: Subject, query: RelatedQuery): Promise<Window | null> {
  const { time_from, as_of } = query
  const to = query.time_to ?? (await afterNewest(db, subject, query))
  if (to === null) return null
  const from = time_from ?? new Date(Date.parse(to) - daysUnlessTold * dayMs).toISOString()
  return { time_from: from, time_to: to, as_of }
}

async function afterNewest(db: Kysely<Database>, subject: Subject, { as_of }: When): Promise<string | null> {
  const { rows } = await sql<{ newest: string }>`
    SELECT f.sort_at + interval '1 ms' AS newest FROM finding f
    WHERE ${isAbout(subject)} AND ${within('f', { as_of })} AND f.published_at IS NOT NULL AND f.marked_at IS NULL
    ORDER BY f.sort_at DESC LIMIT 1`.execute(db)
  return rows[0]?.newest ?? null
}

/** Distinct stories of the subject, and of all. */
async function storiesOf(
  db: Kysely<Database>,
  subject: Subject,
  when: Window,
): Promise<{ stories: number; allStories: number }> {
  const { rows } = await sql<{ stories: number; allStories: number }>`
    SELECT (SELECT count(DISTINCT f.story_id)::int FROM finding f
        WHERE ${isAbout(subject)} AND ${within('f', when)} AND f.marked_at IS NULL) AS stories,
      ${storiesWithin({ from: when.time_from, to: when.time_to, as_of: when.as_of })} AS "allStories"`.execute(db)
  return rows[0]!
}

/** What is told in the subject's stories too, most stories first. */
async function toldTogether(
  db: Kysely<Database>,
  subject: Subject,
  when: Window,
  leastStories: number,
): Promise<Together[]> {
  const { rows } = await sql<Together>`
    WITH told AS (
      SELECT DISTINCT f.article_id, f.story_id FROM finding f
      WHERE ${isAbout(subject)} AND ${within('f', when)} AND f.marked_at IS NULL
    )
    SELECT also.kind, also.id, count(DISTINCT told.story_id)::int AS together
    FROM told JOIN revision r ON r.article_id = told.article_id AND ${within('r', { as_of: when.as_of })},
      LATERAL (SELECT 'theme' AS kind, id FROM ${alsoTold('theme')} AS themes
        UNION ALL SELECT 'instrument', id FROM ${alsoTold('instrument')} AS instruments) AS also
    WHERE NOT (also.kind = ${subject.kind} AND also.id = ${subject.id})
    GROUP BY also.kind, also.id HAVING count(DISTINCT told.story_id) >= ${leastStories}
    ORDER BY together DESC, also.id COLLATE "C"`.execute(db)
  return rows
}

/** Distinct stories of each; an index has all that is asked for. */
async function storiesOfEach(
  db: Kysely<Database>,
  kind: Subject['kind'],
  ids: readonly string[],
  when: Window,
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const column = kind === 'theme' ? sql`f.theme` : sql`f.symbol`
  const { rows } = await sql<{ id: string; stories: number }>`
    SELECT id, count(*)::int AS stories FROM (
      SELECT DISTINCT ${column} AS id, f.story_id FROM finding f
      WHERE f.kind = ${sql.lit(kind)} AND ${column} = ANY(${[...ids]}::text[]) AND ${within('f', when)} AND f.marked_at IS NULL
    ) AS told GROUP BY id`.execute(db)
  return new Map(rows.map(({ id, stories }) => [id, stories]))
}
