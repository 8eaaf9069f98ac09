/** Rates: the latest level reported of each, then every rate as stated, newest first. */
import type { FC } from 'hono/jsx'
import { heads, Table } from '../../digest/html/table.tsx'
import { SourceLink } from '../../digest/render-html.tsx'
import { foundOf } from '../../query/found.ts'
import { levelOf } from '../../digest/words.ts'
import type { FindingRow } from '../../query.ts'
import { rateTypes } from '../../types.ts'
import { Field, FilterForm, latestFirst, Select } from '../form.tsx'
import { Layout, links, Onward } from '../layout.tsx'
import { rateOf, RatesBoard, stepOf, timeOf, type RateRow } from '../rates-board.tsx'
import type { Page } from '../page.ts'

const bases = ['actual', 'previous', 'expected', 'hypothetical'] as const
const isRate = (row: FindingRow): row is RateRow => row.kind === 'rate'

export const ratesPage: Page = {
  path: '/rates',
  async show(client, { query: { cursor, ...asked } }) {
    const [{ data, meta }, latest] = await Promise.all([
      client.rates({ limit: 50, ...asked, ...(cursor === undefined ? {} : { cursor }) }),
      cursor === undefined ? client.rates({ ...asked, sort: 'latest', basis: 'actual', limit: 500 }) : undefined,
    ])
    const actual = latest?.data.filter(isRate) ?? []
    // Folded away under the board, unless it is what was asked for.
    const whole = actual.length === 0 || Object.keys(asked).length > 0
    return (
      <Layout title="Rates" at="/rates">
        <h1>Rates</h1>
        <Narrow asked={asked} />
        {actual.length > 0 && (
          <>
            <h2 id="latest">Latest reported</h2>
            <RatesBoard rows={actual} />
          </>
        )}
        <details open={whole}>
          <summary>
            <h2>Every rate as stated, {asked['sort'] === 'earliest' ? 'oldest' : 'newest'} first</h2>
            <span class="soft"> {foundOf(meta)}</span>
          </summary>
          <Stated rows={data.filter(isRate)} asked={asked} />
          <Onward path="/rates" query={asked} next={meta.next} />
        </details>
      </Layout>
    )
  },
}

const Stated: FC<{ rows: readonly RateRow[]; asked: Readonly<Record<string, string>> }> = ({ rows, asked }) => (
  <Table
    label="Rates"
    narrow="stack"
    heads={heads('Of', 'Type', '#Level', 'Step', 'For', 'Basis', 'Article')}
    rows={rows.map((row) => [
      rateOf(row),
      row.value.type.replaceAll('_', ' '),
      levelOf(row.value),
      stepOf(row),
      timeOf(row),
      row.value.basis,
      <SourceLink source={row.source} finding={row.id} links={links} />,
    ])}
    quiet={Object.keys(asked).length > 0 ? 'No such rate has been found.' : 'No rate has been found yet.'}
  />
)

const Narrow: FC<{ asked: Readonly<Record<string, string>> }> = ({ asked }) => (
  <FilterForm path="/rates" query={asked} orders={latestFirst}>
    <Field label="Central bank">
      <input name="issuer" value={asked['issuer']} placeholder="FED, ECB" />
    </Field>
    <Field label="Or rate of">
      <input name="subject" value={asked['subject']} placeholder="US10Y, US_CPI" />
    </Field>
    <Select
      name="type"
      label="Type"
      any="every type"
      options={rateTypes.map((type) => [type, type.replaceAll('_', ' ')] as const)}
      chosen={asked['type']}
    />
    <Select
      name="basis"
      label="Basis"
      any="every basis"
      options={bases.map((basis) => [basis, basis] as const)}
      chosen={asked['basis']}
    />
  </FilterForm>
)
