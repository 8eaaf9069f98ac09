/** Rates as stated, newest first, by whose rate it is and of what type. */
import type { FC } from 'hono/jsx'
import { SourceLink } from '../../digest/render-html.tsx'
import { heads, Table } from '../../digest/html/table.tsx'
import { bankName, dateWords, levelOf, signed } from '../../digest/words.ts'
import { rateTypes } from '../../types.ts'
import { Layout, links, Onward } from '../layout.tsx'
import type { Page } from '../page.ts'

export const ratesPage: Page = {
  path: '/rates',
  async show(client, { query: asked }) {
    const { data, meta } = await client.rates({ limit: 100, ...asked })
    return (
      <Layout title="Rates" at="/rates">
        <h1>Rates</h1>
        <Narrow asked={asked} />
        <Table
          label="Rates"
          narrow="stack"
          heads={heads('Of', 'Type', '#Level', 'Step', 'For', 'Basis', 'Where it stands')}
          rows={data.map((row) =>
            row.kind === 'rate'
              ? [
                  row.value.issuer === undefined
                    ? (row.value.subject?.replaceAll('_', ' ') ?? '')
                    : issuerWords(row.value.issuer),
                  row.value.type.replaceAll('_', ' '),
                  levelOf(row.value),
                  [row.value.action, row.value.changeBps ? `${signed(row.value.changeBps, 0)} bp` : '']
                    .filter(Boolean)
                    .join(' '),
                  row.value.date?.from ? dateWords(row.value.date.from) : '',
                  row.value.basis,
                  <SourceLink source={row.source} finding={row.id} links={links} />,
                ]
              : [],
          )}
          quiet={Object.keys(asked).length > 0 ? 'No such rate has been found.' : 'No rate has been found yet.'}
        />
        <Onward path="/rates" query={asked} next={meta.next} />
      </Layout>
    )
  },
}

/** "the Riksbank (RIKSBANK)", and the code alone where the press calls it so. */
const issuerWords = (code: string): string => (bankName(code) === code ? code : `${bankName(code)} (${code})`)

const Narrow: FC<{ asked: Readonly<Record<string, string>> }> = ({ asked }) => (
  <form class="search" action="/rates" role="search">
    <input name="issuer" value={asked['issuer'] ?? ''} aria-label="Central bank" placeholder="Bank: FED, ECB" />
    <input name="subject" value={asked['subject'] ?? ''} aria-label="Subject" placeholder="Of: US10Y, US_CPI" />
    <select name="type" aria-label="Type of rate">
      <option value="">every type</option>
      {rateTypes.map((type) => (
        <option value={type} selected={asked['type'] === type}>
          {type.replaceAll('_', ' ')}
        </option>
      ))}
    </select>
    <button>Show</button>
  </form>
)
