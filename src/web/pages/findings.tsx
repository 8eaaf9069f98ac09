/** Findings of every kind, each with the sentence that says so; filtered by the address, page by page, for taking along. */
import { SourceLink, Tone } from '../../digest/render-html.tsx'
import { heads, Table } from '../../digest/html/table.tsx'
import type { FindingRow } from '../../query.ts'
import { kinds } from '../../types.ts'
import { Field, FilterForm, latestFirst, Select } from '../form.tsx'
import { inWords } from '../in-words.ts'
import { inAll, Layout, links, Notes, Onward } from '../layout.tsx'
import { datedFirst } from '../published.ts'
import { toldIn } from '../sentences.ts'
import type { Page } from '../page.ts'

export const findingsPage: Page = {
  path: '/findings',
  async show(client, { query }) {
    const { data, meta } = await client.findings({ limit: 50, ...query })
    const { sentences, names } = await toldIn(client, data)
    const placed = data.map((row, i) => ({ row, i, publishedAt: row.source.publishedAt }))
    const { dated, undated } = datedFirst(placed)
    const inOrder = query['sort'] === 'relevance' ? placed : [...dated, ...undated]
    return (
      <Layout title="Findings" at="/findings">
        <h1>Findings</h1>
        <FilterForm path="/findings" query={query} orders={[...latestFirst, ['relevance', 'most relevant first']]}>
          <Select
            name="kinds"
            label="Kind"
            any="every kind"
            options={kinds.map((kind) => [kind, kind.replace('_', ' ')] as const)}
            chosen={query['kinds']}
          />
          <Field label="Symbols">
            <input name="tickers" value={query['tickers']} placeholder="NVDA, MSFT" />
          </Field>
          <Field label="Themes">
            <input name="themes" value={query['themes']} placeholder="rotation, oil-supply" />
          </Field>
        </FilterForm>
        <p class="soft">
          {inAll(meta)}. <a href={`/v1/findings?${asked(query, { limit: '1000' })}`}>As JSON</a>;{' '}
          <a href="/marks">those marked wrong</a>. All of them for a spreadsheet: <code>{commandOf(query)}</code>
        </p>
        <Notes meta={meta} />
        <Table
          label="Findings"
          narrow="stack"
          heads={heads('Finding', 'Tone', 'Sentence', 'Article')}
          rows={inOrder.map(({ row, i }) => [
            <>
              <span class="kind">{row.kind.replace('_', ' ')}</span> <strong>{inWords(row, names)}</strong>
            </>,
            toneOf(row),
            sentences[i] || row.evidence[0]?.quote,
            <SourceLink source={row.source} finding={row.id} links={links} />,
          ])}
          quiet="No such finding."
        />
        <Onward path="/findings" query={query} next={meta.next} />
      </Layout>
    )
  },
}

const toneOf = (row: FindingRow) =>
  row.kind === 'theme' || row.kind === 'instrument' ? <Tone score={row.value.sentiment.score} /> : ''

/** The same question by command, safe to paste. */
function commandOf({ cursor: _, limit: __, ...query }: Readonly<Record<string, string>>): string {
  const flags = Object.entries(query).map(([name, value]) => {
    const flag = name.replace(/^time_/, '').replace(/^sentiment_gte$/, 'sentiment-from').replace(/^sentiment_lte$/, 'sentiment-to') // prettier-ignore
    const plain = /^[\w,.^@=:-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`
    return `--${flag.replaceAll(/[._]/g, '-')} ${plain}`
  })
  return ['npx themewire findings', ...flags, '--all --format csv'].join(' ')
}

const asked = (query: Readonly<Record<string, string>>, more: Readonly<Record<string, string>>): string =>
  new URLSearchParams({ ...query, ...more }).toString()
