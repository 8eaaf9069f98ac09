/** A theme's share of all stories and its tone, step by step: bars drawn on the server, the numbers beside them in a table. */
import { scaleBand, scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'
import { shortDate } from '../digest/date-words.ts'
import { percent, signed, toneOf } from '../digest/words.ts'
import type { TimelinePoint } from '../query.ts'

/** The latest steps; more would be thinner than a line. */
export const mostBars = 120
/** Scales stand on the right, beside the latest: there a narrow screen begins. */
const [wide, right] = [720, 658]
/** Top and bottom of the two panels, and the line that days are written on. */
const [attention, tone, days] = [{ top: 8, bottom: 116 }, { top: 136, bottom: 206 }, 226]

export const TimelineChart: FC<{ points: readonly TimelinePoint[] }> = ({ points: all }) => {
  const points = all.slice(-mostBars)
  const [first, last] = [points[0]!, points.at(-1)!]
  const highest = Math.max(...points.map((point) => point.attention ?? 0), 0.01)
  const band = scaleBand(
    points.map((_, i) => i),
    [0, right],
  ).padding(0.2)
  const x = (i: number): number => round(band(i) ?? 0)
  const bar = round(Math.min(40, band.bandwidth()))
  const y = scaleLinear([0, highest], [attention.bottom, attention.top]).nice(3)
  const score = scaleLinear([-1, 1], [tone.bottom, tone.top])
  const day = ({ from }: TimelinePoint): string => shortDate(from.slice(0, 10), last.from)
  return (
    <div class="scroll latest" tabindex={0} role="region" aria-label="Chart of attention and tone">
      <svg
        class="timeline"
        width={wide}
        height={days + 6}
        viewBox={`0 0 ${wide} ${days + 6}`}
        role="img"
        aria-label={`From ${day(first)} to ${day(last)}: attention at most ${percent(highest)}, last ${percent(last.attention ?? 0)}${last.sentiment === null ? '' : `; tone last ${toneOf(last.sentiment)} ${signed(last.sentiment)}`}`}
      >
        {y.ticks(3).map((share) => (
          <>
            <line x1={0} x2={right} y1={round(y(share))} y2={round(y(share))} />
            <text x={right + 6} y={round(y(share)) + 4}>
              {percent(share)}
            </text>
          </>
        ))}
        {points.map((point, i) =>
          point.attention ? (
            <rect
              x={x(i)}
              y={round(y(point.attention))}
              width={bar}
              height={round(attention.bottom - y(point.attention))}
            >
              <title>{`${day(point)}: ${percent(point.attention)}, ${point.stories} of ${point.allStories}`}</title>
            </rect>
          ) : null,
        )}
        {([1, 0, -1] as const).map((step) => (
          <>
            <line x1={0} x2={right} y1={round(score(step))} y2={round(score(step))} />
            <text x={right + 6} y={round(score(step)) + 4}>
              {step === 0 ? 'neutral' : step > 0 ? 'positive' : 'negative'}
            </text>
          </>
        ))}
        {points.map((point, i) =>
          point.sentiment === null ? null : (
            <rect
              class={point.sentiment >= 0.15 ? 'good' : point.sentiment <= -0.15 ? 'bad' : 'even'}
              x={x(i)}
              y={round(score(Math.max(point.sentiment, 0.02)))}
              width={bar}
              height={round(Math.abs(score(Math.max(point.sentiment, 0.02)) - score(Math.min(point.sentiment, -0.02))))}
            >
              <title>{`${day(point)}: ${toneOf(point.sentiment)} ${signed(point.sentiment)}`}</title>
            </rect>
          ),
        )}
        <text x={0} y={days}>
          {day(first)}
        </text>
        <text x={right} y={days} text-anchor="end">
          {day(last)}
        </text>
      </svg>
    </div>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
