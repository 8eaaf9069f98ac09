/** The words that an article shares with others, by their stems; a word weighs the more, the fewer of them have it. */
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'
import { within, type When } from './windows.ts'

const mostTerms = 6

export interface SharedWords {
  /** 0..1: what the shared words weigh of all that the article has. */
  readonly share: number
  /** The weightiest, as the article writes them. */
  readonly terms: readonly string[]
}

/** By id of the other article. Stop words and numbers count for nothing. */
export async function sharedWords(
  db: Kysely<Database>,
  of: { readonly articleId: string; readonly revision: number },
  others: readonly string[],
  when: When,
): Promise<Map<string, SharedWords>> {
  if (others.length === 0) return new Map()
  const { rows } = await sql<{ stem: string; articles: string[] | null }>`
    WITH mine AS (
      SELECT stem FROM revision r, unnest(tsvector_to_array(r.search)) AS stem
      WHERE r.article_id = ${of.articleId} AND r.revision = ${of.revision} AND stem ~ '^[a-z]{3,}$'
    ), theirs AS (
      SELECT r.article_id, stem FROM revision r, unnest(tsvector_to_array(r.search)) AS stem
      WHERE r.article_id = ANY(${[...others]}::text[]) AND ${within('r', { as_of: when.as_of })}
    )
    SELECT mine.stem, array_agg(theirs.article_id) FILTER (WHERE theirs.article_id IS NOT NULL) AS articles
    FROM mine LEFT JOIN theirs USING (stem) GROUP BY mine.stem ORDER BY mine.stem COLLATE "C"`.execute(db)
  const weightOf = (articles: readonly string[] | null) =>
    Math.log((others.length + 1) / Math.max(articles?.length ?? 0, 1))
  const whole = rows.reduce((sum, { articles }) => sum + weightOf(articles), 0)
  const shared = new Map<string, { stem: string; weight: number }[]>()
  for (const { stem, articles } of rows) {
    for (const article of articles ?? []) {
      shared.set(article, [...(shared.get(article) ?? []), { stem, weight: weightOf(articles) }])
    }
  }
  const best = new Map(
    [...shared].map(([article, stems]) => [
      article,
      stems
        .toSorted((one, other) => other.weight - one.weight)
        .slice(0, mostTerms)
        .map(({ stem }) => stem),
    ]),
  )
  const words = await writtenAs(db, of, [...new Set([...best.values()].flat())])
  return new Map(
    [...shared].map(([article, stems]) => [
      article,
      {
        share: whole > 0 ? stems.reduce((sum, { weight }) => sum + weight, 0) / whole : 0,
        terms: best.get(article)!.map((stem) => words.get(stem) ?? stem),
      },
    ]),
  )
}

/** Stems as the article's own words: the shortest of each. */
async function writtenAs(
  db: Kysely<Database>,
  of: { readonly articleId: string; readonly revision: number },
  stems: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ stem: string; word: string }>`
    SELECT DISTINCT ON (stem) stem, word FROM (
      SELECT word, (ts_lexize('english_stem', word))[1] AS stem FROM (
        SELECT DISTINCT lower(found[1]) AS word FROM revision r,
          regexp_matches(coalesce(r.title, '') || ' ' || left(r.text, 200000), '[[:alpha:]]{3,}', 'g') AS found
        WHERE r.article_id = ${of.articleId} AND r.revision = ${of.revision}
      ) AS words
    ) AS stemmed WHERE stem = ANY(${[...stems]}::text[])
    ORDER BY stem, length(word), word COLLATE "C"`.execute(db)
  return new Map(rows.map(({ stem, word }) => [stem, word]))
}
