/** How a theme or an instrument is told over time: the window asked for, a chart, and the numbers behind it. */
import type { FC } from 'hono/jsx'
import { heads, Table } from '../digest/html/table.tsx'
import { Tone } from '../digest/html/parts.tsx'
import { dateWords, percent } from '../digest/words.ts'
import { intervals, type TimelinePoint } from '../query.ts'
import { Field, Select } from './form.tsx'
import { mostBars, TimelineChart } from './timeline-chart.tsx'

export type Interval = (typeof intervals)[number]

export const WindowForm: FC<{
  path: string
  query: Readonly<Record<string, string>>
  interval: string | undefined
}> = ({ path, query, interval }) => (
  <form class="search" action={path}>
    <Field label="Published from">
      <input type="date" name="time_from" value={query['time_from']?.slice(0, 10)} />
    </Field>
    <Field label="Before">
      <input type="date" name="time_to" value={query['time_to']?.slice(0, 10)} />
    </Field>
    <Select
      name="interval"
      label="Step"
      options={intervals.map((one) => [one, `by ${one}`] as const)}
      chosen={interval ?? 'day'}
    />
    <button>Show</button>
  </form>
)

export const OverTime: FC<{ points: readonly TimelinePoint[] }> = ({ points }) =>
  points.length === 0 ? (
    <p class="quiet">No dated story yet.</p>
  ) : (
    <>
      {points.length > 1 && (
        <>
          <p class="soft">Above, attention: the share of all stories that tell it. Below, their tone.</p>
          <TimelineChart points={points} />
        </>
      )}
      {points.length > mostBars && <p class="soft">The latest {mostBars} steps; longer steps show more of the past.</p>}
      <details>
        <summary>The numbers, step by step</summary>
        <Table
          label="Attention and tone, step by step"
          narrow="dense"
          heads={heads('From', '#Stories', '#Of', '#Attention', 'Tone')}
          rows={[...points]
            .reverse()
            .map((point) => [
              dateWords(point.from.slice(0, 10)),
              point.stories,
              point.allStories,
              point.attention === null ? '–' : percent(point.attention),
              point.sentiment === null ? '–' : <Tone score={point.sentiment} />,
            ])}
        />
      </details>
    </>
  )
