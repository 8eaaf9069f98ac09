/** The quotes beside an article as they were when its revision was first known: a page whose prices moved is no new revision. */
import type { Kysely } from 'kysely'
import type { Analysis, Finding } from '../types.ts'
import type { Database } from './schema.ts'

/** The analysis with the tables of the revision that is stored, and the findings in them. */
export async function withTablesOf(
  tx: Kysely<Database>,
  { id, revision, tables }: { readonly id: string; readonly revision: number; readonly tables: string | null },
  analysis: Analysis,
): Promise<Analysis> {
  const stored = await tx
    .selectFrom('finding')
    .select(['id', 'kind', 'value', 'evidence', 'rule', 'confidence'])
    .where('article_id', '=', id)
    .where('revision', '=', revision)
    .where('kind', '=', 'table')
    .orderBy('ordinal')
    .execute()
  // What was stored was a Finding; the schema's `kind` and `value` agree by how they were written.
  const first = (stored as unknown as Finding[]).filter(isBeside)
  const findings = [...analysis.findings.filter((finding) => !isBeside(finding)), ...first]
  return { ...analysis, article: { ...analysis.article, tables: tables ?? '' }, findings }
}

const isBeside = ({ evidence }: Finding): boolean => evidence[0]?.field === 'tables'
