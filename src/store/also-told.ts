/** What else an article tells: the themes and instruments of a reading `r`, without those a person marked wrong. */
import { sql, type RawBuilder } from 'kysely'
import type { Subject } from './names.ts'

/** A table with the column `id`. A reading lists them, so that its findings need not be read; marks are few. */
export function alsoTold(kind: Subject['kind']): RawBuilder<unknown> {
  const [list, column] = kind === 'theme' ? [sql`r.themes`, sql`x.theme`] : [sql`r.symbols`, sql`x.symbol`]
  return sql`(SELECT listed.id FROM unnest(${list}) AS listed (id)
    WHERE NOT EXISTS (SELECT FROM mark m WHERE m.article_id = r.article_id) OR EXISTS (SELECT FROM finding x
      WHERE x.article_id = r.article_id AND x.revision = r.revision AND x.kind = ${sql.lit(kind)} AND ${column} = listed.id
        AND x.marked_at IS NULL))`
}
