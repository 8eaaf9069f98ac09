/** Policy events as reported, newest first. */
import { Quote } from '../../digest/render-html.tsx'
import { factOf, standingOf } from '../../digest/words.ts'
import { Layout, links, Onward } from '../layout.tsx'
import { sentencesOf } from '../sentences.ts'
import type { Page } from '../page.ts'

export const policyPage: Page = {
  path: '/policy',
  async show(client, { query }) {
    const { data, meta } = await client.policyEvents({ limit: 50, ...query })
    const quotes = await sentencesOf(client, data)
    return (
      <Layout title="Policy" at="/policy">
        <h1>Policy events</h1>
        {data.length === 0 && <p class="quiet">No policy event has been found yet.</p>}
        <ul class="facts">
          {data.map((row, i) => (
            <li>
              <div class="head">
                <strong>{factOf(row)}</strong>
                {row.kind === 'policy_event' && (
                  <>
                    <span class="tag">{row.value.type.replaceAll('_', ' ')}</span>
                    <span class="tag">{standingOf(row)}</span>
                  </>
                )}
              </div>
              <Quote quoted={{ quote: quotes[i] ?? '', source: row.source }} links={links} />
            </li>
          ))}
        </ul>
        <Onward path="/policy" query={query} next={meta.next} />
      </Layout>
    )
  },
}
