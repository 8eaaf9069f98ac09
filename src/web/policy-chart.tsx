/** Dated events on a line for each actor: filled where they have happened, hollow where they are ahead or unsure. */
import { scaleTime } from 'd3-scale'
import type { FC } from 'hono/jsx'
import { bankName } from '../digest/names.ts'
import { dateWords } from '../digest/date-words.ts'

export interface Dated {
  readonly actor: string
  /** YYYY-MM-DD */
  readonly day: string
  readonly what: string
  readonly happened: boolean
  /** Where on the page it is told. */
  readonly anchor: string
}

const [lane, top] = [30, 8]
const mostActors = 8
/** Drawn for a wide and for a narrow screen, of which one is shown: scaled down, its words could not be read. */
const sizes = [
  { look: 'wide', wide: 720, ticks: 6, longestName: 20 },
  { look: 'narrow', wide: 350, ticks: 3, longestName: 13 },
] as const

/** `now`: the day of the newest report. Those who are told of most have a line. */
export const PolicyChart: FC<{ events: readonly Dated[]; now: string }> = ({ events: all, now }) => {
  const count = (actor: string): number => all.filter((event) => event.actor === actor).length
  const actors = [...new Set(all.map(({ actor }) => actor))].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))
  const lanes = actors.slice(0, mostActors)
  const events = all.filter(({ actor }) => lanes.includes(actor))
  return (
    <>
      {sizes.map((size) => (
        <Chart events={events} lanes={lanes} now={now} {...size} />
      ))}
      <p class="soft">Filled: happened. Hollow: ahead, or not sure.</p>
    </>
  )
}

const Chart: FC<{ events: readonly Dated[]; lanes: readonly string[]; now: string } & (typeof sizes)[number]> = ({
  events,
  lanes,
  now,
  look,
  wide,
  ticks,
  longestName,
}) => {
  const days = [...events.map(({ day }) => day), now].sort()
  const names = lanes.map((actor) => short(bankName(actor).replace(/^the /, ''), longestName))
  const left = 10 + 6.5 * Math.max(...names.map((name) => name.length))
  const x = scaleTime([at(days[0]!), at(days.at(-1)!)], [left + 12, wide - 12])
  const y = (actor: string): number => top + lane * lanes.indexOf(actor) + lane / 2
  const bottom = top + lane * lanes.length
  return (
    <div class={`chart ${look}`} role="group" aria-label="Chart of dated events">
      <svg class="timeline events" width={wide} height={bottom + 40} viewBox={`0 0 ${wide} ${bottom + 40}`}>
        {lanes.map((actor, i) => (
          <>
            <line x1={left} x2={wide} y1={y(actor)} y2={y(actor)} />
            <text x={left - 8} y={y(actor) + 4} text-anchor="end">
              {names[i]}
            </text>
          </>
        ))}
        <line class="now" x1={round(x(at(now)))} x2={round(x(at(now)))} y1={top} y2={bottom + 6} />
        {x.ticks(ticks).map((tick) => (
          <text x={round(x(tick))} y={bottom + 20} text-anchor="middle">
            {tickWords(tick)}
          </text>
        ))}
        <text x={round(x(at(now)))} y={bottom + 36} text-anchor={x(at(now)) > wide - 60 ? 'end' : 'middle'}>
          newest report
        </text>
        {events.map(({ actor, day, what, happened, anchor }) => (
          <a href={`#${anchor}`} aria-label={`${dateWords(day)}: ${what}`}>
            <circle class={happened ? 'happened' : undefined} cx={round(x(at(day)))} cy={y(actor)} r={7}>
              <title>{`${dateWords(day)}: ${what}`}</title>
            </circle>
          </a>
        ))}
      </svg>
    </div>
  )
}

const at = (day: string): Date => new Date(`${day}T00:00:00Z`)
/** "13 Mar" */
const tickWords = (tick: Date): string => dateWords(tick.toISOString().slice(0, 10)).replace(/^(\d+ \w{3}).*/, '$1')
const short = (name: string, longest: number): string =>
  name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name
const round = (value: number): number => Math.round(value * 10) / 10
