/** A theme's share of all stories, step by step: bars drawn on the server, the numbers beside them in a table. */
import { scaleBand, scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'
import { percent, shortDate } from '../digest/words.ts'
import type { TimelinePoint } from '../query.ts'

/** The latest steps; more would be thinner than a line. */
const mostBars = 90
const [wide, high, left, below] = [720, 160, 44, 24]

export const AttentionChart: FC<{ points: readonly TimelinePoint[] }> = ({ points: all }) => {
  const points = all.slice(-mostBars)
  const highest = Math.max(...points.map((point) => point.attention ?? 0), 0.01)
  const ground = high - below
  const x = scaleBand(
    points.map((_, i) => i),
    [left, wide],
  ).padding(0.2)
  const y = scaleLinear([0, highest], [ground, 10]).nice(3)
  const round = (value: number): number => Math.round(value * 10) / 10
  const [first, last] = [points[0]!, points.at(-1)!]
  return (
    <svg
      class="timeline"
      width={wide}
      height={high}
      viewBox={`0 0 ${wide} ${high}`}
      role="img"
      aria-label={`Attention from ${first.from.slice(0, 10)} to ${last.from.slice(0, 10)}, highest ${percent(highest)}, last ${percent(last.attention ?? 0)}`}
    >
      {y.ticks(3).map((share) => (
        <>
          <line x1={left} x2={wide} y1={round(y(share))} y2={round(y(share))} />
          <text x={left - 6} y={round(y(share)) + 4} text-anchor="end">
            {percent(share)}
          </text>
        </>
      ))}
      {points.map((point, i) =>
        point.attention ? (
          <rect
            x={round(x(i) ?? left)}
            y={round(y(point.attention))}
            width={round(Math.min(40, x.bandwidth()))}
            height={round(ground - y(point.attention))}
          >
            <title>{`${shortDate(point.from.slice(0, 10))}: ${percent(point.attention)}, ${point.stories} of ${point.allStories}`}</title>
          </rect>
        ) : null,
      )}
      <text x={left} y={high - 6}>
        {shortDate(first.from.slice(0, 10))}
      </text>
      <text x={wide} y={high - 6} text-anchor="end">
        {shortDate(last.from.slice(0, 10))}
      </text>
    </svg>
  )
}
