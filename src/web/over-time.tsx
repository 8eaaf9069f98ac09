/** How a theme or an instrument is told over time: the window asked for, a chart, and the numbers behind it. */
import type { FC } from 'hono/jsx'
import { heads, Table } from '../digest/html/table.tsx'
import { Tone } from '../digest/html/parts.tsx'
import { dateWords } from '../digest/date-words.ts'
import { many, percent } from '../digest/words.ts'
import { intervals, type TimelinePoint } from '../query.ts'
import { FilterForm, Select } from './form.tsx'
import { mostBars, TimelineChart } from './timeline-chart.tsx'

export type Interval = (typeof intervals)[number]

export const WindowForm: FC<{
  path: string
  query: Readonly<Record<string, string>>
  interval: string | undefined
}> = ({ path, query, interval }) => (
  <FilterForm path={path} query={query}>
    <Select
      name="interval"
      label="Step"
      options={intervals.map((one) => [one, `by ${one}`] as const)}
      chosen={interval ?? 'day'}
    />
  </FilterForm>
)

/** `stories`: in all, so that what stands in no step is told. */
export const OverTime: FC<{ points: readonly TimelinePoint[]; stories: number }> = ({ points, stories }) =>
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
      <Undated count={stories - points.reduce((sum, point) => sum + point.stories, 0)} />
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

const Undated: FC<{ count: number }> = ({ count }) =>
  count > 0 ? (
    <p class="soft">
      {many(count, 'story')} without a date {count === 1 ? 'stands' : 'stand'} in no step.{' '}
      <a href="/definitions#undated">Why</a>
    </p>
  ) : (
    <></>
  )
