/** Articles like one: near in time, of other stories, that tell of the same themes and instruments in the same words. */
import { sql, type Kysely } from 'kysely'
import type { LikeQuery, LikeRow } from '../query.ts'
import { articleColumns, articleRow, type StoredArticle } from './article-row.ts'
import { namesOf, type Subject } from './names.ts'
import type { Database } from './schema.ts'
import { sharedWords } from './shared-words.ts'
import { storiesWithin } from './story-counts.ts'
import { within } from './windows.ts'

const dayMs = 86_400_000
/** What an article is most about: the rest of a long list says little of it. */
const mostFeatures = 12
/** Articles whose words are compared; the likest by theme and instrument. */
const mostRead = 60
/** What themes and instruments weigh in the score, and what words do. */
const weights = { about: 0.7, words: 0.3 }

interface Read {
  readonly articleId: string
  readonly revision: number
  readonly storyId: string | null
  readonly at: string
}
type Feature = Subject & { readonly relevance: number }
interface Candidate {
  readonly articleId: string
  readonly sortAt: string
  readonly about: number
  /** The features shared, counted from 1, and what each gives. */
  readonly features: readonly number[]
  readonly parts: readonly number[]
}

/**
 * Best first; each story once, by its likest article. A feature weighs its rarity, ln(1 + N ÷ n): n of the N stories in the window
 * have it; an article has as much of it as the less relevant of the two. `about` is what the article's features weigh of
 * themselves in the other, `words` the same for the words of its title and text; score = 0.7 × about + 0.3 × words.
 * Null when there is no such article, or none was known as of a moment.
 */
export async function articlesLike(
  db: Kysely<Database>,
  id: string,
  { days, as_of, limit }: LikeQuery,
): Promise<LikeRow[] | null> {
  const { rows } = await sql<Read>`
    SELECT r.article_id AS "articleId", r.revision, r.story_id AS "storyId", r.sort_at AS at
    FROM revision r JOIN article a ON a.id = r.article_id
    WHERE r.article_id = ${id} AND a.removed_at IS NULL AND ${within('r', { as_of })}`.execute(db)
  const [read] = rows
  if (!read) return null
  const features = await featuresOf(db, read)
  if (features.length === 0) return []
  const near = (days: number) => new Date(Date.parse(read.at) + days * dayMs).toISOString()
  const when = { time_from: near(-days), time_to: near(days), as_of }
  const candidates = await candidatesFor(db, read, features, when)
  const words = await sharedWords(
    db,
    read,
    candidates.map(({ articleId }) => articleId),
    { as_of },
  )
  const best = candidates
    .map((candidate) => {
      const { share = 0, terms = [] } = words.get(candidate.articleId) ?? {}
      return { ...candidate, words: share, terms, score: weights.about * candidate.about + weights.words * share }
    })
    .toSorted((one, other) => other.score - one.score || (one.sortAt < other.sortAt ? 1 : -1))
    .slice(0, limit)
  const articles = await articlesAt(
    db,
    best.map(({ articleId }) => articleId),
    as_of,
  )
  const idsOf = (kind: Subject['kind']) =>
    features.filter((feature) => feature.kind === kind).map((feature) => feature.id)
  const [themes, instruments] = await Promise.all([
    namesOf(db, 'theme', idsOf('theme')),
    namesOf(db, 'instrument', idsOf('instrument')),
  ])
  return best.flatMap(({ articleId, features: shared, parts, about, words, terms, score }) => {
    const article = articles.get(articleId)
    if (!article) return []
    const of = (kind: Subject['kind']) =>
      shared
        .map((feature, at) => ({ ...features[feature - 1]!, weight: rounded(parts[at]!) }))
        .filter((part) => part.kind === kind)
        .toSorted((one, other) => other.weight - one.weight)
    return {
      article: articleRow(article),
      score: rounded(score),
      about: rounded(about),
      words: rounded(words),
      themes: of('theme').map(({ id, weight }) => ({ theme: id, label: themes.get(id) ?? id, weight })),
      instruments: of('instrument').map(({ id, weight }) => ({ symbol: id, name: instruments.get(id) ?? id, weight })),
      terms: [...terms],
    }
  })
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

async function featuresOf(db: Kysely<Database>, { articleId, revision }: Read): Promise<Feature[]> {
  const { rows } = await sql<Feature>`
    SELECT kind, id, max(relevance)::float8 AS relevance FROM (
      SELECT f.kind, coalesce(f.theme, f.symbol) AS id, f.relevance FROM finding f
      WHERE f.article_id = ${articleId} AND f.revision = ${revision} AND f.kind IN ('theme', 'instrument')
        AND f.marked_at IS NULL AND f.relevance > 0
    ) AS told GROUP BY kind, id
    ORDER BY relevance DESC, kind DESC, id COLLATE "C" LIMIT ${mostFeatures}`.execute(db)
  return rows
}

/** The likest by feature; every feature is a range of an index that has all that is asked for. */
async function candidatesFor(
  db: Kysely<Database>,
  { articleId, storyId }: Read,
  features: readonly Feature[],
  when: { readonly time_from: string; readonly time_to: string; readonly as_of: string | undefined },
): Promise<Candidate[]> {
  const told = (kind: Subject['kind']) => {
    const column = kind === 'theme' ? sql`f.theme` : sql`f.symbol`
    const ids = features.filter((feature) => feature.kind === kind).map((feature) => feature.id)
    return sql`SELECT ${kind}::text AS kind, ${column} AS id, f.article_id, f.story_id, f.sort_at, f.relevance FROM finding f
      WHERE f.kind = ${sql.lit(kind)} AND ${column} = ANY(${ids}::text[]) AND f.marked_at IS NULL AND ${within('f', when)}`
  }
  const { rows } = await sql<Candidate>`
    WITH feature AS (
      SELECT kind, id, relevance, at::int FROM unnest(${features.map((one) => one.kind)}::text[], ${features.map((one) => one.id)}::text[],
        ${features.map((one) => one.relevance)}::float8[]) WITH ORDINALITY AS asked (kind, id, relevance, at)
    ), told AS MATERIALIZED (${told('theme')} UNION ALL ${told('instrument')}),
    rare AS (
      SELECT feature.at, feature.kind, feature.id, feature.relevance,
        ln(greatest(${storiesWithin({ from: when.time_from, to: when.time_to, as_of: when.as_of })}, 1)::float8 / greatest(count(DISTINCT told.story_id), 1) + 1) AS rarity
      FROM feature LEFT JOIN told USING (kind, id) GROUP BY feature.at, feature.kind, feature.id, feature.relevance
    ), part AS (
      SELECT told.article_id, told.story_id, told.sort_at, rare.at,
        max(least(told.relevance, rare.relevance)) * rare.rarity
          / (SELECT sum(rarity * relevance ORDER BY at) FROM rare) AS part
      FROM told JOIN rare USING (kind, id)
      WHERE told.article_id <> ${articleId} AND told.story_id IS DISTINCT FROM ${storyId}
      GROUP BY told.article_id, told.story_id, told.sort_at, rare.at, rare.rarity
    ), scored AS (
      SELECT article_id, story_id, sort_at, round(sum(part ORDER BY at)::numeric, 6)::float8 AS about,
        array_agg(at ORDER BY at) AS features, array_agg(part ORDER BY at) AS parts
      FROM part GROUP BY article_id, story_id, sort_at
    )
    SELECT * FROM (
      SELECT DISTINCT ON (story_id) article_id AS "articleId", sort_at AS "sortAt", about, features, parts
      FROM scored
      ORDER BY story_id, about DESC, sort_at, article_id
    ) AS likest ORDER BY about DESC, "sortAt" DESC, "articleId" LIMIT ${mostRead}`.execute(db)
  return rows
}

async function articlesAt(
  db: Kysely<Database>,
  ids: readonly string[],
  as_of: string | undefined,
): Promise<Map<string, StoredArticle>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<StoredArticle>`
    SELECT ${articleColumns(true)} FROM revision r JOIN article a ON a.id = r.article_id
    WHERE r.article_id = ANY(${[...ids]}::text[]) AND a.removed_at IS NULL AND ${within('r', { as_of })}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
