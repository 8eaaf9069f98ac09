/** Policy events as reported, newest first. */
import { Quote } from '../../digest/render-html.tsx'
import { factOf } from '../../digest/words.ts'
import { Layout, links } from '../layout.tsx'
import type { Page } from '../page.ts'

export const policyPage: Page = {
  path: '/policy',
  async show(client, { query }) {
    const { data } = await client.policyEvents({ limit: 200, ...query })
    return (
      <Layout title="Policy" at="/policy">
        <h1>Policy events</h1>
        {data.length === 0 && <p class="quiet">No policy event has been found yet.</p>}
        <ul class="facts">
          {data.map((row) => (
            <li>
              <div class="head">
                <strong>{factOf(row)}</strong>
                {row.kind === 'policy_event' && (
                  <>
                    <span class="tag">{row.value.type.replaceAll('_', ' ')}</span>
                    <span class="tag">{[row.value.status, row.value.date?.from].filter(Boolean).join(' ')}</span>
                  </>
                )}
              </div>
              <Quote quoted={{ quote: row.evidence[0]?.quote ?? '', source: row.source }} links={links} />
            </li>
          ))}
        </ul>
      </Layout>
    )
  },
}
