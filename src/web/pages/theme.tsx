/** What is talked about, and one theme: roles, instruments, sentences, its course over time. */
import type { FC } from 'hono/jsx'
import { joined, Linked } from '../../digest/html/parts.tsx'
import { heads, Table } from '../../digest/html/table.tsx'
import { Quote, Tone } from '../../digest/render-html.tsx'
import { shownSymbol } from '../../digest/names.ts'
import { widestFirst } from '../../digest/parties.ts'
import { many, percent } from '../../digest/words.ts'
import type { ThemeDetail } from '../../query.ts'
import { OverTime, WindowForm, type Interval } from '../over-time.tsx'
import { Together } from '../together.tsx'
import { FilterForm } from '../form.tsx'
import { Folded, inAll, Layout, links, Notes, Onward } from '../layout.tsx'
import { toldIn } from '../sentences.ts'
import type { Page } from '../page.ts'

export const themesPage: Page = {
  path: '/themes',
  async show(client, { query }) {
    const { data, meta } = await client.themes({ limit: 100, ...query })
    return (
      <Layout title="Themes" at="/themes">
        <h1>Themes</h1>
        <FilterForm path="/themes" query={query} />
        <p class="soft">{inAll(meta)}, most told first.</p>
        <Notes meta={meta} />
        <Table
          label="Themes"
          narrow="dense"
          heads={heads('Theme', '#Stories', '#Attention', 'Tone')}
          rows={data.map((row) => [
            <a href={links.theme(row.theme)}>{row.label}</a>,
            row.stories,
            percent(row.attention),
            <Tone score={row.sentiment} />,
          ])}
          quiet="No theme has been found here."
        />
        <Onward path="/themes" query={query} next={meta.next} />
      </Layout>
    )
  },
}

export const themePage: Page = {
  path: '/themes/:theme',
  async show(client, { params, query: { interval, ...query } }) {
    const id = params['theme'] ?? ''
    const [theme, related, { data: points }] = await Promise.all([
      client.theme(id, query),
      client.relatedToTheme(id, { ...query, limit: 8 }),
      client.timeline(id, { ...query, ...(interval === undefined ? {} : { interval: interval as Interval }) }),
    ])
    const { sentences } = await toldIn(client, theme.findings)
    return (
      <Layout title={theme.label} at="/themes">
        <h1>{theme.label}</h1>
        {theme.about && <p class="lead">{theme.about}</p>}
        <div class="head">
          <span>
            {many(theme.stories, 'story')}, {percent(theme.attention)} of all
          </span>
          <Tone score={theme.sentiment} />
        </div>
        <Notes meta={theme} />
        <Roles theme={theme} />
        <h2 id="time">Over time</h2>
        <WindowForm path={links.theme(id)} query={query} interval={interval} />
        <OverTime points={points} stories={theme.stories} />
        <h2 id="sentences">Sentences</h2>
        <p class="soft">
          The most relevant first; <a href={`/findings?kinds=theme&themes=${encodeURIComponent(id)}`}>all of them</a>.
        </p>
        <Folded
          shown={6}
          what="more sentences"
          rows={theme.findings.map((finding, i) => (
            <Quote quoted={{ quote: sentences[i] ?? '', source: finding.source, finding: finding.id }} links={links} />
          ))}
        />
        <h2 id="related">Told together with</h2>
        <Together rows={related.themes} of={related} link={links.theme} />
        <h2 id="instruments">Instruments in its stories</h2>
        <Table
          label="Instruments"
          narrow="dense"
          heads={heads('Name', 'Symbol', '#Stories', 'Tone')}
          rows={theme.instruments.map((row) => [
            <a href={links.instrument(row.symbol)}>{row.name}</a>,
            shownSymbol(row.symbol),
            row.stories,
            <Tone score={row.sentiment} />,
          ])}
          quiet="None."
        />
      </Layout>
    )
  },
}

const roles = [
  ['from', 'Out of'],
  ['to', 'Into'],
  ['imposer', 'Imposed by'],
  ['target', 'Aimed at'],
  ['goods', 'On'],
  ['winners', 'Gains'],
  ['losers', 'Loses'],
] as const

const Roles: FC<{ theme: ThemeDetail }> = ({ theme }) => {
  const parties = { ...theme, ...widestFirst(theme) }
  return (
    <dl class="roles">
      {roles
        .filter(([role]) => parties[role].length > 0)
        .map(([role, head]) => (
          <>
            <dt>{head}</dt>
            <dd>
              {joined(
                parties[role].map(({ symbol, name, stories }) => (
                  <>
                    <Linked href={symbol === undefined ? undefined : links.instrument(symbol)}>{name}</Linked>{' '}
                    <span class="soft">{stories}</span>
                  </>
                )),
              )}
            </dd>
          </>
        ))}
    </dl>
  )
}
