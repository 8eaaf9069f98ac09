/** Policy events on a time line: what is ahead, then what was, month by month; what several report alike is told once. */
import type { FC } from 'hono/jsx'
import { Quote } from '../../digest/render-html.tsx'
import { dateWords } from '../../digest/date-words.ts'
import { headingOf, standingOf } from '../../digest/fact-words.ts'
import { many } from '../../digest/words.ts'
import type { FindingRow } from '../../query.ts'
import { policyTypes, statuses, type FindingOf } from '../../types.ts'
import { Field, FilterForm, Select } from '../form.tsx'
import { Layout, links, Onward } from '../layout.tsx'
import { PolicyChart } from '../policy-chart.tsx'
import { toldIn } from '../sentences.ts'
import type { Page } from '../page.ts'

type Row = FindingRow & FindingOf<'policy_event'>
interface Event {
  readonly row: Row
  readonly reports: number
  readonly anchor: string
}

export const policyPage: Page = {
  path: '/policy',
  async show(client, { query }) {
    const { data, meta } = await client.policyEvents({ limit: 100, ...query })
    const rows = data.filter((row): row is Row => row.kind === 'policy_event')
    const events = together(rows)
    const { sentences } = await toldIn(
      client,
      events.map(({ row }) => row),
    )
    const quotes = new Map(events.map(({ row }, i) => [row, sentences[i] ?? '']))
    const now = rows.map(({ source }) => (source.publishedAt ?? source.knownAt).slice(0, 10)).reduce(later, '')
    return (
      <Layout title="Policy" at="/policy">
        <h1>Policy events</h1>
        <FilterForm path="/policy" query={query}>
          <Field label="Who acts">
            <input name="actor" value={query['actor']} placeholder="FED, ECB" />
          </Field>
          <Select
            name="type"
            label="Type"
            any="every type"
            options={policyTypes.map((type) => [type, type.replaceAll('_', ' ')] as const)}
            chosen={query['type']}
          />
          <Select
            name="status"
            label="Standing"
            any="every standing"
            options={statuses.map((status) => [status, status] as const)}
            chosen={query['status']}
          />
        </FilterForm>
        {events.length === 0 ? (
          <p class="quiet">No such policy event has been found.</p>
        ) : (
          <TimeLine events={events} now={now} quotes={quotes} />
        )}
        <Onward path="/policy" query={query} next={meta.next} />
      </Layout>
    )
  },
}

const later = (a: string, b: string): string => (b > a ? b : a)
const dayOf = ({ row }: Event): string => row.value.date?.from ?? ''
const isAhead = (event: Event, now: string): boolean => dayOf(event) > now.slice(0, dayOf(event).length)

/** The same event of several articles is one, as the latest of them tells it. */
function together(rows: readonly Row[]): Event[] {
  const byEvent = new Map<string, Row[]>()
  for (const row of rows) {
    const { type, actor, action, status, date } = row.value
    const key = JSON.stringify([type, actor, action, status, date?.from, date === null ? row.value.title : ''])
    byEvent.set(key, [...(byEvent.get(key) ?? []), row])
  }
  return [...byEvent.values()].map((all, i) => ({ row: all[0]!, reports: all.length, anchor: `event-${i + 1}` }))
}

const TimeLine: FC<{ events: readonly Event[]; now: string; quotes: ReadonlyMap<Row, string> }> = ({
  events,
  now,
  quotes,
}) => {
  const dated = events.filter((event) => dayOf(event) !== '')
  const byDay = (a: Event, b: Event): number => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)
  const ahead = dated.filter((event) => isAhead(event, now)).sort(byDay)
  const past = dated.filter((event) => !isAhead(event, now)).sort((a, b) => byDay(b, a))
  const months = [...new Set(past.map((event) => dayOf(event).slice(0, 7)))]
  const onDay = dated.filter((event) => dayOf(event).length === 10)
  return (
    <>
      {onDay.length > 1 && (
        <PolicyChart
          now={now}
          events={onDay.map(({ row, anchor }) => ({
            actor: row.value.actor ?? 'others',
            day: row.value.date!.from!,
            what: `${headingOf(row)}, ${row.value.status}`,
            happened: row.value.status === 'happened',
            anchor,
          }))}
        />
      )}
      <Part id="ahead" title="Ahead" events={ahead} quotes={quotes} />
      {months.map((month) => (
        <Part
          id={`month-${month}`}
          title={dateWords(month)}
          events={past.filter((event) => dayOf(event).startsWith(month))}
          quotes={quotes}
        />
      ))}
      <Part
        id="undated"
        title="Without a date"
        events={events.filter((event) => dayOf(event) === '')}
        quotes={quotes}
      />
    </>
  )
}

const Part: FC<{ id: string; title: string; events: readonly Event[]; quotes: ReadonlyMap<Row, string> }> = ({
  id,
  title,
  events,
  quotes,
}) =>
  events.length === 0 ? (
    <></>
  ) : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="facts line">
        {events.map(({ row, reports, anchor }) => (
          <li id={anchor} class={row.value.status === 'happened' ? 'happened' : undefined}>
            <div class="head">
              <strong>{headingOf(row)}</strong>
              <span class="tag">{row.value.type.replaceAll('_', ' ')}</span>
              <span class="tag">{standingOf(row)}</span>
              {reports > 1 && <span class="tag">{many(reports, 'report')}</span>}
            </div>
            <Quote quoted={{ quote: quotes.get(row) ?? '', source: row.source, finding: row.id }} links={links} />
          </li>
        ))}
      </ul>
    </section>
  )
