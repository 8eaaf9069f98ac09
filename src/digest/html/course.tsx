/** A theme's attention over a month as a small picture: a step a day, its usual level dashed, this window in colour. */
import { scaleLinear } from 'd3-scale'
import { area } from 'd3-shape'
import type { FC } from 'hono/jsx'
import { percent } from '../words.ts'

const [wide, high] = [186, 36]

/** `course`: shares, oldest first, this window last; null on days without stories, where there is a gap. */
export const Course: FC<{ course: (number | null)[]; usual: number | null }> = ({ course, usual }) => {
  const shares = course.map((share) => share ?? 0)
  const highest = Math.max(...shares, usual ?? 0, 0.01)
  const x = scaleLinear([0, course.length], [0, wide])
  const y = scaleLinear([0, highest], [high - 1, 2])
  const step = area<[place: number, share: number]>()
    .x(([place]) => round(x(place)))
    .y0(high)
    .y1(([, share]) => round(y(share)))
  /** From the left edge of its day to just before the next. */
  const edges = (share: number, day: number): [number, number][] => [
    [day, share],
    [day + 0.82, share],
  ]
  const bars = (from: number, to: number): string =>
    course
      .map((share, day) => (share === null || day < from || day >= to ? '' : (step(edges(share, day)) ?? '')))
      .join('')
  const last = course.length - 1
  const told = course.filter((share) => share !== null).length
  return (
    <svg
      class="course"
      width={wide}
      height={high}
      viewBox={`0 0 ${wide} ${high}`}
      role="img"
      aria-label={`Attention on ${told} of ${course.length} days that had stories: highest ${percent(highest)}, now ${percent(course.at(-1) ?? 0)}${usual === null ? '' : `, usually ${percent(usual)}`}`}
    >
      <path d={bars(0, last)} />
      <path class="now" d={bars(last, course.length)} />
      {usual !== null && <line x1={0} x2={wide} y1={round(y(usual))} y2={round(y(usual))} />}
    </svg>
  )
}

/** Two decimals: the same bytes on every machine, and short ones. */
const round = (value: number): number => Math.round(value * 100) / 100
