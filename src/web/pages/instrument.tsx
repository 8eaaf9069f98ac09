/** Instruments in the news, and one of them: tone, themes, what is said. */
import { Quote, Tone } from '../../digest/render-html.tsx'
import { heads, Table } from '../../digest/html/table.tsx'
import { factOf } from '../../digest/words.ts'
import { Layout, links } from '../layout.tsx'
import { sentencesOf } from '../sentences.ts'
import type { Page } from '../page.ts'

export const instrumentsPage: Page = {
  path: '/instruments',
  async show(client, { query }) {
    const { data } = await client.instruments({ limit: 200, ...query })
    return (
      <Layout title="Instruments" at="/instruments">
        <h1>Instruments</h1>
        <Table
          label="Instruments"
          heads={heads('Symbol', 'Name', 'Type', '#Stories', '#Mentions', 'Tone')}
          rows={data.map((row) => [
            <a href={links.instrument(row.symbol)}>{row.symbol}</a>,
            row.name,
            row.type,
            row.stories,
            row.mentions,
            <Tone score={row.sentiment} />,
          ])}
          quiet="No instrument has been found yet."
        />
      </Layout>
    )
  },
}

export const instrumentPage: Page = {
  path: '/instruments/:symbol',
  async show(client, { params, query }) {
    const instrument = await client.instrument(params['symbol'] ?? '', query)
    const quotes = await sentencesOf(client, instrument.findings)
    return (
      <Layout title={`${instrument.symbol} ${instrument.name}`} at="/instruments">
        <h1>
          {instrument.symbol} <span class="soft">{instrument.name}</span>
        </h1>
        <div class="head">
          <span>
            {[instrument.type, instrument.exchange].filter(Boolean).join(', ')} · {instrument.stories}{' '}
            {instrument.stories === 1 ? 'story' : 'stories'}, {instrument.mentions}{' '}
            {instrument.mentions === 1 ? 'mention' : 'mentions'}
          </span>
          <Tone score={instrument.sentiment} />
        </div>
        <h2 id="themes">Themes of its stories</h2>
        <Table
          label="Themes"
          heads={heads('Theme', '#Stories')}
          rows={instrument.themes.map((row) => [<a href={links.theme(row.theme)}>{row.label}</a>, row.stories])}
          quiet="None."
        />
        <h2 id="facts">What is said</h2>
        {instrument.findings.map((finding, i) => (
          <div class="card">
            <div class="head">
              <strong>{finding.kind === 'instrument' ? 'In the news' : factOf(finding)}</strong>
              {finding.kind === 'instrument' && <Tone score={finding.value.sentiment.score} />}
            </div>
            <Quote quoted={{ quote: quotes[i] ?? '', source: finding.source, finding: finding.id }} links={links} />
          </div>
        ))}
      </Layout>
    )
  },
}
