/** Stories: near-identical articles together; the first to publish leads. */
import { sql, type Kysely } from 'kysely'
import type { ArticleRow, Page, StoryQuery, StoryRow } from '../query.ts'
import { articleColumns, articleRow, type StoredArticle } from './article-row.ts'
import { countOf } from './count.ts'
import { cursorOf, placeOf } from './cursor.ts'
import type { Database } from './schema.ts'
import { within } from './windows.ts'

interface Listed {
  readonly id: string
  readonly articles: number
  readonly sort_at: string
}

/** `relevance` puts the stories told most often first. As of a moment, a story is what was known of it then. */
export async function listStories(db: Kysely<Database>, query: StoryQuery): Promise<Page<StoryRow>> {
  const list = `stories:${query.sort}`
  const place = placeOf(list, query.cursor, ['number', 'time', 'id'])
  const order = query.sort === 'earliest' ? sql`ASC` : sql`DESC`
  const beyond = query.sort === 'earliest' ? sql`>` : sql`<`
  const first = query.sort === 'relevance' ? sql`articles DESC, ` : sql``
  const after = !place
    ? sql`true`
    : query.sort === 'relevance'
      ? sql`(articles, sort_at, id) < (${place[0]}::int, ${place[1]}::timestamptz, ${place[2]})`
      : sql`(sort_at, id) ${beyond} (${place[1]}::timestamptz, ${place[2]})`
  const stories = query.as_of === undefined ? storiesNow(query) : storiesThen(query)
  const [{ rows }, found] = await Promise.all([
    sql<Listed>`SELECT id, articles, sort_at FROM (${stories}) AS s WHERE ${after}
      ORDER BY ${first} sort_at ${order}, id ${order} LIMIT ${query.limit + 1}`.execute(db),
    countOf(db, isWhole(query) ? sql`SELECT DISTINCT r.story_id FROM revision r WHERE ${within('r', query)}` : stories),
  ])
  const page = rows.slice(0, query.limit)
  const members = await membersOf(
    db,
    page.map(({ id }) => id),
    query.as_of,
  )
  const last = page.at(-1)
  return {
    data: page.map(({ id }) => {
      const articles = members.get(id) ?? []
      return { id, title: articles[0]?.title ?? null, publishedAt: articles[0]?.publishedAt ?? null, articles }
    }),
    meta: {
      ...found,
      returned: page.length,
      next: rows.length > page.length && last ? cursorOf(list, [last.articles, last.sort_at, last.id]) : null,
    },
  }
}

const storiesNow = ({ time_from, time_to }: StoryQuery) => sql`
  SELECT id, articles, sort_at FROM story
  WHERE (${time_from === undefined && time_to === undefined} OR published_at IS NOT NULL)
    AND sort_at >= coalesce(${time_from ?? null}::timestamptz, '-infinity')
    AND sort_at < coalesce(${time_to ?? null}::timestamptz, 'infinity')`

/** All that was known at a moment: nobody need know which article of a story was the first. */
const isWhole = ({ time_from, time_to, as_of }: StoryQuery): boolean =>
  as_of !== undefined && time_from === undefined && time_to === undefined

/** A story stands where the first of what was known of it stands: so an index by date has stories in order. */
const storiesThen = ({ time_from, time_to, as_of, sort }: StoryQuery) => sql`
  SELECT r.story_id AS id, r.sort_at, ${
    sort === 'relevance'
      ? sql`(SELECT count(*)::int FROM revision other WHERE other.story_id = r.story_id AND ${within('other', { as_of })})`
      : sql`0`
  } AS articles
  FROM revision r
  WHERE ${within('r', { time_from, time_to, as_of })} AND NOT EXISTS (
    SELECT FROM revision other WHERE other.story_id = r.story_id AND other.article_id <> r.article_id AND ${within('other', { as_of })}
      AND (other.published_at IS NULL, other.sort_at, other.article_id) < (r.published_at IS NULL, r.sort_at, r.article_id))`

/** The articles of each story, the leader first. */
async function membersOf(
  db: Kysely<Database>,
  stories: readonly string[],
  as_of: string | undefined,
): Promise<Map<string, ArticleRow[]>> {
  const members = new Map<string, ArticleRow[]>()
  if (stories.length === 0) return members
  const asOf = as_of !== undefined
  const source = asOf
    ? sql`revision r JOIN article a ON a.id = r.article_id WHERE ${within('r', { as_of })} AND r.story_id`
    : sql`article a WHERE a.status = 'analyzed' AND a.story_id`
  const of = asOf ? sql`r` : sql`a`
  const { rows } = await sql<StoredArticle>`
    SELECT ${articleColumns(asOf)} FROM ${source} = ANY(${[...stories]}::text[]) AND a.removed_at IS NULL
    ORDER BY ${of}.published_at NULLS LAST, ${of}.known_at, a.id`.execute(db)
  for (const row of rows) {
    const story = members.get(row.story_id!)
    if (story) story.push(articleRow(row))
    else members.set(row.story_id!, [articleRow(row)])
  }
  return members
}
