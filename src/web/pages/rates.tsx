/** Rates: the latest level reported of each, then every rate as stated, newest first. */
import type { FC } from 'hono/jsx'
import { heads, Table } from '../../digest/html/table.tsx'
import { SourceLink } from '../../digest/render-html.tsx'
import { levelOf } from '../../digest/words.ts'
import type { FindingRow } from '../../query.ts'
import { rateTypes } from '../../types.ts'
import { Field, Select } from '../form.tsx'
import { Layout, links, Onward } from '../layout.tsx'
import { rateOf, RatesBoard, stepOf, timeOf, type RateRow } from '../rates-board.tsx'
import type { Page } from '../page.ts'

const bases = ['actual', 'previous', 'expected', 'hypothetical'] as const
const isRate = (row: FindingRow): row is RateRow => row.kind === 'rate'

export const ratesPage: Page = {
  path: '/rates',
  async show(client, { query: { cursor, ...asked } }) {
    const [{ data, meta }, latest] = await Promise.all([
      client.rates({ limit: 100, ...asked, ...(cursor === undefined ? {} : { cursor }) }),
      cursor === undefined ? client.rates({ ...asked, sort: 'latest', basis: 'actual', limit: 500 }) : undefined,
    ])
    const actual = latest?.data.filter(isRate) ?? []
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
        <h2 id="stated">As stated, newest first</h2>
        <Table
          label="Rates"
          narrow="stack"
          heads={heads('Of', 'Type', '#Level', 'Step', 'For', 'Basis', 'Article')}
          rows={data
            .filter(isRate)
            .map((row) => [
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
        <Onward path="/rates" query={asked} next={meta.next} />
      </Layout>
    )
  },
}

const Narrow: FC<{ asked: Readonly<Record<string, string>> }> = ({ asked }) => (
  <form class="search" action="/rates" role="search">
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
    <button>Show</button>
  </form>
)
