/** What themes and instruments are called, as the latest finding of each has it. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from './schema.ts'

/** A theme or an instrument: what a series, a comparison or a pair is of. `id` is the theme's id or the symbol. */
export interface Subject {
  readonly kind: 'theme' | 'instrument'
  readonly id: string
}

/** The findings `f` of it: theme findings of the theme, instrument findings of the instrument. */
export const isAbout = ({ kind, id }: Subject): RawBuilder<SqlBool> =>
  kind === 'theme' ? sql`f.kind = 'theme' AND f.theme = ${id}` : sql`f.kind = 'instrument' AND f.symbol = ${id}`

/** By id; those never found are left out. */
export async function namesOf(
  db: Kysely<Database>,
  kind: Subject['kind'],
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const [column, name] =
    kind === 'theme' ? [sql`f.theme`, sql`f.value->>'label'`] : [sql`f.symbol`, sql`f.value->>'name'`]
  const { rows } = await sql<{ id: string; name: string | null }>`
    SELECT asked.id, (SELECT ${name} FROM finding f WHERE f.kind = ${sql.lit(kind)} AND ${column} = asked.id
      ORDER BY f.sort_at DESC, f.article_id DESC LIMIT 1) AS name
    FROM unnest(${[...ids]}::text[]) AS asked (id)`.execute(db)
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}

/** Those that were ever found, spelled as given. */
export const spelledAs = async (
  db: Kysely<Database>,
  kind: Subject['kind'],
  ids: readonly string[],
): Promise<string[]> => {
  const names = await namesOf(db, kind, ids)
  return ids.filter((id) => names.has(id))
}

/** As it is stored: a symbol may be asked for in small letters. Null for what was never found. */
export async function subjectOf(
  db: Kysely<Database>,
  { kind, id }: Subject,
): Promise<(Subject & { readonly name: string }) | null> {
  const spelled = kind === 'theme' ? [id] : [...new Set([id, id.toUpperCase()])]
  const names = await namesOf(db, kind, spelled)
  const known = spelled.find((one) => names.has(one))
  return known === undefined ? null : { kind, id: known, name: names.get(known)! }
}
