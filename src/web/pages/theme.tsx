/** What is talked about, and one theme: roles, instruments, sentences, its course over time. */
import type { FC } from 'hono/jsx'
import { Quote, Tone } from '../../digest/render-html.tsx'
import { dateWords, percent } from '../../digest/words.ts'
import { AttentionChart } from '../attention-chart.tsx'
import type { ThemeDetail, TimelinePoint } from '../../query.ts'
import { Layout, links, Table } from '../layout.tsx'
import type { Page } from '../page.ts'

export const themesPage: Page = {
  path: '/themes',
  async show(client, { query }) {
    const { data } = await client.themes({ limit: 200, ...query })
    return (
      <Layout title="Themes" at="/themes">
        <h1>Themes</h1>
        <Table
          label="Themes"
          heads={[
            { text: 'Theme' },
            { text: 'Stories', number: true },
            { text: 'Attention', number: true },
            { text: 'Tone' },
          ]}
          rows={data.map((row) => [
            <a href={links.theme(row.theme)}>{row.label}</a>,
            row.stories,
            percent(row.attention),
            <Tone score={row.sentiment} />,
          ])}
          quiet="No theme has been found yet."
        />
      </Layout>
    )
  },
}

export const themePage: Page = {
  path: '/themes/:theme',
  async show(client, { params, query }) {
    const id = params['theme'] ?? ''
    const [theme, { data: points }] = await Promise.all([client.theme(id, query), client.timeline(id, query)])
    return (
      <Layout title={theme.label} at="/themes">
        <h1>{theme.label}</h1>
        {theme.about && <p class="lead">{theme.about}</p>}
        <div class="head">
          <span>
            {theme.stories} {theme.stories === 1 ? 'story' : 'stories'}, {percent(theme.attention)} of all
          </span>
          <Tone score={theme.sentiment} />
        </div>
        <Roles theme={theme} />
        <h2 id="time">Over time</h2>
        <Timeline points={points} />
        <h2 id="instruments">Instruments in its stories</h2>
        <Table
          label="Instruments"
          heads={[{ text: 'Symbol' }, { text: 'Name' }, { text: 'Stories', number: true }, { text: 'Tone' }]}
          rows={theme.instruments.map((row) => [
            <a href={links.instrument(row.symbol)}>{row.symbol}</a>,
            row.name,
            row.stories,
            <Tone score={row.sentiment} />,
          ])}
          quiet="None."
        />
        <h2 id="sentences">Sentences</h2>
        {theme.findings.map((finding) => (
          <Quote
            quoted={{
              quote: (finding.evidence.find((span) => span.field !== 'title') ?? finding.evidence[0])?.quote ?? '',
              source: finding.source,
            }}
            links={links}
          />
        ))}
      </Layout>
    )
  },
}

const roles = [
  ['from', 'Out of'],
  ['to', 'Into'],
  ['winners', 'Gains'],
  ['losers', 'Loses'],
] as const

const Roles: FC<{ theme: ThemeDetail }> = ({ theme }) => (
  <dl class="roles">
    {roles
      .filter(([role]) => theme[role].length > 0)
      .map(([role, head]) => (
        <>
          <dt>{head}</dt>
          <dd>{theme[role].map((one) => `${one.name} (${one.stories})`).join(', ')}</dd>
        </>
      ))}
  </dl>
)

const Timeline: FC<{ points: TimelinePoint[] }> = ({ points }) => (
  <>
    {points.length > 1 && <AttentionChart points={points} />}
    <details>
      <summary>The numbers, day by day</summary>
      <Table
        label="Attention and tone by day"
        heads={[
          { text: 'Day' },
          { text: 'Stories', number: true },
          { text: 'Of', number: true },
          { text: 'Attention', number: true },
          { text: 'Tone' },
        ]}
        rows={[...points]
          .reverse()
          .map((point) => [
            dateWords(point.from.slice(0, 10)),
            point.stories,
            point.allStories,
            point.attention === null ? '–' : percent(point.attention),
            point.sentiment === null ? '–' : <Tone score={point.sentiment} />,
          ])}
        quiet="No dated story yet."
      />
    </details>
  </>
)
