/** What the alert rules noticed, latest first, with the sentences behind it and who was told. */
import { Quote } from '../../digest/render-html.tsx'
import type { AlertRow } from '../../query.ts'
import { Layout, links, Onward, shownOf } from '../layout.tsx'
import type { Page } from '../page.ts'

export const alertsPage: Page = {
  path: '/alerts',
  async show(client, { query }) {
    const { data, meta } = await client.alerts({ limit: 50, ...query })
    return (
      <Layout title="Alerts" at="/alerts">
        <h1>Alerts</h1>
        {data.length === 0 ? (
          <p class="quiet">
            No alert has been raised. Rules stand under <code>alerts</code> in the pipeline file;{' '}
            <code>npx themewire alerts test NAME</code> tries one out.
          </p>
        ) : (
          <p class="soft">Latest first, {shownOf(meta)}.</p>
        )}
        <ul class="facts">
          {data.map((alert) => (
            <li id={alert.id}>
              <div class="head">
                <strong>{alert.title}</strong> <span class="kind">{alert.rule}</span>{' '}
                <time class="soft" datetime={alert.raisedAt}>
                  {alert.raisedAt.slice(0, 16).replace('T', ' ')} UTC
                </time>
              </div>
              {alert.evidence.map((quoted) => (
                <Quote quoted={quoted} links={links} />
              ))}
              {alert.deliveries.map((delivery) => (
                <p class="soft">{stateOf(delivery)}</p>
              ))}
            </li>
          ))}
        </ul>
        <Onward path="/alerts" query={query} next={meta.next} />
      </Layout>
    )
  },
}

function stateOf({ webhook, state, attempts, triedAt, reason }: AlertRow['deliveries'][number]): string {
  if (state === 'pending' && attempts === 0) return `${webhook}: waits to be told`
  const when = triedAt?.slice(0, 16).replace('T', ' ')
  if (state === 'delivered') return `${webhook}: told at ${when} UTC`
  const tried = `${attempts} ${attempts === 1 ? 'try' : 'tries'}, last at ${when} UTC`
  return `${webhook}: ${state === 'failed' ? 'could not be told' : 'is tried again'} (${tried}: ${reason?.message ?? 'no reason was kept'})`
}
