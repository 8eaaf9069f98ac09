/** A theme's share of all stories, step by step: bars drawn on the server, the numbers beside them in a table. */
import type { FC } from 'hono/jsx'
import { percent, shortDate } from '../digest/words.ts'
import type { TimelinePoint } from '../query.ts'

/** The latest steps; more would be thinner than a line. */
const mostBars = 90
const [wide, high, left, below] = [720, 160, 44, 24]

export const AttentionChart: FC<{ points: readonly TimelinePoint[] }> = ({ points: all }) => {
  const points = all.slice(-mostBars)
  const highest = Math.max(...points.map((point) => point.attention ?? 0), 0.01)
  const step = (wide - left) / points.length
  const ground = high - below
  const tall = (share: number): number => Math.round((share / highest) * (ground - 10))
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
      {[0, highest].map((share) => (
        <>
          <line x1={left} x2={wide} y1={ground - tall(share)} y2={ground - tall(share)} />
          <text x={left - 6} y={ground - tall(share) + 4} text-anchor="end">
            {percent(share)}
          </text>
        </>
      ))}
      {points.map((point, i) =>
        point.attention ? (
          <rect
            x={Math.round(left + i * step + step * 0.1)}
            y={ground - tall(point.attention)}
            width={Math.max(1, Math.min(40, Math.round(step * 0.8)))}
            height={tall(point.attention)}
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
