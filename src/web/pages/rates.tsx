/** Rates as stated, newest first. */
import { SourceLink } from '../../digest/render-html.tsx'
import { levelOf, signed } from '../../digest/words.ts'
import { Layout, links, Onward, Table } from '../layout.tsx'
import type { Page } from '../page.ts'

export const ratesPage: Page = {
  path: '/rates',
  async show(client, { query }) {
    const { data, meta } = await client.rates({ limit: 100, ...query })
    return (
      <Layout title="Rates" at="/rates">
        <h1>Rates</h1>
        <Table
          label="Rates"
          stacks
          heads={[
            { text: 'Of' },
            { text: 'Type' },
            { text: 'Level', number: true },
            { text: 'Step' },
            { text: 'Basis' },
            { text: 'Where it stands' },
          ]}
          rows={data.map((row) =>
            row.kind === 'rate'
              ? [
                  row.value.issuer ?? row.value.subject?.replaceAll('_', ' ') ?? '',
                  row.value.type.replaceAll('_', ' '),
                  levelOf(row.value),
                  [row.value.action, row.value.changeBps ? `${signed(row.value.changeBps, 0)} bp` : '']
                    .filter(Boolean)
                    .join(' '),
                  row.value.basis,
                  <SourceLink source={row.source} links={links} />,
                ]
              : [],
          )}
          quiet="No rate has been found yet."
        />
        <Onward path="/rates" query={query} next={meta.next} />
      </Layout>
    )
  },
}
