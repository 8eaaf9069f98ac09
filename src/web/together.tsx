/** What shares stories with a theme or instrument, and how much more often than by chance. */
import type { FC } from 'hono/jsx'
import { heads, Table } from '../digest/html/table.tsx'
import { dateWords } from '../digest/date-words.ts'
import { percent } from '../digest/words.ts'
import type { Related } from '../query.ts'

export const Together: FC<{ rows: Related['themes']; of: Related; link: (id: string) => string }> = ({
  rows,
  of: { label, stories, from, to },
  link,
}) => (
  <>
    {rows.length > 0 && from !== null && to !== null && (
      <p class="soft">
        Of {stories} stories about {label} from {dateWords(from.slice(0, 10))} to {dateWords(to.slice(0, 10))}. “Times
        chance” is how much more often both are told than if neither had to do with the other.
      </p>
    )}
    <Table
      label={`Told together with ${label}`}
      narrow="dense"
      heads={heads('What', '#Stories with both', '#Share', '#Times chance')}
      rows={rows.map((row) => [
        <a href={link(row.id)}>{row.label}</a>,
        row.together,
        percent(row.share),
        row.lift.toFixed(1),
      ])}
      quiet="Nothing is told together with it in two stories or more."
    />
  </>
)
