/** Rows of `finding` with their article, in the shape of an answer. */
import type { FindingRow } from '../query.ts'
import type { Finding } from '../types.ts'

export interface StoredFinding {
  readonly article_id: string
  readonly ordinal: number
  readonly id: string
  readonly kind: string
  readonly value: unknown
  readonly evidence: unknown
  readonly rule: string
  readonly confidence: number
  readonly story_id: string | null
  readonly sort_at: string
  readonly known_at: string
  /** What comes before time in the order of its list. */
  readonly rank: number | string | null
  readonly title: string | null
  readonly url: string | null
  readonly canonical_url: string | null
  readonly site_name: string | null
  readonly published_text: string | null
  readonly published_precision: 'instant' | 'day' | 'month' | null
}

export function findingRow(row: StoredFinding): FindingRow {
  const { id, kind, value, evidence, rule, confidence } = row
  return {
    // What was stored was a Finding; the schema's `kind` and `value` agree by how they were written.
    ...({ id, kind, value, evidence, rule, confidence } as unknown as Finding),
    source: {
      articleId: row.article_id,
      storyId: row.story_id,
      title: row.title,
      url: row.canonical_url ?? row.url,
      siteName: row.site_name,
      publishedAt: row.published_text,
      publishedPrecision: row.published_precision,
      knownAt: row.known_at,
    },
  }
}
