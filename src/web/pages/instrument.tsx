/** Instruments in the news, and one of them: attention and tone over time, themes, what is told together with it, what is said. */
import { heads, Table } from '../../digest/html/table.tsx'
import { Quote, Tone } from '../../digest/render-html.tsx'
import { shownSymbol } from '../../digest/names.ts'
import { headingOf } from '../../digest/fact-words.ts'
import { many } from '../../digest/words.ts'
import { instrumentTypes } from '../../types.ts'
import { FilterForm, Select } from '../form.tsx'
import { Folded, inAll, Layout, links, Notes, Onward } from '../layout.tsx'
import { toldIn } from '../sentences.ts'
import { OverTime, WindowForm, type Interval } from '../over-time.tsx'
import { Together } from '../together.tsx'
import type { Page } from '../page.ts'

export const instrumentsPage: Page = {
  path: '/instruments',
  async show(client, { query }) {
    const { data, meta } = await client.instruments({ limit: 60, ...query })
    return (
      <Layout title="Instruments" at="/instruments">
        <h1>Instruments</h1>
        <FilterForm path="/instruments" query={query}>
          <Select
            name="type"
            label="Type"
            any="every type"
            options={instrumentTypes.map((type) => [type, type] as const)}
            chosen={query['type']}
          />
        </FilterForm>
        <p class="soft">{inAll(meta)}, most told first.</p>
        <Notes meta={meta} />
        <Table
          label="Instruments"
          narrow="dense"
          heads={heads('Name', 'Symbol', 'Type', '#Stories', '#Mentions', 'Tone')}
          rows={data.map((row) => [
            <a href={links.instrument(row.symbol)}>{row.name}</a>,
            shownSymbol(row.symbol),
            row.type,
            row.stories,
            row.mentions,
            <Tone score={row.sentiment} />,
          ])}
          quiet="No instrument has been found here."
        />
        <Onward path="/instruments" query={query} next={meta.next} />
      </Layout>
    )
  },
}

export const instrumentPage: Page = {
  path: '/instruments/:symbol',
  async show(client, { params, query: { interval, ...query } }) {
    const symbol = params['symbol'] ?? ''
    const step = interval === undefined ? {} : { interval: interval as Interval }
    const [instrument, related, { data: points }] = await Promise.all([
      client.instrument(symbol, query),
      client.relatedToInstrument(symbol, { ...query, limit: 8 }),
      client.instrumentTimeline(symbol, { ...query, ...step }),
    ])
    const { sentences: quotes } = await toldIn(client, instrument.findings)
    return (
      <Layout title={instrument.name} at="/instruments">
        <h1>
          {instrument.name} <span class="soft">{shownSymbol(instrument.symbol)}</span>
        </h1>
        <div class="head">
          <span>
            {[instrument.type, instrument.exchange].filter(Boolean).join(', ')} · {many(instrument.stories, 'story')},{' '}
            {many(instrument.mentions, 'mention')}
          </span>
          <Tone score={instrument.sentiment} />
        </div>
        <h2 id="time">Over time</h2>
        <WindowForm path={links.instrument(symbol)} query={query} interval={interval} />
        <OverTime points={points} stories={instrument.stories} />
        <h2 id="facts">What is said</h2>
        <p class="soft">
          The most relevant first;{' '}
          <a href={`/findings?tickers=${encodeURIComponent(instrument.symbol)}`}>everything about it</a>.
        </p>
        <Folded
          shown={6}
          what="more"
          rows={instrument.findings.map((finding, i) => (
            <div class="fact">
              <div class="head">
                <strong>{finding.kind === 'instrument' ? 'In the news' : headingOf(finding)}</strong>
                {finding.kind === 'instrument' && <Tone score={finding.value.sentiment.score} />}
              </div>
              <Quote quoted={{ quote: quotes[i] ?? '', source: finding.source, finding: finding.id }} links={links} />
            </div>
          ))}
        />
        <h2 id="themes">Themes of its stories</h2>
        <Table
          label="Themes"
          heads={heads('Theme', '#Stories')}
          rows={instrument.themes.map((row) => [<a href={links.theme(row.theme)}>{row.label}</a>, row.stories])}
          quiet="None."
        />
        <h2 id="related">Told together with</h2>
        <Together rows={related.instruments} of={related} link={links.instrument} />
      </Layout>
    )
  },
}
