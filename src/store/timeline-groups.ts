/** What a time series can be cut by: each grouping says which group a story told in a step belongs to. */
import { sql, type RawBuilder } from 'kysely'
import type { SubjectTimelineQuery } from '../query.ts'
import { alsoTold } from './also-told.ts'
import { within, type When } from './windows.ts'

/** Over rows `told` with subject, article_id, story_id, step, relevance and score. */
export interface Grouping {
  readonly group: RawBuilder<unknown>
  /** What has to be read besides, to know it. */
  readonly join: (when: When) => RawBuilder<unknown>
}

export const asOne: Grouping = { group: sql`told.subject`, join: () => sql`` }

/** The current reading of an article, or the one that was current then. */
const reading = ({ as_of }: When) =>
  sql`JOIN revision r ON r.article_id = told.article_id AND ${within('r', { as_of })}`
/** A story has one tone in a step, that of its most relevant article, so that the groups add up. */
const toneOfStory = sql`first_value(told.score) OVER (
  PARTITION BY told.step, told.story_id ORDER BY told.relevance DESC, told.article_id)`

export const groupings: Record<NonNullable<SubjectTimelineQuery['group_by']>, Grouping> = {
  theme: { group: sql`also.id`, join: (when) => sql`${reading(when)}, LATERAL ${alsoTold('theme')} AS also` },
  instrument: { group: sql`also.id`, join: (when) => sql`${reading(when)}, LATERAL ${alsoTold('instrument')} AS also` },
  kind: {
    group: sql`also.kind`,
    join: (when) => sql`, LATERAL (SELECT DISTINCT x.kind FROM finding x
      WHERE x.article_id = told.article_id AND x.marked_at IS NULL AND ${within('x', { as_of: when.as_of })}) AS also`,
  },
  source: {
    group: sql`coalesce(r.site_name, a.host, '(unnamed)')`,
    join: (when) => sql`${reading(when)} JOIN article a ON a.id = told.article_id`,
  },
  sentiment: {
    group: sql`CASE WHEN ${toneOfStory} >= 0.15 THEN 'positive' WHEN ${toneOfStory} <= -0.15 THEN 'negative' ELSE 'neutral' END`,
    join: () => sql``,
  },
}
